import type { Platform } from '../../domain/activity';
import { Avatar } from '../primitives/avatar';
import { Button } from '../primitives/button';
import { PlatformGlyph } from '../primitives/platform-glyph';

/** A profile without a person yet. */
export interface AudienceProfile {
  publicId: string;
  name: string;
  platform: Platform;
  handle: string | null;
  work: string | null;
  /** "Connected since Feb 2023"; '' where nothing is known. */
  relation: string;
  profileUrl: string | null;
}

interface AudienceRowProps {
  profile: AudienceProfile;
  selected: boolean;
  onWelcome: () => void;
}

function AudienceRow({ profile, selected, onWelcome }: AudienceRowProps) {
  const { publicId, name, platform, work, relation, handle } = profile;
  const line = [work, relation, work ? null : handle && handle !== name ? `@${handle}` : null].filter(Boolean).join(' · ');
  return (
    <div role="row" id={`row-${publicId}`} aria-selected={selected} className="people-row people-row-audience">
      <div role="gridcell" className="people-name">
        <Avatar name={name} publicId={publicId} size={26} />
        <span className="people-found">
          <span className="people-found-name">{name}</span>
          <PlatformGlyph platform={platform} size={12} />
        </span>
      </div>
      <div role="gridcell" className="people-line">{line}</div>
      <div role="gridcell">
        <Button size="small" keys={selected ? 'W' : undefined} aria-label={`Welcome ${name}`} onClick={onWelcome}>
          Welcome
        </Button>
      </div>
    </div>
  );
}

interface AudienceListProps {
  profiles: readonly AudienceProfile[];
  selected: string | null;
  onWelcome: (publicId: string) => void;
}

/** Found profiles that are audience, one key from being people. */
export function AudienceList({ profiles, selected, onWelcome }: AudienceListProps) {
  return (
    <div role="grid" aria-label="Audience" className="people-table">
      <div role="rowgroup">
        {profiles.map((profile) => (
          <AudienceRow
            key={profile.publicId}
            profile={profile}
            selected={profile.publicId === selected}
            onWelcome={() => onWelcome(profile.publicId)}
          />
        ))}
      </div>
    </div>
  );
}
