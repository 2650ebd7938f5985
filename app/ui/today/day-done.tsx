import { Link } from '@remix-run/react';
import { withThousands } from '../../lib/text';
import { Avatar } from '../primitives/avatar';
import { Button } from '../primitives/button';
import { classNames } from '../primitives/class-names';
import { SampleLine } from '../sample/sample-line';
import { PlatformGlyph } from '../primitives/platform-glyph';
import { Pulse } from '../pulse/pulse';
import { QuietPulse } from './quiet-pulse';
import { AsideLinks, ShowMore } from './today-header';
import type { ChangedView, DayView } from './types';

interface DayDoneProps {
  day: DayView;
  /** The last ones have just left and the server is being asked: so many. */
  gone: number;
  onUndo: () => void;
}

/** What is said when the list is empty. @param left conversations in which somebody waits all the same */
function sentences(left: number, busy: boolean): { title: string; note: string } {
  if (left > 0) return { title: 'That is enough for today.', note: `${withThousands(left)} more can wait until tomorrow.` };
  return { title: 'Nobody is waiting on you.', note: busy ? 'That is enough for today. See you tomorrow.' : 'See you tomorrow.' };
}

/** Nobody is waiting, or the day is full: it ends. */
export function DayDone({ day, gone, onUndo }: DayDoneProps) {
  const { date, done, canUndo, changed, longer, waiting } = day;
  const { title, note } = sentences(waiting - gone, done + gone > 0);
  return (
    <div className={classNames('split fills-window', changed.length === 0 && 'split-alone')}>
      <div className="queue">
        <header className="queue-header">
          <div className="queue-date">
            <span>{date}</span>
            {(canUndo || gone > 0) && (
              <Button size="small" variant="ghost" keys="U" onClick={onUndo}>
                Undo last
              </Button>
            )}
          </div>
        </header>
        <div className="day-sentence">
          <QuietPulse />
          <h1 className="display">{title}</h1>
          <p className="day-note">{note}</p>
          <div className="day-actions queue-facts">
            <ShowMore longer={longer} />
            <AsideLinks day={day} />
          </div>
          <SampleLine sample={day.sample} back="/today" />
        </div>
      </div>
      {changed.length > 0 && <WhatChanged changed={changed} />}
    </div>
  );
}

function WhatChanged({ changed }: { changed: readonly ChangedView[] }) {
  return (
    <section className="pane day-changed" aria-labelledby="changed-title">
      <h2 id="changed-title" className="heading">
        What changed today
      </h2>
      <p className="support muted">Small, and it adds up.</p>
      <ul className="changed-rows">
        {changed.map((person) => (
          <ChangedRow key={person.contact} person={person} />
        ))}
      </ul>
    </section>
  );
}

function ChangedRow({ person: { contact, name, platform, pulse, change } }: { person: ChangedView }) {
  return (
    <li className="changed-row">
      <Avatar name={name} publicId={contact} />
      <div className="changed-row-main">
        <Link to={`/people/${contact}`} className="changed-row-name">
          {name}
        </Link>
        {platform && <PlatformGlyph platform={platform} size={13} />}
        <span className="row-line">{change === null ? 'Your first words together' : 'You answered'}</span>
      </div>
      {pulse && <Pulse geometry={pulse} id={`changed-${contact}`} size="row" />}
      <span className={classNames('changed-row-change', change === null ? 'tone-accent' : change > 0 ? 'tone-good' : 'muted')}>
        {change === null ? 'new' : change > 0 ? `+${change}` : change === 0 ? '±0' : `−${-change}`}
      </span>
    </li>
  );
}
