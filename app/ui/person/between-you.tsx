import { Link } from '@remix-run/react';
import { FRESH_ANCHOR } from '../import/fresh-anchor';
import { Heading } from '../primitives/headings';
import { PlatformGlyph } from '../primitives/platform-glyph';
import { EvidenceLink } from './evidence-link';
import type { BecauseView, FactView, SourceView } from './types';

interface BetweenYouProps {
  publicId: string;
  facts: readonly FactView[];
  sources: readonly SourceView[];
  because: BecauseView | null;
}

/** Facts without points, each leading to the events behind it, and what could be seen of the two. */
export function BetweenYou({ publicId, facts, sources, because }: BetweenYouProps) {
  if (facts.length === 0) return null;
  return (
    <section className="section">
      <Heading>Between you</Heading>
      <dl>
        {facts.map(({ topic, name, value }) => (
          <div key={topic} className="fact">
            <dt className="fact-name">{name}</dt>
            <dd className="fact-value">
              <EvidenceLink publicId={publicId} topic={topic} open={because?.topic === topic}>
                {value}
              </EvidenceLink>
            </dd>
          </div>
        ))}
        {sources.length > 0 && (
          <div className="fact fact-top">
            <dt className="fact-name">Seen</dt>
            <dd className="fact-value seen">
              {sources.map((source, index) => (
                <Source key={`${source.platform} ${index}`} source={source} />
              ))}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Source({ source: { platform, words, old } }: { source: SourceView }) {
  return (
    <span className="seen-source">
      <PlatformGlyph platform={platform} size={13} />
      {old ? (
        <Link to={FRESH_ANCHOR} className="evidence-link" title="Bring a fresh export">
          {words}
        </Link>
      ) : (
        words
      )}
    </span>
  );
}
