import type { Platform } from '../../domain/activity';
import { PlatformGlyph, platformName } from '../primitives/platform-glyph';
import { FRESH_ID } from './fresh-anchor';

/** The newest archive of a platform. */
export interface ArchiveAge {
  platform: Platform;
  /** "22 Nov" */
  asOf: string;
  /** "9 days"; null below one. */
  age: string | null;
  /** A fresh one is offered. */
  old: boolean;
}

/** How far each archive sees, and that a fresh one would see further; how to get it stands below. */
export function ArchiveAges({ archives }: { archives: readonly ArchiveAge[] }) {
  if (archives.length === 0) return null;
  return (
    <ul id={FRESH_ID} tabIndex={-1} aria-label="How far your archives see" className="archive-ages">
      {archives.map(({ platform, asOf, age, old }) => (
        <li key={platform} className="archive-age">
          <PlatformGlyph platform={platform} size={14} decorative />
          <span>
            <b>{platformName(platform)}</b> is read up to {asOf}
            {age === null ? '.' : `, ${age} ago.`}
            {old && ' A fresh export shows what came since; nothing comes in twice.'}
          </span>
        </li>
      ))}
    </ul>
  );
}
