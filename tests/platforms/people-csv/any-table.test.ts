import { afterAll, describe, expect, it } from 'vitest';
import type { ReadingQuestion } from '../../../app/domain/imports/questions';
import { CUSTOMERS, FOLLOWERS, RAGGED, X_FOLLOWERS } from '../../fixtures/people-csv/any-table';
import { csvText, utf16, windows1252, withBom } from '../../fixtures/linkedin/csv-text';
import { removeFolders } from '../../fixtures/zip';
import { readFile, readFiles } from '../read-export';
import { inLines } from './in-lines';

afterAll(removeFolders);

type ColumnsQuestion = Extract<ReadingQuestion, { asks: 'columns' }>;
const columnsOf = (questions: readonly ReadingQuestion[]): ColumnsQuestion => {
  const question = questions.find((one): one is ColumnsQuestion => one.asks === 'columns');
  if (!question) throw new Error('The columns are not asked');
  return question;
};

const ANNA = 'email email:anna@berg.example <Anna Berg> +4915123456789 Berg & Söhne/ listed';

describe('a table nobody has a preset for', () => {
  it('asks what its columns mean, with values to recognise them by', async () => {
    const { questions, recognition } = await readFile(CUSTOMERS.name, CUSTOMERS.content);
    expect(recognition).toMatchObject({ platform: 'csv', title: 'Table of people', accountLabel: 'Kundenliste', generatedAt: Date.UTC(2026, 9, 31) });
    const { columns, meanings, fingerprint } = columnsOf(questions);
    expect(columns.map(({ header, suggested }) => `${header}: ${suggested}`)).toEqual([
      'Vorname: given_name', 'Nachname: family_name', 'E-Mail: email', 'Telefon: phone', 'Firma: company', 'Land: country', 'Kunde seit: since', 'Umsatz: skip', 'Lieblingsfarbe: skip',
    ]);
    expect(columns[0]?.samples).toEqual(['Anna', 'Bruno', 'Cleo']);
    const values = meanings.map(({ value }) => value);
    expect(columns.every(({ suggested }) => values.includes(suggested))).toBe(true);
    expect(new Set(values).size).toBe(values.length);
    expect(meanings.find(({ value }) => value === 'handle:instagram')?.label).toBe('Handle on Instagram');
    expect(questions).toContainEqual({ asks: 'list_kind', suggested: 'contacts' });
    const again = await readFile('other.csv', CUSTOMERS.content.split('\n').slice(0, 2).join('\n'));
    expect(columnsOf(again.questions).fingerprint).toBe(fingerprint);
    const another = await readFile('other.csv', CUSTOMERS.content.replace('Firma', 'Betrieb'));
    expect(columnsOf(another.questions).fingerprint).not.toBe(fingerprint);
  });

  it('shows five values of a column at most', async () => {
    const { questions } = await readFile('many.csv', csvText([['Email', 'Note'], ...Array.from({ length: 30 }, (_, index) => [`p${index}@ex.example`, 'x'.repeat(500)])]));
    expect(columnsOf(questions).columns.map(({ samples }) => samples.length)).toEqual([5, 1]);
    expect(columnsOf(questions).columns[1]?.samples[0]?.length).toBeLessThanOrEqual(80);
  });

  it('is read as suggested where nobody answers', async () => {
    const { people, numbers, leftOut, rejected } = inLines(await readFile(CUSTOMERS.name, CUSTOMERS.content));
    expect(people).toEqual([ANNA, 'email email:bruno@klein.example <Bruno Klein> +4315880 listed', 'csv name:cleo lang@Kundenliste <Cleo Lang> listed']);
    expect(numbers).toEqual([`email:anna@berg.example listed_since ${Date.UTC(2021, 1, 13)}`, `email:bruno@klein.example listed_since ${Date.UTC(2020, 11, 1)}`]);
    expect(leftOut).toEqual(['1 × The column “Umsatz” was matched to nothing and left out.', '2 × The column “Lieblingsfarbe” was matched to nothing and left out.']);
    expect(rejected).toEqual([]);
  });

  it('is read as the user matched it', async () => {
    const columns = ['family_name', 'given_name', 'email', 'skip', 'title', 'skip', 'since', 'number', 'no such meaning'];
    const { people, relations, numbers } = inLines(await readFile(CUSTOMERS.name, CUSTOMERS.content, undefined, { columns, listKind: 'audience' }));
    expect(people[0]).toBe('email email:anna@berg.example <Berg Anna>');
    expect(relations[0]).toBe('email:anna@berg.example member 2021-02-13 assumed');
    expect(numbers).toEqual(['email:anna@berg.example umsatz 1250']);
  });

  it.each([
    ['UTF-8 with a mark', withBom(CUSTOMERS.content)], ['UTF-16', utf16(CUSTOMERS.content)], ['Windows-1252', windows1252(CUSTOMERS.content)],
    ['tabs', Buffer.from(CUSTOMERS.content.replaceAll(';', '\t'))], ['bars', Buffer.from(CUSTOMERS.content.replaceAll(';', '|'))],
    ['commas', Buffer.from(CUSTOMERS.content.replace('1.250,00', '"1.250,00"').replace(/€;/, '€",').replace('"1.250,00" €"', '"1.250,00 €"').replaceAll(';', ','))],
    ['CR alone', Buffer.from(CUSTOMERS.content.replaceAll('\n', '\r'))], ['Excel’s first line', Buffer.from(`sep=;\r\n${CUSTOMERS.content}`)],
    ['a preamble', Buffer.from(`Kundenliste\n"Stand:\n31.10.2026"\n\n${CUSTOMERS.content}`)],
    ['trailing empty columns', Buffer.from(CUSTOMERS.content.replaceAll('\n', ';;;\n'))],
    ['its headings again further down', Buffer.from(CUSTOMERS.content + CUSTOMERS.content)],
  ])('with %s gives the same people', async (_trait, content) => {
    const people = inLines(await readFile(CUSTOMERS.name, content)).people;
    expect(people.slice(0, 2)).toEqual([ANNA, 'email email:bruno@klein.example <Bruno Klein> +4315880 listed']);
  });

  it('reads a second column of one name, line breaks in cells and short rows; a row too long is shown', async () => {
    const { people, together, rejected, leftOut } = inLines(await readFile(RAGGED.name, RAGGED.content));
    expect(people).toEqual(['email email:ada@ito.example <Ada Ito> listed', 'email email:ada@work.example <Ada Ito>', 'email email:ben@ray.example <Ben Ray> listed']);
    expect(together).toEqual(['email:ada@ito.example = email:ada@work.example']);
    expect(rejected).toEqual(['9: This row has more cells than the header has columns.']);
    expect(leftOut).toEqual(['1 × Notes in the column “Note”: Kith does not take them over from tables yet.']);
  });

  it('undoes what keeps a spreadsheet from calculating', async () => {
    const { people } = inLines(await readFile('safe.csv', 'Name,Phone,Handle on X\n"=""Ada""",\'+4915123456789,\'@ada_ito\n', undefined, { columns: ['name', 'phone', 'handle:x'] }));
    expect(people).toEqual(['x handle:ada_ito <Ada> +4915123456789 listed https://x.com/ada_ito']);
  });

  it('keeps what a list says about mailing, the strictest word first', async () => {
    const content = 'Email,Status,Opted out\na@ex.example,subscribed,no\nb@ex.example,subscribed,yes\nc@ex.example,Bounced,\nd@ex.example,gold,2024-05-06\n';
    const { mail, relations, leftOut } = inLines(await readFile('list.csv', content));
    expect(relations[0]).toBe('email:a@ex.example subscriber -');
    expect(mail).toEqual([
      'email:a@ex.example email subscribed -', 'email:b@ex.example email unsubscribed -', 'email:c@ex.example email bounced -', 'email:d@ex.example email unsubscribed 2024-05-06 assumed',
    ]);
    expect(leftOut).toEqual(['1 × Words in the column “Status” that say nothing about mailing.']);
  });

  it('reads all tables with the same headings in one run', async () => {
    const head = 'Name,Email\n';
    const both = await readFiles({ 'a.csv': `${head}Ada,ada@ex.example\n`, 'b.csv': `${head}Ben,ben@ex.example\n`, 'c.csv': 'Email,City\ncy@ex.example,Rome\n', 'readme.txt': 'Hello.' });
    expect(inLines(both).people).toHaveLength(2);
    expect(both.recognition.unused.map(({ path, reason }) => `${path}: ${reason.slice(0, 30)}`)).toEqual(['c.csv: A table with other columns tha', 'readme.txt: No table of people.']);
  });
});

