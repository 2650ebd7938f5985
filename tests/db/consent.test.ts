/** Consent as the store holds it: per run and identity, asked per address. */
import { beforeEach, describe, expect, it } from 'vitest';
import { mayEmail } from '../../app/db/consent.server';
import { person } from '../../app/queries/person.server';
import { makeHouse, makeIdentity, makePerson, NOW, type House } from '../factories/history';
import { freshDatabase } from '../setup/database';

const ADDRESS = 'leila@linen.example';

let house: House;
let letter: number;
beforeEach(async () => {
  house = makeHouse(await freshDatabase());
  letter = insert(`INSERT INTO OwnAccount (publicId, platform, label, access, createdAt) VALUES ('letter', 'newsletter', 'The Loom Letter', 'archive', 0)`);
});

function insert(query: string, ...values: unknown[]): number {
  return Number(house.sql.prepare(query).run(...values).lastInsertRowid);
}

let exports = 0;
function say(identityId: number, state: string, { at = null, seenAt = NOW, source = letter, channel = 'email' }: { at?: number | null; seenAt?: number; source?: number; channel?: string } = {}): void {
  exports += 1;
  const run = insert(`INSERT INTO ImportRun (publicId, status, fileName, createdAt) VALUES (?, 'finished', 'list.csv', 0)`, `run-${exports}`);
  house.sql.prepare('INSERT INTO Consent (importRunId, identityId, channel, ownAccountId, state, at, seenAt) VALUES (?, ?, ?, ?, ?, ?, ?)').run(run, identityId, channel, source, state, at, seenAt);
}

const address = () => makeIdentity(house.sql, { platform: 'email', kind: 'email', key: ADDRESS, email: ADDRESS });
function shown(publicId: string) {
  const answer = person(house.sql, { publicId, show: null, zone: 'UTC', now: NOW });
  return answer?.is === 'person' ? answer.person.identities.map(({ label, href, refusal }) => ({ label, href, refusal })) : null;
}

describe('whether an address may be written to', () => {
  it('is asked of what every list says last', () => {
    const one = address();
    expect(mayEmail(house.sql, one)).toBe(true);
    say(one, 'subscribed', { seenAt: 1 });
    expect(mayEmail(house.sql, one)).toBe(true);
    say(one, 'unsubscribed', { seenAt: 2 });
    expect(mayEmail(house.sql, one)).toBe(false);
    say(one, 'subscribed', { seenAt: 3, source: house.linkedIn });
    expect(mayEmail(house.sql, one)).toBe(false);
    say(one, 'subscribed', { seenAt: 3 });
    expect(mayEmail(house.sql, one)).toBe(true);
    say(one, 'unsubscribed', { seenAt: 4, channel: 'phone' });
    expect(mayEmail(house.sql, one)).toBe(true);
  });

  it('is no also for a profile that carries the address, in whatever letters', () => {
    const profile = makeIdentity(house.sql, { key: 'leila', email: 'Leila@Linen.example' });
    say(address(), 'bounced');
    expect(mayEmail(house.sql, profile)).toBe(false);
    expect(mayEmail(house.sql, makeIdentity(house.sql, { key: 'nora', email: 'nora@linen.example' }))).toBe(true);
    expect(mayEmail(house.sql, makeIdentity(house.sql, { key: 'nobody' }))).toBe(true);
  });
});

describe('the page of a person', () => {
  it('says why at the address, which is then no link', () => {
    const leila = makePerson(house, 'Leila Haddad', [], { email: ADDRESS });
    expect(shown(leila.publicId)?.at(-1)).toEqual({ label: ADDRESS, href: `mailto:${ADDRESS}`, refusal: null });
    say(address(), 'unsubscribed', { at: Date.UTC(2026, 9, 3) });
    expect(shown(leila.publicId)?.at(-1)).toEqual({ label: ADDRESS, href: null, refusal: 'No e-mail: unsubscribed from The Loom Letter, 3 October 2026' });
  });

  it('says it at that address only', () => {
    const leila = makePerson(house, 'Leila Haddad');
    for (const key of [ADDRESS, 'leila@home.example']) insert('UPDATE Identity SET contactId = ? WHERE id = ?', leila.id, makeIdentity(house.sql, { platform: 'email', kind: 'email', key, email: key }));
    const [first] = house.sql.prepare<[string], number>('SELECT id FROM Identity WHERE key = ?').pluck().all(ADDRESS);
    say(first ?? 0, 'complained');
    const refused = shown(leila.publicId)?.filter(({ refusal }) => refusal !== null).map(({ label }) => label);
    expect(refused).toEqual([ADDRESS]);
  });
});
