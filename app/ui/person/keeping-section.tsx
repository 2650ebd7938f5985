import { Link } from '@remix-run/react';
import { Moon, Plane, Pencil } from 'lucide-react';
import { useRef, useState } from 'react';
import { PickDay } from '../conversation/pick-day';
import { GapForm } from '../keeping/gap-form';
import { RestMenu } from '../keeping/rest-menu';
import { Button } from '../primitives/button';
import { Heading } from '../primitives/headings';
import type { PersonView } from './types';
import type { Keep } from './use-keeping';

const ICON = { className: 'icon', size: 13, strokeWidth: 1.75, 'aria-hidden': true } as const;

interface KeepingSectionProps {
  person: PersonView;
  keep: Keep;
}

/** How often the user wants to be in touch, and whether to be reminded of it at all. Rest and time away end in the header. */
export function KeepingSection({ person: { called, keeping }, keep }: KeepingSectionProps) {
  return (
    <section className="section" aria-labelledby="keeping-heading">
      <Heading id="keeping-heading">Keeping in touch</Heading>
      <Gaps keeping={keeping} action={keep.action} />
      {(keeping.resting === null || keeping.away === null) && (
        <div className="keeping-buttons">
          {keeping.resting === null && <LetRest called={called} keep={keep} />}
          {keeping.away === null && <SetAway called={called} keep={keep} />}
        </div>
      )}
    </section>
  );
}

function Gaps({ keeping, action }: { keeping: PersonView['keeping']; action: string }) {
  const [editing, setEditing] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const { wish, own } = keeping;
  function close() {
    setEditing(false);
    requestAnimationFrame(() => change.current?.focus());
  }
  if (editing) {
    return (
      <GapForm action={action} of={{ do: 'gaps' }} gap={own} presets onDone={close} onLeave={close}>
        <Button size="small" variant="ghost" onClick={close}>
          Cancel
        </Button>
        <p className="meta muted">
          Both empty: their own rhythm, or what{' '}
          <Link to="/settings#keeping" className="text-link">
            tags and stages
          </Link>{' '}
          say.
        </p>
      </GapForm>
    );
  }
  return (
    <div className="keeping-wish">
      <p>
        {wish ? wish.words : <span className="muted">By their own rhythm.</span>}
        {wish?.source && (
          <>
            {' '}
            <Link to="/settings#keeping" className="text-link muted">
              {wish.source}
            </Link>
          </>
        )}
      </p>
      <Button ref={change} size="small" variant="ghost" icon={<Pencil {...ICON} />} onClick={() => setEditing(true)}>
        {wish ? 'Change' : 'Set how often'}
      </Button>
    </div>
  );
}

function LetRest({ called, keep }: { called: string; keep: Keep }) {
  return (
    <RestMenu
      called={called}
      open={keep.menuOpen}
      onOpenChange={keep.setMenuOpen}
      onRest={keep.rest}
      trigger={
        <Button size="small" keys="S" icon={<Moon {...ICON} />}>
          Let rest
        </Button>
      }
    />
  );
}

function SetAway({ called, keep }: { called: string; keep: Keep }) {
  const [picking, setPicking] = useState(false);
  return (
    <>
      <Button size="small" icon={<Plane {...ICON} />} onClick={() => setPicking(true)}>
        Away until…
      </Button>
      <PickDay
        title={`${called} is away until`} hint="Until then nothing is announced, and their silence is no silence." verb="Save"
        open={picking} onOpenChange={setPicking} onPick={keep.setAway}
      />
    </>
  );
}
