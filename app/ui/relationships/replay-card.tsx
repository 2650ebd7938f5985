import { Link } from '@remix-run/react';
import { ChartCard } from './chart-card';
import type { ReplayWords } from './replay-page';

/** How Kith would have done on the user's own last months. */
export function ReplayCard({ replay, nothing }: { replay: ReplayWords | null; nothing: string }) {
  return (
    <ChartCard id="replay" title="Would Kith have known?">
      {replay ? (
        <>
          <p className="reach-sentence">
            <Link to="/relationships/replay">{replay.sentence}</Link>
          </p>
          <p className="support muted">
            {replay.surprise} {replay.tilt}
          </p>
        </>
      ) : (
        <p className="support muted">{nothing}</p>
      )}
    </ChartCard>
  );
}