describe('the order of dates', () => {
  const table = (...dates: string[]) => csvText([['Name', 'Email', 'Customer since'], ...dates.map((date, index) => ['Ada', `p${index}@ex.example`, date])]);
  const days = async (content: string, answers = {}) => inLines(await readFile('t.csv', content, undefined, answers)).numbers.map((line) => new Date(Number(line.split(' ').at(-1))).toISOString().slice(0, 10));
  const asked = async (content: string) => (await readFile('t.csv', content)).questions.find(({ asks }) => asks === 'date_order');

  it.each([
    ['by one row for all before it', table('03/04/2021', '05/06/2021', '13/06/2021'), ['2021-04-03', '2021-06-05', '2021-06-13']],
    ['by one row, month first', table('03/04/2021', '12/31/2021'), ['2021-03-04', '2021-12-31']],
    ['by dots', table('03.04.2021'), ['2021-04-03']],
    ['by years in front', table('2021-04-03'), ['2021-04-03']],
    ['by the name of the month', table('3 Apr 2021', 'April 3, 2021'), ['2021-04-03', '2021-04-03']],
    ['not at all where both mean the same day', table('05/05/2021'), ['2021-05-05']],
  ])('is told %s, and not asked', async (_how, content, expected) => {
    expect(await asked(content)).toBeUndefined();
    expect(await days(content)).toEqual(expected);
  });

  it('is asked where every date can be read in two ways, or the dates contradict', async () => {
    const open = table('03/04/2021', '05/06/2021');
    expect(await asked(open)).toEqual({ asks: 'date_order', orders: ['day_first', 'month_first'], suggested: 'month_first', examples: ['03/04/2021', '05/06/2021'] });
    expect(await days(open, { dateOrder: 'day_first' })).toEqual(['2021-04-03', '2021-06-05']);
    expect(await days(open, { dateOrder: 'month_first' })).toEqual(['2021-03-04', '2021-05-06']);
    const mixed = table('03/04/2021', '13/06/2021', '06/13/2021');
    expect(await asked(mixed)).toMatchObject({ asks: 'date_order', examples: ['03/04/2021'] });
    expect(await days(mixed, { dateOrder: 'day_first' })).toEqual(['2021-04-03', '2021-06-13', '2021-06-13']);
  });
});

