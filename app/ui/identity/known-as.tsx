import type { Platform } from '../../domain/activity';
import { Button } from '../primitives/button';
import { Heading } from '../primitives/headings';
import { PlatformGlyph } from '../primitives/platform-glyph';
import { useChange } from '../undo/use-undo';

export interface KnownAsView {
  publicId: string;
  platform: Platform;
  label: string;
  since: string;
}

interface KnownAsProps {
  publicId: string;
  called: string;
  known: readonly KnownAsView[];
  /** Who was a person of their own before. */
  merged: readonly { publicId: string; words: string }[];
}

/** Every place that was brought together in one person, how it came, and the way back. */
export function KnownAs({ publicId, called, known, merged }: KnownAsProps) {
  const change = useChange();
  if (known.length === 0) return null;
  const split = (identity: string) => change.submit({ identity }, { method: 'post', action: `/people/${publicId}/split` });
  return (
    <section className="section" aria-labelledby="known-as">
      <Heading id="known-as">Also known as</Heading>
      <ul>
        {known.map((one) => (
          <li key={one.publicId} className="known-as">
            <span className="known-as-words">
              <span className="identity-name"><PlatformGlyph platform={one.platform} size={14} /> {one.label}</span>
              <span className="meta muted">{one.since}</span>
            </span>
            <Button
              variant="ghost" size="small" disabled={change.state !== 'idle'}
              aria-label={`${one.label} is not ${called}: split`} title="These are two people: split" onClick={() => split(one.publicId)}
            >
              Split
            </Button>
          </li>
        ))}
      </ul>
      {merged.map((one) => <p key={one.publicId} className="meta muted">{one.words}</p>)}
    </section>
  );
}
