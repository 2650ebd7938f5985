/** What two whole lists of the same relation say about each other. */
import type { Precision, RelationKind } from '../activity';
import { counted } from '../../lib/text';

/** Somebody on one list and not on the other. */
export interface Changed {
  /** The identity's. */
  id: number;
  name: string;
  /** Public id of the contact they are; null for audience. */
  contact: string | null;
  /** Since when, UTC milliseconds. */
  since: number | null;
  precision: Precision;
}

/**
 * Where a platform tells people apart by a handle alone, a new handle looks like one person gone and another come. The
 * day they followed stays to the second: where it is the same on both lists, and nobody else's, it is one person.
 */
export function renamesAmong(gone: readonly Changed[], fresh: readonly Changed[]): { before: Changed; after: Changed }[] {
  const [left, right] = [bySecond(gone), bySecond(fresh)];
  return [...left].flatMap(([second, before]) => {
    const after = right.get(second);
    return before && after ? [{ before, after }] : [];
  });
}

/** By the second since when; null where several share it, and nobody whose date is less exact. */
function bySecond(changed: readonly Changed[]): Map<number, Changed | null> {
  const map = new Map<number, Changed | null>();
  for (const one of changed) {
    if (one.since === null || (one.precision !== 'second' && one.precision !== 'ms')) continue;
    map.set(one.since, map.has(one.since) ? null : one);
  }
  return map;
}

/** How a list calls those on it: one, and many. */
const MEMBERS: Record<RelationKind, readonly [one: string, many: string]> = {
  follower: ['follower', 'followers'],
  following: ['account you follow', 'accounts you follow'],
  connection: ['connection', 'connections'],
  friend: ['friend', 'friends'],
  subscriber: ['reader', 'readers'],
  request_in: ['request to you', 'requests to you'],
  request_out: ['request of yours', 'requests of yours'],
  close_friend: ['close friend', 'close friends'],
  blocked: ['blocked account', 'blocked accounts'],
  muted: ['muted account', 'muted accounts'],
  member: ['member', 'members'],
};

/** "12 new followers", "1 gone", "2 renamed" of one list; '' where nothing changed. */
export function changeWords(kind: RelationKind, { fresh, gone, renamed }: { fresh: number; gone: number; renamed: number }): string {
  const [one, many] = MEMBERS[kind];
  const parts = [
    fresh > 0 ? counted(fresh, `new ${one}`, `new ${many}`) : null,
    gone > 0 ? `${counted(gone, one, many)} gone` : null,
    renamed > 0 ? `${renamed.toLocaleString('en')} renamed` : null,
  ].filter((part) => part !== null);
  return parts.join(', ');
}

/** "Followers" as a heading. */
export const listName = (kind: RelationKind): string => MEMBERS[kind][1].replace(/^./, (letter) => letter.toUpperCase());
