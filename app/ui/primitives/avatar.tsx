import { classNames } from './class-names';

/** In px; 32 is a row's. */
export type AvatarSize = 20 | 26 | 32 | 38 | 58;

const TINTS = 8;

/**
 * Two letters for a name: the first of its first and of its last word; "?" where there is no letter or digit.
 * A handle gives one letter.
 */
export function initialsOf(name: string): string {
  const letters = name
    .split(/\s+/)
    .map((word) => word.match(/[\p{L}\p{N}]/u)?.[0])
    .filter((letter) => letter !== undefined);
  const first = letters[0];
  if (first === undefined) return '?';
  const last = letters.length > 1 ? letters[letters.length - 1] : '';
  return `${first}${last}`.toLocaleUpperCase('en');
}

/** The tint 0..7 of a public id: always the same for the same person, on every machine (FNV-1a, 32 bits). */
export function tintOf(publicId: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < publicId.length; i += 1) {
    hash = Math.imul(hash ^ publicId.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0) % TINTS;
}

interface AvatarProps {
  name: string;
  publicId: string;
  size?: AvatarSize;
  className?: string;
}

/** Initials on a tint. Hidden from readers, because the name always stands beside it. */
export function Avatar({ name, publicId, size = 32, className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames('avatar', size !== 32 && `avatar-${size}`, `avatar-tint-${tintOf(publicId)}`, className)}
    >
      {initialsOf(name)}
    </span>
  );
}
