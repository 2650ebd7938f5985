import { Link } from '@remix-run/react';
import { ChevronLeft, ChevronRight, Moon, NotebookPen, Plane, Reply } from 'lucide-react';
import type { HealthStateName } from '../../domain/health/states';
import type { Neighbours } from '../people/list-place';
import { Avatar } from '../primitives/avatar';
import { Button, LinkButton } from '../primitives/button';
import { KeyHint } from '../primitives/kbd';
import { StateWord } from '../primitives/state-glyph';
import { InlineEdit } from './inline-edit';
import type { PersonView } from './types';
import type { Keep } from './use-keeping';

const ICON = { className: 'icon', size: 15, strokeWidth: 1.75, 'aria-hidden': true } as const;

interface BreadcrumbProps {
  name: string;
  neighbours: Neighbours | null;
}

/** The way back, and the place in the list they were opened from. */
export function Breadcrumb({ name, neighbours }: BreadcrumbProps) {
  return (
    <nav aria-label="Where this is" className="breadcrumb">
      <Link to={neighbours?.place.from ?? '/people'} className="breadcrumb-back">
        <ChevronLeft className="icon breadcrumb-arrow" size={18} strokeWidth={1.75} aria-hidden="true" />
        People
      </Link>
      <ChevronRight className="icon breadcrumb-step" size={14} strokeWidth={1.75} aria-hidden="true" />
      <span className="breadcrumb-here">{name}</span>
      {neighbours && (
        <span className="breadcrumb-place numbers">
          {neighbours.number} of {neighbours.count}
          <KeyHint keys={['J', 'K']} />
        </span>
      )}
    </nav>
  );
}

/** States that say by themselves that a word is overdue. */
const SAYS_LATE: ReadonlySet<HealthStateName> = new Set<HealthStateName>(['Cooling', 'Fading']);

export interface WriteWay {
  /** The conversation to write in, or the address to write to; null where there is neither. */
  to: string | null;
}

interface PersonHeaderProps {
  person: PersonView;
  about: string;
  keep: Keep;
  write: WriteWay;
  onLog: () => void;
}

/** Who they are, and what can be done. */
export function PersonHeader({ person, about, keep, write, onLog }: PersonHeaderProps) {
  const { name, publicId, headline, health, called } = person;
  return (
    <div className="person-hero">
      <Avatar name={name} publicId={publicId} size={58} />
      <div className="person-hero-text">
        <InlineEdit
          action={about} field="name" label="Name" value={name} maxLength={200}
          shown={
            <span className="person-hero-name">
              <h1 className="title">{name}</h1>
              {health && (
                <span className="person-hero-state">
                  <StateWord state={health.state} />
                  {health.late && !SAYS_LATE.has(health.state) && <span className="support soft">late</span>}
                </span>
              )}
            </span>
          }
        />
        <InlineEdit
          action={about} field="headline" label="What they do" value={headline ?? ''} maxLength={300}
          shown={<span className={headline ? 'soft' : 'muted'}>{headline ?? 'What do they do?'}</span>}
        />
        <KeptState keeping={person.keeping} keep={keep} />
      </div>
      <div className="person-actions">
        <Button keys="L" icon={<NotebookPen {...ICON} />} onClick={onLog}>
          Log
        </Button>
        <WriteButton write={write} called={called} />
      </div>
    </div>
  );
}

/** "Resting until 5 January", "Away until 5 January", each with the press that ends it. B ends the one that stands first. */
function KeptState({ keeping: { resting, away }, keep }: Pick<PersonHeaderProps, 'keep'> & Pick<PersonView, 'keeping'>) {
  if (resting === null && away === null) return null;
  return (
    <div className="kept-states">
      {resting !== null && (
        <span className="kept-state">
          <Moon {...ICON} size={13} />
          {resting}
          <Button size="small" variant="ghost" keys="B" onClick={keep.stopResting}>
            Stop resting
          </Button>
        </span>
      )}
      {away !== null && (
        <span className="kept-state">
          <Plane {...ICON} size={13} />
          {away}
          <Button size="small" variant="ghost" keys={resting === null ? 'B' : undefined} onClick={keep.back}>
            They’re back
          </Button>
        </span>
      )}
    </div>
  );
}

function WriteButton({ write, called }: { write: WriteWay; called: string | null }) {
  if (write.to === null) return null;
  const look = { variant: 'primary' as const, keys: 'R', icon: <Reply {...ICON} /> };
  const words = called === null ? 'Write' : `Write to ${called}`;
  return (
    <LinkButton to={write.to} {...look} reloadDocument={write.to.startsWith('mailto:')}>
      {words}
    </LinkButton>
  );
}

/** The same actions at the bottom of a phone. */
export function PersonActionBar({ write, onLog }: { write: WriteWay; onLog: () => void }) {
  return (
    <div className="action-bar">
      <Button icon={<NotebookPen {...ICON} size={18} />} onClick={onLog}>
        Log
      </Button>
      <WriteButton write={write} called={null} />
    </div>
  );
}
