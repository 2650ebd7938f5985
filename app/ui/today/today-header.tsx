import { Link } from '@remix-run/react';
import { Clock } from 'lucide-react';
import { counted, withThousands } from '../../lib/text';
import { FRESH_ANCHOR } from '../import/fresh-anchor';
import { platformName } from '../primitives/platform-glyph';
import { ProgressBar } from '../primitives/progress-bar';
import { SampleLine } from '../sample/sample-line';
import type { DayView } from './types';
import { ROOM } from './use-opened';

/** The sentence of the day counts everybody who waits; what is left of it is what the list holds. And what stands aside. */
export function TodayHeader({ day }: { day: DayView }) {
  const { date, headline, done, groups, minutesLeft } = day;
  const shown = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <header className="queue-header">
      <div className="queue-date">
        <span>{date}</span>
        {done > 0 && <span>{withThousands(done)} done so far</span>}
      </div>
      <h1 className="title">{headline}</h1>
      <div className="queue-facts">
        <span className="queue-fact">
          <Clock className="icon" size={15} strokeWidth={1.75} aria-hidden="true" />
          {minutesLeft > 0 ? (
            <span>
              <strong>About {minutesLeft} min</strong> left
            </span>
          ) : (
            <span>Done for today</span>
          )}
          <ProgressBar label="Of today’s list" value={done} max={done + shown} />
        </span>
        <AsideLinks day={day} />
      </div>
      <SampleLine sample={day.sample} back="/today" />
    </header>
  );
}

/** Makes the day longer, for whoever wants to go on. */
export function ShowMore({ longer }: { longer: number | null }) {
  if (longer === null) return null;
  return (
    <Link to={`/today?${new URLSearchParams({ [ROOM]: String(longer) })}`} className="queue-aside" preventScrollReset>
      Show more
    </Link>
  );
}

/** What is not on the list, who is drawing closer, and how fresh it all is. */
export function AsideLinks({ day: { closer, older, pitches, stale } }: { day: Pick<DayView, 'closer' | 'older' | 'pitches' | 'stale'> }) {
  return (
    <>
      {closer && (
        <Link to={closer.to} className="queue-aside">
          {closer.words}
        </Link>
      )}
      {older > 0 && (
        <Link to="/today/older" className="queue-aside">
          {counted(older, 'older thread', 'older threads')}
        </Link>
      )}
      {pitches > 0 && (
        <Link to="/today/older#pitches" className="queue-aside">
          {counted(pitches, 'pitch', 'pitches')} left out
        </Link>
      )}
      <FreshOffer stale={stale} />
    </>
  );
}

/** Said once, however many archives are old; a phone shows the short half. */
function FreshOffer({ stale }: Pick<DayView, 'stale'>) {
  const [first, ...others] = stale;
  if (!first) return null;
  const [known, offer] = others.length === 0
    ? [`${platformName(first.platform)} as of ${first.asOf}`, '; bring a fresh export']
    : [`${stale.length} archives older than a week`, '; bring fresh exports'];
  return (
    <Link to={FRESH_ANCHOR} className="queue-aside">
      {known}
      <span className="queue-aside-more">{offer}</span>
    </Link>
  );
}
