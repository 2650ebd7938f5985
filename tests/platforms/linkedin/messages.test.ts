import { afterAll, describe, expect, it } from 'vitest';
import { csvTable, csvText } from '../../fixtures/linkedin/csv-text';
import { removeFolders } from '../../fixtures/zip';
import { asLines, readFiles, short } from '../read-export';
import { MESSAGE_COLUMNS, messageFields, OWN } from './rows';

afterAll(removeFolders);

type Fields = Record<string, string>;
const url = (slug: string) => `https://www.linkedin.com/in/${slug}`;
const read = (rows: readonly Fields[], columns: readonly string[] = MESSAGE_COLUMNS) =>
  readFiles({ 'messages.csv': csvTable(columns, rows) }, 'export.zip', OWN);

describe('who said what to whom', () => {
  it('reads what was sent out of the inbox, like everything else', async () => {
    const { messages } = await read([messageFields({ CONTENT: 'Mine' }, true), messageFields({ CONTENT: 'Theirs' })]);
    expect(messages.map(({ text, direction }) => [text, direction])).toEqual([['Mine', 'out'], ['Theirs', 'in']]);
  });

  it.each(['INBOX', 'ARCHIVE', 'SENT', '', 'OTHER'])('reads folder %j', async (FOLDER) => {
    const { messages, conversations } = await read([messageFields({ FOLDER })]);
    expect(messages).toHaveLength(1);
    expect(conversations[0]?.folder).toBe(FOLDER || undefined);
  });

  it('knows a person by their address even where the name in it changed', async () => {
    const { identities, messages } = await read([
      messageFields({ FROM: 'Ada Ito-Novak', DATE: '2024-06-01 10:00:00 UTC' }),
      messageFields({ FROM: 'Ada Ito', 'SENDER PROFILE URL': 'http://nl.linkedin.com/in/ADA-ITO/?x=1' }),
    ]);
    expect(new Set(messages.map(({ actor }) => short(actor)))).toEqual(new Set(['handle:ada-ito']));
    expect(identities.filter(({ key }) => key === 'ada-ito').map(({ displayName }) => displayName)).toEqual(['Ada Ito-Novak']);
  });

  it.each(['javascript:alert(1)', 'https://evil.example/in/ada-ito', '//linkedin.com.evil.example/in/ada-ito'])(
    'takes %s for no address: the name then counts in its conversation only',
    async (bad) => {
      const { messages, identities } = await read([messageFields({ 'SENDER PROFILE URL': bad })]);
      expect(messages.map(({ actor }) => short(actor))).toEqual(['name:ada ito@2-ada==']);
      expect(JSON.stringify(identities)).not.toContain(bad);
    },
  );

  it('keeps namesakes in different conversations apart', async () => {
    const nameless = { 'SENDER PROFILE URL': '' };
    const { messages } = await read([messageFields(nameless), messageFields({ ...nameless, 'CONVERSATION ID': '2-other==' })]);
    expect(messages.map(({ actor }) => short(actor))).toEqual(['name:ada ito@2-ada==', 'name:ada ito@2-other==']);
  });

  it('finds the address of a nameless row in the same conversation', async () => {
    const { messages, conversations } = await read([
      messageFields({ 'SENDER PROFILE URL': '', CONTENT: 'Later' }),
      messageFields({ CONTENT: 'Earlier' }),
    ]);
    expect(messages.map(({ actor }) => short(actor))).toEqual(['handle:ada-ito', 'handle:ada-ito']);
    expect(conversations[0]?.participants).toHaveLength(2);
  });

  it('keeps deleted members, marked as gone', async () => {
    const { identities, conversations } = await read([messageFields({ FROM: 'LinkedIn Member', 'SENDER PROFILE URL': '' })]);
    expect(identities.find(({ kind }) => kind === 'name')).toMatchObject({ displayName: 'LinkedIn Member', gone: true, scope: '2-ada==' });
    expect(conversations[0]?.kind).toBe('dm');
  });

  it('counts a deleted member among the people of a group', async () => {
    const { conversations } = await read([
      messageFields({ TO: 'Ada Ito, LinkedIn Member', 'RECIPIENT PROFILE URLS': url('ada-ito') }, true),
    ]);
    expect(conversations[0]).toMatchObject({ kind: 'group' });
    expect(conversations[0]?.participants.map(short)).toEqual(['handle:jordanpike', 'handle:ada-ito', 'name:linkedin member@2-ada==']);
  });

  it('takes people from the address list, not from names full of commas', async () => {
    const { conversations, identities } = await read([
      messageFields({ TO: 'Tomás Reyes, Wren Hale, PhD', 'RECIPIENT PROFILE URLS': `${url('tomas')},${url('wren')}` }, true),
    ]);
    expect(conversations[0]?.participants.map(short)).toEqual(['handle:jordanpike', 'handle:tomas', 'handle:wren']);
    expect(identities.find(({ key }) => key === 'wren')).toMatchObject({ displayName: 'Wren Hale, PhD', evidence: 'inferred' });
  });

  it('knows the user under the name the archive gives, whatever they are called in Kith', async () => {
    const nine = MESSAGE_COLUMNS.filter((column) => column !== 'RECIPIENT PROFILE URLS');
    const other = { 'CONVERSATION ID': '2-ben==', FROM: 'Ben Costa', 'SENDER PROFILE URL': url('ben') };
    const files = { 'messages.csv': csvTable(nine, [messageFields({}, true), messageFields(other)]) };
    const { conversations } = await readFiles(files, 'x.zip', { ...OWN, displayName: 'JP' });
    expect(conversations.map(({ kind, participants }) => [kind, ...participants.map(short)])).toEqual([
      ['dm', 'handle:jordanpike', 'name:ada ito@2-ada=='],
      ['dm', 'handle:jordanpike', 'handle:ben'],
    ]);
  });

  it('introduces every address of the user’s own', async () => {
    const own = { ...OWN, identities: [...OWN.identities, { platform: 'linkedin', kind: 'handle', key: 'jordan-old', scope: '' } as const] };
    const rows = [messageFields({ 'SENDER PROFILE URL': url('jordan-old') }, true)];
    const { messages, conversations, identities } = await readFiles({ 'messages.csv': csvTable(MESSAGE_COLUMNS, rows) }, 'x.zip', own);
    expect(messages.map(({ direction, actor }) => [direction, short(actor)])).toEqual([['out', 'handle:jordan-old']]);
    expect(identities.map(short)).toContain('handle:jordan-old');
    expect(conversations[0]).toMatchObject({ kind: 'dm' });
  });

  it('leaves somebody without a name where the commas can’t be told', async () => {
    const { identities } = await read([
      messageFields({ TO: 'Kofi, Analyst at Large, Ada Ito', 'RECIPIENT PROFILE URLS': `${url('kofi')},${url('ada-ito')}` }, true),
    ]);
    expect(identities.find(({ key }) => key === 'kofi')).toMatchObject({ evidence: 'stub' });
    expect(identities.find(({ key }) => key === 'kofi')?.displayName).toBeUndefined();
  });
});

