import { useMemo } from 'react';
import type { HealthStateName } from '../../domain/health/states';
import { counted, withThousands } from '../../lib/text';
import { ChartCard, ChartTable } from './chart-card';
import { BAR, movesGeometry, MOVES_WIDTH, type MovesBar, type Ribbon } from './geometry/moves';
import { markTone, peopleBehind, shortState, statePlace } from './marks';
import type { Flow, Moves, StateCount } from './types';

const people = (count: number) => counted(count, 'person', 'people');

/** "4 people: Steady to Cooling", "12 people: Steady as before", "2 people: met since, New". */
export function flowWords({ from, to, people: count }: Flow): string {
  if (from === null) return `${people(count)}: met since, ${to}`;
  return from === to ? `${people(count)}: ${to} as before` : `${people(count)}: ${from} to ${to}`;
}

function flowAddress({ from, to }: Flow): string {
  return peopleBehind({ about: 'moved', from: from === null ? null : statePlace(from), to: statePlace(to) });
}

/** "+6" and "−8"; '' where as many went as came. */
function changeOf({ before, after }: StateCount): string {
  if (before === after) return '';
  return after > before ? `+${withThousands(after - before)}` : `−${withThousands(before - after)}`;
}

function RibbonMark({ ribbon }: { ribbon: Ribbon }) {
  const stayed = ribbon.from === ribbon.to;
  return (
    <a href={flowAddress(ribbon)} className={stayed ? 'ribbon ribbon-stayed' : `ribbon mark-${markTone(ribbon.to)}`}>
      <title>{flowWords(ribbon)}</title>
      <path d={ribbon.path} />
    </a>
  );
}

interface StateBarProps {
  state: HealthStateName;
  bar: MovesBar;
  x: number;
}

function StateBar({ state, bar, x }: StateBarProps) {
  return bar.height > 0 && <rect className={`mark-${markTone(state)}`} x={x} y={bar.y} width={BAR.width} height={bar.height} rx="1.5" />;
}

interface StateMarksProps {
  count: StateCount;
  before: MovesBar;
  after: MovesBar;
}

/** A state's name and bar at the left, its bar and number at the right; each a link where anybody is in it. */
function StateMarks({ count, before, after }: StateMarksProps) {
  const { state } = count;
  const place = statePlace(state);
  const name = (
    <text className="chart-text" x={BAR.before - 6} y={before.labelY + 4} textAnchor="end">
      {shortState(state)}
    </text>
  );
  const number = (
    <text className="chart-text" x={BAR.after + 11} y={after.labelY + 4}>
      <tspan className="chart-number">{withThousands(count.after)}</tspan>
      <tspan dx="6">{changeOf(count)}</tspan>
    </text>
  );
  return (
    <>
      {count.before === 0 ? name : (
        <a href={peopleBehind({ about: 'was', state: place })} className="mark-link">
          <title>{`${people(count.before)} then: ${state}`}</title>
          <StateBar state={state} bar={before} x={BAR.before} />
          {name}
        </a>
      )}
      {count.after === 0 ? number : (
        <a href={peopleBehind({ about: 'is', state: place })} className="mark-link">
          <title>{`${people(count.after)} today: ${state}`}</title>
          <StateBar state={state} bar={after} x={BAR.after} />
          {number}
        </a>
      )}
    </>
  );
}

function FlowRow({ flow }: { flow: Flow }) {
  return (
    <tr>
      <td>{flow.from ?? 'Met since'}</td>
      <td>{flow.from === flow.to ? 'As before' : flow.to}</td>
      <td>
        <a href={flowAddress(flow)} className="text-link">
          {people(flow.people)}
        </a>
      </td>
    </tr>
  );
}

interface MovesCardProps {
  moves: Moves;
  /** "22 November" where nothing later could be seen; null for today. */
  asOf: string | null;
}

/** From which state to which people went this month. */
export function MovesCard({ moves: { since, states, flows }, asOf }: MovesCardProps) {
  const { height, before, after, ribbons } = useMemo(() => movesGeometry(states, flows), [states, flows]);
  return (
    <ChartCard id="moved" title="Moved this month" note={`${since} to ${asOf ?? 'today'}`}>
      {states.length === 0 ? <p className="chart-empty">Nobody has a state yet.</p> : (
        <>
          <svg className="moves" viewBox={`0 0 ${MOVES_WIDTH} ${height}`} role="group" aria-label={`From state to state since ${since}`}>
            {ribbons.map((ribbon) => <RibbonMark key={`${ribbon.from} ${ribbon.to}`} ribbon={ribbon} />)}
            {states.map((count, index) => {
              const [left, right] = [before[index], after[index]];
              return left && right && <StateMarks key={count.state} count={count} before={left} after={right} />;
            })}
          </svg>
          <ChartTable caption={`From state to state since ${since}`} heads={[since, asOf ?? 'Today', 'People']}>
            {flows.map((flow) => <FlowRow key={`${flow.from} ${flow.to}`} flow={flow} />)}
          </ChartTable>
        </>
      )}
    </ChartCard>
  );
}
