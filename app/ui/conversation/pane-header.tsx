import { Link } from '@remix-run/react';
import { ArrowUpRight, Check, ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { changeTone } from '../../domain/health/change';
import { Avatar } from '../primitives/avatar';
import { Button, LinkButton } from '../primitives/button';
import { classNames } from '../primitives/class-names';
import { StateWord } from '../primitives/state-glyph';
import { PanePulse } from '../pulse/pane-pulse';
import type { PanePersonView, PaneView } from './types';

const ICON = { className: 'icon', strokeWidth: 1.75, 'aria-hidden': true } as const;

interface PaneHeaderProps {
  pane: PaneView;
  /** Where there is room for one column only: leads back to the list, and does what the row's actions do. */
  back: { to: string; label: string; onBack: () => void };
  snooze: ReactNode;
  onDone: () => void;
}

/** Who this is and how it has gone. */
export function PaneHeader({ pane, back, snooze, onDone }: PaneHeaderProps) {
  const { person } = pane;
  return (
    <header className="pane-header">
      <div className="pane-bar">
        <Link
          to={back.to}
          className="button button-ghost pane-back"
          onClick={(event) => {
            event.preventDefault();
            back.onBack();
          }}
        >
          <ChevronLeft {...ICON} size={18} />
          {back.label}
        </Link>
        <span className="spacer" />
        {snooze}
        <Button variant="ghost" square aria-label="Done" title="Done" icon={<Check {...ICON} size={18} />} onClick={onDone} />
      </div>
      {person ? <PersonHead person={person} /> : <h2 className="heading">{pane.title ?? 'Conversation'}</h2>}
    </header>
  );
}

function PersonHead({ person }: { person: PanePersonView }) {
  const { id, name, headline, met, state, pulse } = person;
  return (
    <>
      <div className="pane-person">
        <Avatar name={name} publicId={id} size={38} />
        <div className="pane-person-text">
          <div className="pane-person-name">
            <h2 className="heading">{name}</h2>
            {state && <StateWord state={state} />}
          </div>
          <div className="support soft pane-person-about">{[headline, met].filter(Boolean).join(' · ')}</div>
        </div>
        <LinkButton to={`/people/${id}`} variant="ghost" size="small" className="pane-open">
          Open
          <ArrowUpRight {...ICON} size={14} />
        </LinkButton>
      </div>
      {pulse && <PanePulse geometry={pulse} id={id} name={person.firstName} expected={person.expected} months={person.months} />}
      <div className="pane-facts">
        <p>
          {person.wrote && <strong>{person.wrote}</strong>} {person.usually && <span className="soft">{person.usually}</span>}
        </p>
        <HealthNumber health={person.health} />
      </div>
    </>
  );
}

function HealthNumber({ health }: Pick<PanePersonView, 'health'>) {
  if (!health) return null;
  const { value, change, asOf } = health;
  return (
    <p className="pane-health">
      Health <strong>{value}</strong>
      {change !== null && change !== 0 && (
        <span className={classNames('pane-change', `tone-${changeTone(change)}`)}>
          {change > 0 ? `+${change}` : `−${-change}`}
          <span className="sr-only"> in thirty days</span>
        </span>
      )}
      {asOf && <span className="pane-as-of"> as of {asOf}</span>}
    </p>
  );
}