describe('groups', () => {
  const group = (size: number, fields: Fields = {}) => {
    const others = Array.from({ length: size - 2 }, (_, index) => url(`member-${index}`));
    return messageFields({ 'RECIPIENT PROFILE URLS': [url('jordanpike'), ...others].join(','), TO: 'Everybody', ...fields });
  };

  it.each([
    [8, 'Hello all', 'in', 'group'],
    [9, 'Hello all', 'other', 'group'],
    [9, 'Hello @Jordan, look', 'in', 'mentioned'],
    [9, 'Did Jordan Pike see this?', 'in', 'mentioned'],
    [9, 'Michael Jordan and @Jordana', 'other', 'group'],
  ])('with %i people, %j is %s', async (size, CONTENT, direction, role) => {
    const { messages, conversations } = await read([group(size, { CONTENT })]);
    expect(conversations[0]).toMatchObject({ kind: 'group' });
    expect(conversations[0]?.participants).toHaveLength(size);
    expect(messages[0]).toMatchObject({ direction, targets: [{ identity: { key: 'jordanpike' }, role }] });
  });

  it('counts everybody who is in any of its rows, in whichever order they come', async () => {
    const rows = [messageFields({ CONTENT: 'First listed' }), group(9, { CONTENT: 'Listed later', DATE: '2024-01-01 10:00:00 UTC' })];
    for (const order of [rows, [...rows].reverse()]) {
      const { messages } = await read(order);
      expect(messages.map(({ direction }) => direction)).toEqual(['other', 'other']);
    }
  });

  it('refuses a made-up list of recipients', async () => {
    const { rejected, messages } = await read([group(3000), messageFields()]);
    expect(rejected.map(({ reason }) => reason)).toEqual(['This message names more than 500 recipients.']);
    expect(messages).toHaveLength(1);
  });
});

