/** Who joins by themselves at the end of an import, who does not, and that it goes with the import. */
import { beforeEach, describe, expect, it } from 'vitest';
import { addNote } from '../../../app/commands/add-note.server';
import { dismissSuggestion } from '../../../app/commands/dismiss-suggestion.server';
import { mergeContacts } from '../../../app/commands/merge-contacts.server';
import { splitContact } from '../../../app/commands/split-contact.server';
import { undo } from '../../../app/commands/undo.server';
import type { Sql } from '../../../app/db/connection.server';
import type { CanonicalRecord } from '../../../app/domain/activity';
import { bring, someone, takeBack, wrote } from '../../factories/bring';
import { derivedOf, makeHouse, NOW, rebuildAll, type House } from '../../factories/history';
import { dump } from '../../factories/imports';
import { freshDatabase } from '../../setup/database';

let house: House;
let sql: Sql;
beforeEach(async () => {
  house = makeHouse(await freshDatabase());
  sql = house.sql;
});

const LEILA = { displayName: 'Leila Haddad', email: 'leila@haddad.studio' };
const onLinkedIn = someone('linkedin', 'leila-haddad', LEILA);
const byMail = someone('email', 'leila@haddad.studio', { displayName: 'Leila Haddad' });

/** Who is kept, each with where they are known. */
function people(): string[] {
  return sql
    .prepare<[], string>(
      `SELECT c.name || ': ' || (SELECT group_concat(n.platform || ' ' || n.key, ', ' ORDER BY n.id) FROM Identity n WHERE n.contactId = c.id)
       FROM Contact c WHERE c.mergedIntoId IS NULL ORDER BY c.id`,
    )
    .pluck()
    .all();
}
const publicIdOf = (platform: string, key: string) =>
  sql.prepare<[string, string], string>('SELECT publicId FROM Identity WHERE platform = ? AND key = ?').pluck().get(platform, key) ?? '';
const contactOf = (platform: string, key: string) =>
  sql.prepare<[string, string], string>('SELECT c.publicId FROM Identity n JOIN Contact c ON c.id = n.contactId WHERE n.platform = ? AND n.key = ?').pluck().get(platform, key) ?? '';

describe('the end of an import joins', () => {
  it.each<[string, CanonicalRecord[], CanonicalRecord[], string[]]>([
    ['two contacts with the same e-mail', wrote(onLinkedIn), wrote(byMail), ['Leila Haddad: linkedin leila-haddad, email leila@haddad.studio']],
    ['whatever the case', wrote(someone('linkedin', 'leila-haddad', { ...LEILA, email: 'Leila@Haddad.Studio' })), wrote(byMail), ['Leila Haddad: linkedin leila-haddad, email leila@haddad.studio']],
    ['a contact and a profile of the audience', wrote(onLinkedIn), [byMail], ['Leila Haddad: linkedin leila-haddad, email leila@haddad.studio']],
    ['a profile that was there first', [byMail], wrote(onLinkedIn), ['Leila Haddad: email leila@haddad.studio, linkedin leila-haddad']],
    [
      'the same phone number, written in two ways', wrote(someone('whatsapp', '+351912345678', { displayName: 'Leila' })),
      wrote(someone('linkedin', 'leila-haddad', { displayName: 'Leila Haddad', phone: '+351 912 345 678' })), ['Leila: whatsapp +351912345678, linkedin leila-haddad'],
    ],
    [
      'an account known by number and by handle', wrote(someone('x', '4711', { kind: 'id', handle: 'leilah' })), wrote(someone('x', 'leilah')),
      ['leilah: x 4711, x leilah'],
    ],
    [
      'a shared desk, where both go by one name', wrote(someone('linkedin', 'leila', { displayName: 'Leila Haddad', email: 'hello@haddad.studio' })),
      wrote(someone('email', 'hello@haddad.studio', { displayName: 'Leila Haddad' })), ['Leila Haddad: linkedin leila, email hello@haddad.studio'],
    ],
  ])('%s', (_, first, second, kept) => {
    bring(sql, first[0]?.record === 'identity' ? first[0].platform : 'linkedin', first);
    bring(sql, second[0]?.record === 'identity' ? second[0].platform : 'linkedin', second);
    expect(people()).toEqual(kept);
    for (const id of sql.prepare<[], number>('SELECT id FROM Contact').pluck().all()) {
      const left = derivedOf(sql, id);
      rebuildAll(sql, id, NOW);
      expect(derivedOf(sql, id)).toEqual(left);
    }
  });
});

