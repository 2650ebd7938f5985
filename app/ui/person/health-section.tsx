import { Link } from '@remix-run/react';
import { changeTone } from '../../domain/health/change';
import type { EvidenceTopic } from '../../domain/health/evidence';
import { FRESH_ANCHOR } from '../import/fresh-anchor';
import { Card } from '../primitives/card';
import { classNames } from '../primitives/class-names';
import { Heading } from '../primitives/headings';
import { PagePulse, PulseLegend } from '../pulse/page-pulse';
import { EvidenceLink } from './evidence-link';
import { Sparkline } from './sparkline';
import type { HealthWords, PulseCard } from './types';

interface PersonPulseProps {
  pulse: PulseCard;
  publicId: string;
  called: string;
}

/** A year between the two. */
export function PersonPulse({ pulse, publicId, called }: PersonPulseProps) {
  return (
    <Card className="person-pulse">
      <div className="person-pulse-header">
        <Heading>Pulse</Heading>
        <PulseLegend name={called} rhythm={pulse.geometry.band !== null} wished={pulse.wished} />
        <span className="support muted person-pulse-span">12 months</span>
      </div>
      <PagePulse
        geometry={pulse.geometry} id={publicId} name={called} notes={pulse.notes} expected={pulse.expected}
        late={pulse.late ?? undefined} nowLabel={pulse.nowLabel} months={pulse.months}
      />
    </Card>
  );
}

/** "−19 in 30 days" with a real minus sign. */
function signed(points: number): string {
  if (points === 0) return '0';
  return points > 0 ? `+${points}` : `−${-points}`;
}

/** A reason adds or takes away, however little. */
function reasonTone(points: number): string {
  if (points === 0) return 'muted';
  return points > 0 ? 'tone-good' : 'tone-red';
}

interface HealthSectionProps {
  health: HealthWords;
  publicId: string;
  /** Whose events the timeline shows. */
  open: EvidenceTopic | null;
}

/** The number and where it comes from, the sentence, and the reasons with their points, each leading to its events. */
export function HealthSection({ health, publicId, open }: HealthSectionProps) {
  const { change, past, sentence, reasons, base, asOf } = health;
  return (
    <section aria-labelledby="health-heading" className="health">
      <h2 id="health-heading" className="sr-only">
        Health
      </h2>
      <div className="health-figure">
        <p className="health-line">
          <span className="health-number">{health.health}</span>
          {change !== null && (
            <span className={classNames('health-change', `tone-${changeTone(change)}`)}>
              {change === 0 ? 'as 30 days ago' : `${signed(change)} in 30 days`}
            </span>
          )}
        </p>
        <Sparkline values={past} tone={changeTone(change)} />
      </div>
      <div>
        <p className="health-sentence">{sentence}</p>
        <ul className="reasons">
          {reasons.map(({ points, sentence: why, topic }) => (
            <li key={why} className="reason">
              <span className={classNames('reason-points', reasonTone(points))}>{signed(points)}</span>
              {topic === null ? (
                // It rests on everybody: on the replay of the last three months.
                <Link to="/relationships/replay" className="evidence-link">
                  {why}
                </Link>
              ) : (
                <EvidenceLink publicId={publicId} topic={topic} open={open === topic}>
                  {why}
                </EvidenceLink>
              )}
            </li>
          ))}
        </ul>
        <p className="meta muted health-base">
          Counted from {base}, where somebody typical stands.
          {asOf !== null && (
            <>
              {' '}
              As of {asOf}, the last day that could be seen.{' '}
              <Link to={FRESH_ANCHOR} className="text-link">
                Bring a fresh export
              </Link>
            </>
          )}
        </p>
      </div>
    </section>
  );
}