describe('what is not imported', () => {
  it.each([
    ['Sponsored messages.', { 'SENDER PROFILE URL': '', FROM: 'Ads Inc', CONTENT: '<p class="spinmail-quill-editor__spin-break">Buy</p>' }],
    ['Messages in LinkedIn’s spam folder.', { FOLDER: 'SPAM' }],
    ['Messages in LinkedIn’s spam folder.', { FOLDER: 'Spam' }],
    ['Drafts that were never sent.', { 'IS MESSAGE DRAFT': 'Yes' }],
    ['Drafts that were never sent.', { 'IS MESSAGE DRAFT': 'TRUE', DATE: '' }],
    ['Drafts that were never sent.', { 'IS CONVERSATION DRAFT': 'Yes' }],
  ])('%s', async (reason, fields) => {
    const { leftOut, interactions, conversations, rejected } = await read(
      [messageFields(fields), messageFields(fields)],
      [...MESSAGE_COLUMNS, 'IS CONVERSATION DRAFT'],
    );
    expect(leftOut).toEqual([{ record: 'left_out', file: 'messages.csv', reason, count: 2 }]);
    expect([interactions, conversations, rejected]).toEqual([[], [], []]);
  });

  it.each([
    ['This message has no date that can be read.', { DATE: '' }],
    ['This message has no date that can be read.', { DATE: 'yesterday' }],
    ['This message has no conversation id.', { 'CONVERSATION ID': ' ' }],
    ['This message has no sender.', { FROM: '', 'SENDER PROFILE URL': '' }],
  ])('%s', async (reason, fields) => {
    const { rejected, messages } = await read([messageFields({ CONTENT: 'one\ntwo' }), messageFields({ ...fields, CONTENT: 'x'.repeat(500) }), messageFields()]);
    expect(rejected).toHaveLength(1);
    expect(rejected[0]).toMatchObject({ file: 'messages.csv', line: 4, reason });
    expect(rejected[0]?.sample?.length).toBeLessThanOrEqual(200);
    expect(messages).toHaveLength(2);
  });

  it('keeps talk about sponsored mail by somebody real', async () => {
    const { messages } = await read([messageFields({ CONTENT: 'What is spinmail-quill-editor?' })]);
    expect(messages).toHaveLength(1);
  });

  it('counts the content of columns it does not know', async () => {
    const { leftOut } = await read([messageFields({ MOOD: 'happy' }), messageFields({ MOOD: '' }), messageFields({ MOOD: 'sad' })], [...MESSAGE_COLUMNS, 'MOOD']);
    expect(leftOut).toEqual([
      { record: 'left_out', file: 'messages.csv', reason: 'The column “mood” is not known and was not read.', count: 2 },
    ]);
  });
});

describe('shapes of the table', () => {
  it('reads columns in any order and case', async () => {
    const columns = [...MESSAGE_COLUMNS].reverse();
    const rows = [messageFields({ CONTENT: 'Hi' })];
    const text = csvText([columns.map((column) => ` ${column.toLowerCase()} `), ...rows.map((row) => columns.map((column) => row[column] ?? ''))]);
    const { messages } = await readFiles({ 'messages.csv': text }, 'export.zip', OWN);
    expect(asLines(messages)).toEqual(['2-ada== in handle:ada-ito > handle:jordanpike: Hi']);
  });

  it('reads short rows, and rejects long ones instead of guessing what slipped', async () => {
    const text = csvTable(MESSAGE_COLUMNS.slice(0, 10), [messageFields()]) + '2-x==,,Ada,,,,2024-01-01 00:00:00 UTC,,Yes, please,INBOX,too many\n2-y==,,Ada\n';
    const { messages, rejected } = await readFiles({ 'messages.csv': text }, 'export.zip', OWN);
    expect(messages).toHaveLength(1);
    expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'This row has more cells than the header has columns.'],
      [4, 'This message has no date that can be read.'],
    ]);
  });

  it('keeps a message without text: a picture or a post that was shared', async () => {
    const { messages } = await read([messageFields({ CONTENT: '', ATTACHMENTS: 'https://a/1 https://a/2' })]);
    expect(messages[0]).toMatchObject({ attachments: 2 });
    expect(messages[0]).not.toHaveProperty('text');
  });

  it('reads a header alone as no messages, and claims to have seen nothing', async () => {
    const { messages, coverage, rejected } = await read([]);
    expect([messages, coverage, rejected]).toEqual([[], [], []]);
  });
});
