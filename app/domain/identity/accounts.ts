/** Which identities are accounts of a platform, and which of two can be one and the same. */
import type { IdentityRef, Platform } from '../activity';

/** Lists, address books and mail: having several entries there is nothing unusual. */
const NO_ACCOUNTS: ReadonlySet<Platform> = new Set<Platform>(['email', 'newsletter', 'crm', 'vcard', 'csv', 'in_person']);

export interface AccountFacts extends IdentityRef {
  handle: string | null;
}

/** A handle as it is compared: without the sign in front, lower case. */
export function plainHandle(handle: string): string {
  return handle.trim().replace(/^@/, '').toLowerCase();
}

/** "x:leilah": what tells that an identity known by number and one known by handle are the same account. Null for a bare name. */
export function accountName({ platform, kind, key, handle }: AccountFacts): string | null {
  if (kind === 'handle') return `${platform}:${plainHandle(key)}`;
  if (kind === 'id' && handle) return `${platform}:${plainHandle(handle)}`;
  return kind === 'name' ? null : `${platform}:${kind}:${key}`;
}

/**
 * Where both sides have an account of their own, and none of them is the same: few people have two, so nothing joins by
 * itself there.
 * @returns the first such platform; null where there is none
 */
export function clashingPlatform(one: readonly AccountFacts[], other: readonly AccountFacts[]): Platform | null {
  for (const { platform } of one) {
    if (NO_ACCOUNTS.has(platform)) continue;
    const on = (side: readonly AccountFacts[]) => new Set(side.filter((at) => at.platform === platform).flatMap((at) => accountName(at) ?? []));
    const [here, there] = [on(one), on(other)];
    if (here.size > 0 && there.size > 0 && ![...here].some((account) => there.has(account))) return platform;
  }
  return null;
}