describe('followers with what their profiles show', () => {
  it('become an audience on their network', async () => {
    const read = await readFile(FOLLOWERS.name, FOLLOWERS.content);
    const { people, relations, profiles, leftOut } = inLines(read);
    expect(read.questions).toContainEqual({ asks: 'list_kind', suggested: 'audience' });
    expect(people).toEqual(['instagram handle:anna.berg <Anna Berg> https://www.instagram.com/anna.berg/', 'instagram handle:bot_7781 https://www.instagram.com/bot_7781/']);
    expect(relations).toEqual(['handle:anna.berg follower -', 'handle:bot_7781 follower -']);
    expect(profiles).toEqual([
      'handle:anna.berg {"followers":1204,"following":301,"posts":88,"bio":"Potter, Lisbon","isPrivate":false,"isVerified":false}',
      'handle:bot_7781 {"followers":3,"following":4980,"posts":0,"isPrivate":true,"isVerified":false}',
    ]);
    expect(leftOut).toEqual([]);
    expect(read.snapshots).toMatchObject([{ kind: 'follower', complete: false }]);
  });

  it('on X go by their id, with the handle as its label; ids a spreadsheet shortened name nobody', async () => {
    const read = await readFile(X_FOLLOWERS.name, X_FOLLOWERS.content);
    const { people, profiles, rejected, leftOut } = inLines(read);
    expect(people).toEqual(['x id:1310630474755178496 <Ines Okafor> https://x.com/i/user/1310630474755178496', 'x handle:kofi_m <Kofi> https://x.com/kofi_m']);
    expect(read.identities[0]?.handle).toBe('ines_o');
    expect(JSON.parse(profiles[0]?.replace(/^\S+ /, '') ?? '')).toEqual({
      followers: 812, following: 400, posts: 9120, bio: 'designer, she/her', location: 'Lagos', createdAt: Date.UTC(2017, 1, 18, 19, 45, 15), isVerified: false,
    });
    expect(rejected).toEqual(['4: A spreadsheet shortened the account id in this row, and nothing else says who it is.']);
    expect(leftOut).toEqual(['1 × Account ids that a spreadsheet shortened (1.31E+18): their last digits are lost, so they name nobody.']);
  });

  it('of an unknown network stay in their list', async () => {
    const { people } = inLines(await readFile('fans.csv', 'Username,Followers\n@ada,3\n'));
    expect(people).toEqual(['csv handle:ada@fans']);
  });

  it.each([
    ['x_following.csv', 'Username,Bio\n@ada,hello\n', 'following'], ['x_followers.csv', 'Username,Bio\n@ada,hello\n', 'follower'],
    ['leads.csv', 'Name,Profile\nAda,https://x.com/ada\n', 'member'], ['leads.csv', 'Name,Profile,Followers,Email\nAda,https://x.com/ada,12,ada@ex.example\n', 'follower'],
  ])('in %s with %j are %s', async (name, content, kind) => {
    const { relations } = await readFile(name, content);
    expect(relations.map((relation) => [relation.identity.platform, relation.kind])).toEqual([['x', kind]]);
  });
});
