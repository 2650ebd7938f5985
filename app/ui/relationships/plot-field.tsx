import { useMemo } from 'react';
import { HEALTH_STATES } from '../../domain/health/states';
import { counted } from '../../lib/text';
import { classNames } from '../primitives/class-names';
import { StateWord } from '../primitives/state-glyph';
import { FIELD, plotPaths } from './geometry/plot';
import { NAME_SIZES, plottedNames, type NameSize } from './geometry/name-sizes';
import { TONES_BY_PLACE } from './marks';
import type { Plot } from './types';
import { usePlot, type Found } from './use-plot';

/** With more people than this, dots and tails are finer. */
const CROWD = 600;

/** Everybody at once: a few paths, stretched to the field. Dots keep their size, because they are strokes without a length. */
function Dots({ plot }: { plot: Plot }) {
  const paths = useMemo(() => plotPaths(plot, plot.named, TONES_BY_PLACE), [plot]);
  return (
    <svg
      className={classNames('plot-drawing', plot.ids.length > CROWD && 'plot-crowded')}
      viewBox={`0 0 ${FIELD.width} ${FIELD.height}`} preserveAspectRatio="none" aria-hidden="true"
    >
      {paths.map(({ tone, tails }) => tails !== '' && <path key={tone} className={`plot-tails mark-${tone}`} d={tails} />)}
      {paths.map(({ tone, dots }) => dots !== '' && <path key={tone} className={`plot-dots stroke-${tone}`} d={dots} />)}
      {paths.map(({ tone, named }) => named !== '' && <path key={tone} className="plot-halo" d={named} />)}
      {paths.map(({ tone, named }) => named !== '' && <path key={tone} className={`plot-named stroke-${tone}`} d={named} />)}
    </svg>
  );
}

const xOf = ({ health }: Plot, person: number) => `${health[person] ?? 0}%`;
const yOf = ({ tie }: Plot, person: number) => `${100 - (tie[person] ?? 0)}%`;

function Names({ plot, size }: { plot: Plot; size: NameSize }) {
  const names = useMemo(() => plottedNames(plot, size), [plot, size]);
  return (
    <g className={`plot-names plot-names-${size.name}`}>
      {names.map(({ person, text, dx, dy, anchor }) => (
        <text key={person} x={xOf(plot, person)} y={yOf(plot, person)} dx={dx} dy={dy} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </g>
  );
}

/** "Health 54, 73 thirty days ago" */
function HealthThenAndNow({ now, before }: { now: number; before: number | null }) {
  return (
    <>
      Health <strong className="numbers">{now}</strong>
      {before !== null && before !== now && <>, {before} thirty days ago</>}
      {before === now && ', as thirty days ago'}
    </>
  );
}

/** Who is under the pointer. Shown only in the browser, so that its place may be a style. */
function PersonCard({ plot, found: { person, by } }: { plot: Plot; found: Found }) {
  const { names, health, tie, state, healthBefore } = plot;
  const stateName = HEALTH_STATES[state[person] ?? -1];
  const [now, y] = [health[person] ?? 0, 100 - (tie[person] ?? 0)];
  const sides = `${now > 50 ? 'plot-card-left' : ''} ${y < 50 ? 'plot-card-below' : ''}`;
  return (
    <div className={`plot-card ${sides}`} style={{ left: `${now}%`, top: `${y}%` }} aria-hidden="true">
      <div className="plot-card-name">{names[person]}</div>
      {stateName && <StateWord state={stateName} />}
      <div className="support soft"><HealthThenAndNow now={now} before={healthBefore[person] ?? null} /></div>
      {by === 'touch' && <div className="support tone-accent">Touch again to open</div>}
    </div>
  );
}

/** How the plot is worked, for readers. */
function plotWords({ ids }: Plot): string {
  return `${counted(ids.length, 'person', 'people')} by health and strength of tie. Arrow keys go from one to the next, Enter opens.`;
}

/** The field itself: dots, tails and names, one listener for the pointer and one for the keys. */
export function PlotField({ plot }: { plot: Plot }) {
  const { found, handlers } = usePlot(plot);
  return (
    // Arrow keys move inside of it, as in a list whose rows lie where they belong.
    <div className="plot-field" role="application" aria-roledescription="plot" aria-label={plotWords(plot)} tabIndex={0} {...handlers}>
      <Dots plot={plot} />
      <svg className="plot-words" aria-hidden="true">
        {NAME_SIZES.map((size) => <Names key={size.name} plot={plot} size={size} />)}
        {found && <circle className="plot-marker" cx={xOf(plot, found.person)} cy={yOf(plot, found.person)} r="8.5" />}
      </svg>
      {found && <PersonCard plot={plot} found={found} />}
    </div>
  );
}
