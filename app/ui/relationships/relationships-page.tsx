import { Link, useNavigate } from '@remix-run/react';
import { LinkButton } from '../primitives/button';
import { useFollowedLinks } from '../primitives/followed-links';
import { PageHeader } from '../primitives/headings';
import { EveryoneCard } from './everyone-card';
import { MovesCard } from './moves-card';
import { ReachCard } from './reach-card';
import { ReplayCard } from './replay-card';
import { RepliesCard } from './replies-card';
import { RetentionCard } from './retention-card';
import type { RelationshipsView } from './types';

/** How far the sources saw, and what helps. */
function AsOf({ day }: { day: string }) {
  return (
    <p className="support muted">
      As of {day}, the last day that could be seen.{' '}
      <Link to="/import" className="text-link">
        Bring a fresh export
      </Link>
    </p>
  );
}

/** Nobody is known yet: one way forward. */
function Nobody({ headline }: { headline: string }) {
  return (
    <div className="day-sentence day-sentence-alone">
      <h1 className="display">{headline}</h1>
      <p className="day-note">Once they are in, you see here who is drawing closer, who drifts, and who stays. It is read on this machine; nothing is sent anywhere.</p>
      <div className="day-actions">
        <LinkButton to="/import" variant="primary">
          Bring your archive in
        </LinkButton>
      </div>
    </div>
  );
}

/** Everybody the user keeps, seen together. Every mark opens the people behind it. */
export function RelationshipsPage({ headline, asOf, people, plot, moves, replies, retention, reach, replay }: RelationshipsView) {
  const navigate = useNavigate();
  const marks = useFollowedLinks((address) => navigate(address));
  if (people === 0) return <Nobody headline={headline} />;
  return (
    <>
      <PageHeader title={headline} actions={asOf !== null && <AsOf day={asOf} />} />
      <div className="relationships" ref={marks}>
        <div className="relationships-main">
          <EveryoneCard plot={plot} />
          {/* Small cards share this row. */}
          <div className="relationships-foot">
            <ReachCard reach={reach} />
            <ReplayCard replay={replay} />
          </div>
        </div>
        <div className="relationships-side">
          <MovesCard moves={moves} asOf={asOf} />
          <RepliesCard replies={replies} />
          <RetentionCard retention={retention} />
        </div>
      </div>
    </>
  );
}
