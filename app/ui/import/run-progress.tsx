import { Circle, CircleCheck, LoaderCircle } from 'lucide-react';
import type { Phase, RunView } from '../../domain/imports/view';
import { classNames } from '../primitives/class-names';
import { ProgressBar } from '../primitives/progress-bar';
import { MonthsRead } from './months-read';

/** How far it has come: what is going on, at what pace, and what it brought so far. */
export function RunProgress({ run, unreachable }: { run: RunView; unreachable: boolean }) {
  const pace = unreachable ? 'Kith is not answering; looking again' : run.pace;
  return (
    <>
      <div className="run-headline">
        <h3 className="heading">{run.months ? `Reading ${run.months.nowName}` : run.headline}</h3>
        {pace && <span className="support soft numbers">{pace}</span>}
      </div>
      {run.months && <MonthsRead bars={run.months} />}
      {run.running && <ProgressBar label={run.headline} value={run.share} />}
      <RunNumbers run={run} />
      {run.running && run.status !== 'undoing' && <Phases phases={run.phases} />}
    </>
  );
}

/** People first, then what they said. */
export function RunNumbers({ run }: { run: RunView }) {
  if (run.numbers.length === 0) return null;
  return (
    <dl className="run-numbers">
      {run.numbers.map(({ value, label }) => (
        <div key={label}>
          <dt className="support soft">{label}</dt>
          <dd className="run-number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const ICONS = { done: CircleCheck, now: LoaderCircle, ahead: Circle };
const SAID = { done: 'done', now: 'under way', ahead: 'still to come' };

function Phases({ phases }: { phases: readonly Phase[] }) {
  return (
    <ol className="phases">
      {phases.map(({ label, place }) => {
        const Icon = ICONS[place];
        return (
          <li key={label} className={classNames('phase', `phase-${place}`)} aria-current={place === 'now' ? 'step' : undefined}>
            <Icon className="icon" size={15} strokeWidth={1.75} aria-hidden="true" />
            {label}
            <span className="sr-only">, {SAID[place]}</span>
          </li>
        );
      })}
    </ol>
  );
}
