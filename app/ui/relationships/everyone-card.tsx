import { useState } from 'react';
import type { Area } from '../../domain/relationships/question';
import { withThousands } from '../../lib/text';
import { Card } from '../primitives/card';
import { Heading } from '../primitives/headings';
import { peopleBehind } from './marks';
import { PlotField } from './plot-field';
import { PlotTable } from './plot-table';
import type { Plot } from './types';

const AREA_NAMES: Record<Area, string> = { rekindle: 'Worth rekindling', inner: 'Inner circle', rest: 'Let rest', growing: 'Growing' };
const AREAS: readonly Area[] = ['rekindle', 'inner', 'rest', 'growing'];
const SCALE = [0, 20, 40, 60, 80, 100] as const;

function Legend() {
  return (
    <span className="plot-legend support muted">
      <svg width="26" height="8" aria-hidden="true">
        <path className="plot-tails mark-good" d="M0 3.6L20 1v6L0 4.4z" />
        <circle className="mark-good" cx="21" cy="4" r="3.8" />
      </svg>
      where they were 30 days ago
    </span>
  );
}

/** A link where there is anybody to show. */
function Count({ about, count, tone }: { about: 'closer' | 'drifting'; count: number; tone: 'good' | 'amber' }) {
  const words = <><strong className={`tone-${tone}`}>{withThousands(count)}</strong> {about}</>;
  return count === 0 ? <span>{words}</span> : <a href={peopleBehind({ about })}>{words}</a>;
}

function Counts({ closer, drifting }: Pick<Plot, 'closer' | 'drifting'>) {
  return (
    <span className="plot-counts support">
      <Count about="closer" count={closer} tone="good" />
      <Count about="drifting" count={drifting} tone="amber" />
    </span>
  );
}

/** Quarters, their names, and the scales around the field. */
function PlotFrame({ plot }: { plot: Plot }) {
  return (
    <div className="plot">
      <div className="plot-ground plot-ground-rekindle" aria-hidden="true" />
      <div className="plot-ground plot-ground-inner" aria-hidden="true" />
      <PlotField plot={plot} />
      {AREAS.map((area) => (
        <a key={area} href={peopleBehind({ about: 'area', area })} className={`plot-area plot-area-${area}`}>
          {AREA_NAMES[area]}
        </a>
      ))}
      <div className="plot-scale" aria-hidden="true">
        {SCALE.map((mark) => <span key={mark} className={`plot-mark plot-mark-${mark}`}>{mark}</span>)}
        <span className="plot-mark plot-axis">Health</span>
      </div>
      <span className="plot-tie" aria-hidden="true">Strength of tie</span>
    </div>
  );
}

/** Everybody by health and tie, with where they were 30 days ago; the same as a table. */
export function EveryoneCard({ plot }: { plot: Plot }) {
  const [asTable, setAsTable] = useState(false);
  const shown = plot.ids.length;
  return (
    <Card className="chart-card everyone" role="region" aria-labelledby="everyone">
      <div className="chart-head">
        <Heading id="everyone">Everyone you keep</Heading>
        <Legend />
        <Counts {...plot} />
      </div>
      {asTable ? <PlotTable plot={plot} /> : <PlotFrame plot={plot} />}
      <div className="plot-foot">
        <button type="button" className="chart-switch" onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show as plot' : 'Show as table'}
        </button>
        {shown < plot.total && (
          <span className="meta muted">
            {withThousands(shown)} of {withThousands(plot.total)} shown: those who matter most or moved
          </span>
        )}
      </div>
    </Card>
  );
}
