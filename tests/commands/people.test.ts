import { beforeEach, describe, expect, it } from 'vitest';
import { typedEmail, typedProfile } from '../../app/commands/add-contact/typed-identity.server';
import { addContact, IdentityTaken } from '../../app/commands/add-contact.server';
import { logInteraction } from '../../app/commands/log-interaction.server';
import { removeContact } from '../../app/commands/remove-contact.server';
import { tagContact } from '../../app/commands/tag-contact.server';
import { undo } from '../../app/commands/undo.server';
import { untagContact } from '../../app/commands/untag-contact.server';
import { updateContact, type ContactChange } from '../../app/commands/update-contact.server';
import { welcomeIdentity } from '../../app/commands/welcome-identity.server';
import { GoneError } from '../../app/db/transact.server';
import { connect, derivedOf, everyDays, makeConversation, makeHouse, makeIdentity, makePerson, NOW, rebuildAll, say, type House } from '../factories/history';
import { freshDatabase } from '../setup/database';

let house: House;

beforeEach(async () => {
  house = makeHouse(await freshDatabase());
});

const row = (query: string, ...values: unknown[]) => house.sql.prepare(query).get(...values);
const count = (table: string) => Number(house.sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
const everything = () =>
  ['Contact', 'Identity', 'ContactIdentity', 'ContactEvent', 'ContactHealth', 'ContactTag', 'Note', 'ConversationState'].map((table) =>
    house.sql.prepare(`SELECT * FROM ${table}`).all(),
  );
const publicIdOf = (identityId: number) => String(house.sql.prepare('SELECT publicId FROM Identity WHERE id = ?').pluck().get(identityId));

function add(input: Partial<Parameters<typeof addContact>[2]> & { name: string }) {
  return addContact(house.sql, house.actor, { howMet: null, tags: [], identities: [], ...input }, NOW);
}

describe('adding someone by hand', () => {
  it('keeps what was typed, as the user’s own', () => {
    const done = add({ name: ' Amara Okafor ', howMet: 'At my talk', tags: ['ceramics'], identities: [typedEmail('Amara@Slowclay.example')] });
    expect(done.sentence).toBe('Amara added');
    expect(row('SELECT name, nameBasis, howMet, createdHow FROM Contact')).toEqual({
      name: 'Amara Okafor', nameBasis: 'user', howMet: 'At my talk', createdHow: 'by_hand',
    });
    expect(row(`SELECT key, email FROM Identity WHERE platform = 'email'`)).toEqual({ key: 'amara@slowclay.example', email: 'amara@slowclay.example' });
  });

  it('attaches somebody who was audience instead of doubling them, with what was said', () => {
    const identity = makeIdentity(house.sql, { key: 'amara', displayName: 'Amara', title: 'Ceramicist', company: 'Slow Clay' });
    const thread = makeConversation(house, identity);
    say(house, { ...thread, identityId: identity }, { at: NOW - 1000, by: 'them' });
    const typed = typedProfile('linkedin', 'https://www.linkedin.com/in/Amara/');
    expect(typed.ok).toBe(true);
    const done = add({ name: 'Amara Okafor', identities: typed.ok ? [typed.identity] : [] });
    expect(done.result?.recognised).toBe(1);
    expect(row('SELECT count(*) AS identities FROM Identity WHERE key = ?', 'amara')).toEqual({ identities: 1 });
    expect(row('SELECT headline FROM Contact')).toEqual({ headline: 'Ceramicist, Slow Clay' });
    expect(count('ContactEvent')).toBe(1);
    expect(count('ContactHealth')).toBe(1);
  });

  it('finds a profile by the address it came with, and keeps the address too', () => {
    const identity = makeIdentity(house.sql, { key: 'amara', email: 'amara@slowclay.example' });
    add({ name: 'Amara', identities: [typedEmail('amara@slowclay.example')] });
    expect(row('SELECT contactId IS NOT NULL AS attached FROM Identity WHERE id = ?', identity)).toEqual({ attached: 1 });
    expect(row(`SELECT contactId IS NOT NULL AS attached FROM Identity WHERE platform = 'email'`)).toEqual({ attached: 1 });
  });

  it('refuses what belongs to somebody, and says to whom', () => {
    const leila = makePerson(house, 'Leila Haddad', [], { email: 'leila@kith.test' });
    const before = everything();
    const again = () => add({ name: 'L. Haddad', identities: [typedEmail('leila@kith.test')] });
    expect(again).toThrow(IdentityTaken);
    try {
      again();
    } catch (error) {
      expect(error).toMatchObject({ contact: { publicId: leila.publicId, name: 'Leila Haddad' } });
    }
    expect(everything()).toEqual(before);
  });

  it('refuses the user’s own profile', () => {
    const typed = typedProfile('linkedin', 'ines-carvalho');
    expect(() => add({ name: 'Me', identities: typed.ok ? [typed.identity] : [] })).toThrow('This is your own.');
  });

  it('is undone whole', () => {
    const identity = makeIdentity(house.sql, { key: 'amara', displayName: 'Amara' });
    const thread = makeConversation(house, identity);
    say(house, { ...thread, identityId: identity }, { at: NOW - 1000, by: 'them' });
    const before = everything().slice(0, 7);
    const typed = typedProfile('linkedin', 'amara');
    const done = add({ name: 'Amara', tags: ['x'], identities: typed.ok ? [typed.identity] : [] });
    expect(undo(house.sql, house.actor, done.journalId, NOW + 1)).toMatchObject({ sentence: 'Amara added', partly: false });
    expect(everything().slice(0, 7)).toEqual(before);
  });
});

describe('the stage of somebody added or welcomed', () => {
  const stage = () => house.sql.prepare('SELECT stage FROM Contact').pluck().get();
  const log = (contact: string, kind: 'message' | 'meeting' = 'message', at = NOW) =>
    logInteraction(house.sql, house.actor, { place: { contact }, kind, direction: 'in', text: 'Hello', occurredAt: at, precision: 'minute' }, at);

  it.each(['message', 'meeting'] as const)('is follower until the first %s, and again once that is undone', (kind) => {
    const contact = add({ name: 'Amara Okafor' }).result?.contact ?? '';
    expect(stage()).toBe('follower');
    const logged = log(contact, kind);
    expect(stage()).toBe('in_conversation');
    undo(house.sql, house.actor, logged.journalId, NOW + 1);
    expect(stage()).toBe('follower');
  });

  it('of the audience is follower, and in conversation where something was said', () => {
    const quiet = makeIdentity(house.sql, { key: 'kwame', displayName: 'Kwame' });
    connect(house, quiet, NOW - 1000);
    const done = welcomeIdentity(house.sql, house.actor, { identity: publicIdOf(quiet) }, NOW);
    expect(stage()).toBe('follower');
    undo(house.sql, house.actor, done.journalId, NOW + 1);
    const identity = makeIdentity(house.sql, { key: 'amara', displayName: 'Amara' });
    say(house, { ...makeConversation(house, identity), identityId: identity }, { at: NOW - 1000, by: 'them' });
    welcomeIdentity(house.sql, house.actor, { identity: publicIdOf(identity) }, NOW);
    expect(stage()).toBe('in_conversation');
  });

  it('is not moved by a like', () => {
    const identity = makeIdentity(house.sql, { key: 'amara', displayName: 'Amara' });
    say(house, { ...makeConversation(house, identity), identityId: identity }, { at: NOW - 1000, by: 'them', kind: 'like' });
    welcomeIdentity(house.sql, house.actor, { identity: publicIdOf(identity) }, NOW);
    expect(stage()).toBe('follower');
  });

  it('stays what the user set, whatever is said', () => {
    const contact = add({ name: 'Amara Okafor' }).result?.contact ?? '';
    log(contact);
    updateContact(house.sql, house.actor, { contact, change: { field: 'stage', value: 'follower' } }, NOW + 1);
    log(contact, 'message', NOW + 2);
    expect(stage()).toBe('follower');
    updateContact(house.sql, house.actor, { contact, change: { field: 'stage', value: 'customer' } }, NOW + 3);
    log(contact, 'meeting', NOW + 4);
    expect(stage()).toBe('customer');
  });
});

describe('where to find somebody, as typed', () => {
  it.each([
    ['linkedin', 'https://www.linkedin.com/in/Ren%C3%A9e-Dubois/?x=1', 'linkedin', 'renée-dubois'],
    ['linkedin', 'renee-dubois', 'linkedin', 'renee-dubois'],
    ['linkedin', 'https://x.com/SlowClay', 'x', 'slowclay'],
    ['x', '@SlowClay', 'x', 'slowclay'],
    ['x', 'twitter.com/slowclay/status/1', 'x', 'slowclay'],
    ['instagram', 'https://instagram.com/slow.clay?igsh=1', 'instagram', 'slow.clay'],
    ['bluesky', 'slowclay.bsky.social', 'bluesky', 'slowclay.bsky.social'],
    ['bluesky', 'https://bsky.app/profile/slowclay.example', 'bluesky', 'slowclay.example'],
    ['mastodon', '@anna@social.example', 'mastodon', 'anna@social.example'],
    ['mastodon', 'https://social.example/@Anna', 'mastodon', 'anna@social.example'],
    ['youtube', 'https://www.youtube.com/@SlowClay/videos', 'youtube', 'slowclay'],
    ['tiktok', '@slowclay', 'tiktok', 'slowclay'],
  ] as const)('%s: %s', (chosen, text, platform, key) => {
    expect(typedProfile(chosen, text)).toMatchObject({ ok: true, identity: { platform, kind: 'handle', key } });
  });

  it.each([
    ['linkedin', 'javascript:alert(1)'],
    ['linkedin', 'https://www.linkedin.com/company/slow-clay'],
    ['x', 'https://x.com/home'],
    ['x', 'two words'],
    ['mastodon', 'anna'],
    ['bluesky', 'slowclay'],
    ['instagram', ''],
  ] as const)('refuses on %s: %s', (chosen, text) => {
    expect(typedProfile(chosen, text)).toMatchObject({ ok: false, problem: expect.stringMatching(/\.$/) });
  });
});

describe('welcoming somebody from the audience', () => {
  it('makes a person with everything that was ever said', () => {
    const identity = makeIdentity(house.sql, { key: 'kwame', displayName: 'Kwame Mensah', title: 'Editor', company: 'Northwind' });
    connect(house, identity, NOW - 1000);
    const thread = makeConversation(house, identity);
    for (const said of everyDays(9, 6)) say(house, { ...thread, identityId: identity }, said);
    const done = welcomeIdentity(house.sql, house.actor, { identity: publicIdOf(identity) }, NOW);
    expect(done.sentence).toBe('Kwame welcomed');
    expect(row('SELECT name, nameBasis, headline, createdHow FROM Contact WHERE publicId = ?', done.result)).toEqual({
      name: 'Kwame Mensah', nameBasis: 'source', headline: 'Editor, Northwind', createdHow: 'welcomed',
    });
    const contact = Number(house.sql.prepare('SELECT id FROM Contact').pluck().get());
    expect(derivedOf(house.sql, contact).events).toHaveLength(11);
    expect(row('SELECT contactId FROM ConversationState')).toEqual({ contactId: contact });
    const left = derivedOf(house.sql, contact);
    rebuildAll(house.sql, contact, NOW);
    expect(derivedOf(house.sql, contact)).toEqual(left);
  });

  it('is undone whole: audience again, nothing derived left', () => {
    const identity = makeIdentity(house.sql, { key: 'kwame', displayName: 'Kwame Mensah' });
    const thread = makeConversation(house, identity);
    say(house, { ...thread, identityId: identity }, { at: NOW - 1000, by: 'them' });
    const done = welcomeIdentity(house.sql, house.actor, { identity: publicIdOf(identity) }, NOW);
    undo(house.sql, house.actor, done.journalId, NOW + 1);
    expect([count('Contact'), count('ContactEvent'), count('ContactHealth'), count('ContactIdentity')]).toEqual([0, 0, 0, 0]);
    expect(row('SELECT contactId FROM Identity WHERE id = ?', identity)).toEqual({ contactId: null });
  });

  it('of somebody who is a person already only leads to them', () => {
    const leila = makePerson(house, 'Leila Haddad');
    const before = everything();
    const done = welcomeIdentity(house.sql, house.actor, { identity: publicIdOf(leila.identityId) }, NOW);
    expect(done).toMatchObject({ result: leila.publicId, journalId: null });
    expect(everything()).toEqual(before);
  });

  it('never makes a contact of the user', () => {
    expect(() => welcomeIdentity(house.sql, house.actor, { identity: publicIdOf(house.me) }, NOW)).toThrow(GoneError);
  });
});

describe('changing what is known of somebody', () => {
  it.each<[ContactChange, Record<string, unknown>]>([
    [{ field: 'name', value: ' Amara O. ' }, { name: 'Amara O.', nameBasis: 'user' }],
    [{ field: 'headline', value: 'Ceramicist' }, { headline: 'Ceramicist', headlineBasis: 'user' }],
    [{ field: 'headline', value: ' ' }, { headline: null, headlineBasis: 'user' }],
    [{ field: 'howMet', value: 'At my talk' }, { howMet: 'At my talk' }],
    [{ field: 'stage', value: 'customer' }, { stage: 'customer' }],
  ])('%o', (change, expected) => {
    const amara = makePerson(house, 'Amara Okafor');
    const before = everything();
    const done = updateContact(house.sql, house.actor, { contact: amara.publicId, change }, NOW);
    expect(row('SELECT * FROM Contact')).toMatchObject(expected);
    undo(house.sql, house.actor, done.journalId, NOW + 1);
    expect(everything()).toEqual(before);
  });

  it('says so when the person is gone', () => {
    expect(() => updateContact(house.sql, house.actor, { contact: 'nobody', change: { field: 'name', value: 'X' } }, NOW)).toThrow(GoneError);
  });
});

describe('tags', () => {
  it('are the same whatever their case, accents kept', () => {
    const [amara, leila] = [makePerson(house, 'Amara Okafor'), makePerson(house, 'Leila Haddad')];
    const first = tagContact(house.sql, house.actor, { contact: amara.publicId, name: ' Café  Élan ' }, NOW);
    const second = tagContact(house.sql, house.actor, { contact: leila.publicId, name: 'CAFÉ ÉLAN' }, NOW);
    expect(second.result).toBe(first.result);
    expect(house.sql.prepare('SELECT name FROM Tag').pluck().all()).toEqual(['Café Élan']);
    tagContact(house.sql, house.actor, { contact: amara.publicId, name: 'café élan' }, NOW);
    expect(count('ContactTag')).toBe(2);
  });

  it('come off, and back on', () => {
    const amara = makePerson(house, 'Amara Okafor');
    const { result: tag } = tagContact(house.sql, house.actor, { contact: amara.publicId, name: 'press' }, NOW);
    const off = untagContact(house.sql, house.actor, { contact: amara.publicId, tag: tag ?? '' }, NOW);
    expect(off.sentence).toBe('press taken off Amara');
    expect(count('ContactTag')).toBe(0);
    undo(house.sql, house.actor, off.journalId, NOW + 1);
    expect(count('ContactTag')).toBe(1);
  });
});

describe('removing somebody', () => {
  it('hides whom the user added, and lets their profile be audience again', () => {
    const identity = makeIdentity(house.sql, { key: 'amara' });
    connect(house, identity, NOW);
    const typed = typedProfile('linkedin', 'amara');
    const { result } = add({ name: 'Amara', identities: [...(typed.ok ? [typed.identity] : []), typedEmail('amara@slowclay.example')] });
    const before = everything();
    const done = removeContact(house.sql, house.actor, { contact: result?.contact ?? '' }, NOW);
    expect(row('SELECT contactId FROM Identity WHERE id = ?', identity)).toEqual({ contactId: null });
    expect(row(`SELECT count(*) AS n FROM Identity WHERE platform = 'email'`)).toEqual({ n: 0 });
    undo(house.sql, house.actor, done.journalId, NOW + 1);
    expect(everything()).toEqual(before);
  });

  it('is not offered once something was said', () => {
    const leila = makePerson(house, 'Leila Haddad', everyDays(9, 2));
    expect(() => removeContact(house.sql, house.actor, { contact: leila.publicId }, NOW)).toThrow(GoneError);
  });
});