describe('and never', () => {
  it.each<[string, CanonicalRecord[], CanonicalRecord[]]>([
    ['the same name alone', wrote(someone('linkedin', 'sam-reyes', { displayName: 'Sam Reyes' })), wrote(someone('email', 'sr@one.example', { displayName: 'Sam Reyes' }))],
    ['the same handle on two platforms', wrote(someone('x', 'leilahaddad')), wrote(someone('instagram', 'leilahaddad'))],
    ['two accounts of one platform', wrote(onLinkedIn), wrote(someone('linkedin', 'leila-h-2', LEILA))],
    ['a shared desk with different names', wrote(someone('linkedin', 'leila', { displayName: 'Leila Haddad', email: 'info@haddad.studio' })), wrote(someone('email', 'info@haddad.studio', { displayName: 'Omar Haddad' }))],
    ['a number without its country', wrote(someone('linkedin', 'leila', { displayName: 'Leila', phone: '912 345 678' })), wrote(someone('x', 'leila', { phone: '912345678' }))],
  ])('%s', (_, first, second) => {
    bring(sql, 'linkedin', first);
    bring(sql, 'linkedin', second);
    expect(people()).toHaveLength(2);
  });

  it('anybody with the user', () => {
    bring(sql, 'linkedin', wrote(onLinkedIn));
    bring(sql, 'email', wrote(byMail));
    const me = someone('email', 'me-on-email', { kind: 'handle', email: 'kwame@mensah.example' });
    bring(sql, 'linkedin', wrote(someone('linkedin', 'kwame', { displayName: 'Kwame', email: 'kwame@mensah.example' })));
    bring(sql, 'email', [me]);
    expect(people()).toHaveLength(2);
  });

  it('two that the user said are different, in this import or after both are gone and come again', () => {
    const first = bring(sql, 'linkedin', wrote(someone('linkedin', 'leila', { displayName: 'Leila Haddad' })));
    const second = bring(sql, 'email', wrote(byMail));
    dismissSuggestion(sql, house.actor, { left: publicIdOf('linkedin', 'leila'), right: publicIdOf('email', byMail.key) }, NOW);
    bring(sql, 'linkedin', [someone('linkedin', 'leila', LEILA)]);
    expect(people()).toHaveLength(2);
    for (const run of [second, first]) takeBack(sql, run);
    bring(sql, 'linkedin', wrote(someone('linkedin', 'leila', LEILA)));
    bring(sql, 'email', wrote(byMail));
    expect(people()).toHaveLength(2);
  });

  it('again what the user has split', () => {
    bring(sql, 'linkedin', wrote(onLinkedIn));
    bring(sql, 'email', wrote(byMail));
    expect(people()).toHaveLength(1);
    splitContact(sql, house.actor, { contact: contactOf('email', byMail.key), identity: publicIdOf('email', byMail.key) }, NOW);
    expect(people()).toHaveLength(2);
    bring(sql, 'email', wrote(byMail, 1));
    expect(people()).toHaveLength(2);
  });
});

it('what was split and has got another profile since stays where it is, whole, when the split is undone', () => {
  const withPhone = { ...byMail, phone: '+351912345678' };
  bring(sql, 'linkedin', wrote(onLinkedIn));
  bring(sql, 'email', [withPhone]);
  bring(sql, 'email', wrote(withPhone));
  const { journalId } = splitContact(sql, house.actor, { contact: contactOf('email', byMail.key), identity: publicIdOf('email', byMail.key) }, NOW);
  bring(sql, 'x', [someone('x', 'leilah', { phone: '+351912345678' })]);
  const apart = ['Leila Haddad: linkedin leila-haddad', 'Leila Haddad: email leila@haddad.studio, x leilah'];
  expect(people()).toEqual(apart);
  expect(undo(sql, house.actor, journalId, NOW)?.partly).toBe(true);
  expect(people()).toEqual(apart);
});

describe('undoing an import', () => {
  it.each<[string, CanonicalRecord[], CanonicalRecord[]]>([
    ['a merge', wrote(onLinkedIn), wrote(byMail)],
    ['a profile that was joined', wrote(onLinkedIn), [byMail]],
    ['a contact that a profile joined', [byMail], wrote(onLinkedIn)],
  ])('takes %s back, to the last row', (_, first, second) => {
    bring(sql, 'linkedin', first);
    const before = dump(sql);
    takeBack(sql, bring(sql, 'email', second));
    expect(withoutVersions(dump(sql))).toEqual(withoutVersions(before));
  });

  it('of the older one leaves the newer person whole', () => {
    const first = bring(sql, 'linkedin', wrote(onLinkedIn));
    bring(sql, 'email', wrote(byMail));
    expect(takeBack(sql, first)).toMatchObject({ removed: { people: 1 }, stayed: [] });
    expect(people()).toEqual(['Leila Haddad: email leila@haddad.studio']);
    expect(sql.prepare('SELECT count(*) FROM ContactEvent').pluck().get()).toBe(1);
  });

  it('joins again what another import holds as well', () => {
    bring(sql, 'linkedin', wrote(onLinkedIn));
    const second = bring(sql, 'email', wrote(byMail));
    bring(sql, 'email', wrote(byMail));
    takeBack(sql, second);
    expect(people()).toHaveLength(1);
  });

  it('keeps what the user noted on the one that stays, and whom the user merged themselves', () => {
    bring(sql, 'linkedin', wrote(onLinkedIn));
    const second = bring(sql, 'email', [...wrote(byMail), ...wrote(someone('email', 'jun@sato.example', { displayName: 'Jun Sato' }))]);
    addNote(sql, house.actor, { contact: contactOf('linkedin', 'leila-haddad'), text: 'Likes kilns' }, NOW);
    mergeContacts(sql, house.actor, { contact: contactOf('linkedin', 'leila-haddad'), with: { contact: contactOf('email', 'jun@sato.example') }, how: 'by_hand' }, NOW);
    const { stayed } = takeBack(sql, second);
    expect(stayed).toEqual([{ name: 'Jun Sato', reason: 'you merged them with somebody' }]);
    expect(people()[0]).toMatch(/^Leila Haddad: .*jun@sato\.example/);
    expect(sql.prepare('SELECT c.name FROM Note n JOIN Contact c ON c.id = n.contactId').pluck().get()).toBe('Leila Haddad');
  });
});

/** Moving away and back again raises a row's version, so that nobody's undo takes it for untouched. */
function withoutVersions(tables: Record<string, unknown[]>): unknown {
  return JSON.parse(JSON.stringify(tables, (key, value: unknown) => (key === 'version' ? undefined : value)));
}
