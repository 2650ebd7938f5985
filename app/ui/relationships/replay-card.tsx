import { Link } from '@remix-run/react';
import { NOTHING_TO_REPLAY } from '../../domain/health/replay-words';
import { ChartCard } from './chart-card';
import type { ReplayWords } from './types';

/** How Kith would have done on the user's own last months. */
export function ReplayCard({ replay }: { replay: ReplayWords | null }) {
  return (
    <ChartCard id="replay" title="Would Kith have known?">
      {replay ? (
        <>
          <p className="replay-sentence">
            <Link to="/relationships/replay">{replay.sentence}</Link>
          </p>
          <p className="support muted">
            {replay.surprise} {replay.tilt}
          </p>
        </>
      ) : (
        <p className="support muted">{NOTHING_TO_REPLAY}</p>
      )}
    </ChartCard>
  );
}
