import { useMemo } from 'react';
import { withThousands } from '../../lib/text';
import { ChartCard } from './chart-card';
import { LINE, linePath } from './geometry/line';
import { peopleBehind } from './marks';
import type { Reach } from './types';

/** With how many people there was anything lately: the figure that takes the place of a follower count. */
export function ReachCard({ reach: { people, sentence, past, trend, audience } }: { reach: Reach }) {
  const line = useMemo(() => linePath(past), [past]);
  return (
    <ChartCard id="reach" title="Real reach">
      <p className="reach-sentence">
        {people === 0 ? sentence : <a href={peopleBehind({ about: 'reach' })}>{sentence}</a>}
      </p>
      {people > 0 && line !== '' && (
        <div className="reach-trend">
          <svg className="reach-line" viewBox={`0 0 ${LINE.width} ${LINE.height}`} width={LINE.width} height={LINE.height} aria-hidden="true">
            <path d={line} />
          </svg>
          {trend && <span className="reach-change">{trend}</span>}
          <p className="sr-only">Every 30 days, oldest first: {past.map(withThousands).join(', ')}.</p>
        </div>
      )}
      {audience && <p className="meta muted">{audience}</p>}
    </ChartCard>
  );
}
