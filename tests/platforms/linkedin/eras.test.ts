import { afterAll, describe, expect, it } from 'vitest';
import { ERAS, exportOf } from '../../fixtures/linkedin/eras';
import type { Era } from '../../fixtures/linkedin/eras';
import { recentExport } from '../../fixtures/linkedin/recent';
import { folderOnDisk, removeFolders } from '../../fixtures/zip';
import { asLines, readExport, readFiles, short } from '../read-export';

afterAll(removeFolders);

const read = (era: Era) => readFiles(exportOf(era), era.archiveName);
const REPLY = 'They are lovely.\n\nTwo things, "small" ones:\n- the blue, and\n- the footer';

describe.each(ERAS)('a LinkedIn export of $name', (era) => {
  const isOld = !era.messageColumns.includes('RECIPIENT PROFILE URLS');
  const ZOE = isOld ? 'name:zoë brandt@2-zoe==' : 'handle:zoë-brandt';

  it('is Jordan’s, for certain', async () => {
    const { owner } = await read(era);
    expect(owner.certain).toBe(true);
    expect(owner.candidates[0]).toMatchObject({
      identity: { platform: 'linkedin', kind: 'handle', key: 'jordanpike', scope: '' },
      displayName: 'Jordan Pike',
      profileUrl: 'https://www.linkedin.com/in/jordanpike',
    });
    expect(owner.candidates[0]?.evidence).toContain('name is on the profile');
  });

  it('gives every message with its direction, people and text, and none that is no message', async () => {
    const { messages } = await read(era);
    expect(asLines(messages)).toEqual([
      '2-gone== in name:linkedin member@2-gone== > handle:jordanpike: Are you still looking?',
      `2-zoe== out handle:jordanpike > ${ZOE}: Good to meet you, Zoë`,
      '2-ines== in handle:ines-okafor-3b2a91 > handle:jordanpike: Hi Jordan,\n\nwhat do you ask for a workshop & a day on site?\nInes',
      '2-circle== in handle:tomas-reyes > handle:jordanpike: Shall we meet?',
      '2-circle== out handle:jordanpike > handle:tomas-reyes handle:wren-hale: Friday or Monday?',
      '2-circle== in handle:wren-hale > handle:jordanpike: Friday works',
      '2-kofi== in handle:kofi-1188 > handle:jordanpike: Here are the mockups',
      `2-kofi== out handle:jordanpike > handle:kofi-1188: ${REPLY}`,
      '2-kofi== in handle:kofi-1188 > handle:jordanpike: Thanks!',
      '2-kofi== in handle:kofi-1188 > handle:jordanpike: Thanks!',
    ]);
  });

  it('states times to the second in UTC, and gives identical messages ids of their own', async () => {
    const { messages } = await read(era);
    const mockups = messages.find(({ text }) => text === 'Here are the mockups');
    expect(mockups?.occurredAt).toEqual({ at: Date.UTC(2020, 7, 1, 9), precision: 'second', zone: 'utc' });
    expect(mockups?.attachments).toBe(era.messageColumns.includes('ATTACHMENTS') ? 1 : undefined);
    expect(new Set(messages.map(({ externalId }) => externalId)).size).toBe(messages.length);
    const inmail = messages.find(({ conversationExternalId }) => conversationExternalId === '2-ines==');
    expect(inmail).toMatchObject({ subject: 'A question about pricing', textFormat: 'html-stripped' });
  });

  it('gives each conversation once, with its people, before its first message', async () => {
    const { conversations, items } = await read(era);
    const table = conversations.map(({ externalId, kind, title, participants }) => [externalId, kind, title, participants.map(short).sort()]);
    expect(table).toEqual([
      ['2-kofi==', 'dm', undefined, ['handle:jordanpike', 'handle:kofi-1188']],
      ['2-circle==', 'group', 'Design circle', ['handle:jordanpike', 'handle:tomas-reyes', 'handle:wren-hale']],
      ['2-ines==', 'dm', undefined, ['handle:ines-okafor-3b2a91', 'handle:jordanpike']],
      ['2-zoe==', 'dm', undefined, ['handle:jordanpike', ZOE]],
      ['2-gone==', 'dm', undefined, ['handle:jordanpike', 'name:linkedin member@2-gone==']],
    ]);
    expect(conversations[0]?.nativeUrl).toBe('https://www.linkedin.com/messaging/thread/2-kofi%3D%3D/');
    const known = new Set<string>();
    for (const { record } of items) {
      if (record.record === 'identity') known.add(short(record));
      if (record.record === 'conversation') {
        expect(record.participants.map(short).filter((one) => !known.has(one))).toEqual([]);
        known.add(record.externalId);
      }
      if (record.record === 'interaction') expect(known.has(short(record.actor))).toBe(true);
      if (record.record === 'interaction' && record.conversationExternalId) expect(known.has(record.conversationExternalId)).toBe(true);
    }
  });

  it('gives connections with what they show; namesakes stay apart', async () => {
    const { identities, relations } = await read(era);
    const connections = relations.filter(({ kind }) => kind === 'connection');
    const url = era.connectionUrls;
    expect(connections.map(({ identity }) => short(identity))).toEqual([
      url ? 'handle:ines-okafor-3b2a91' : 'name:ines okafor@connected 2019-02-08',
      url ? 'handle:kofi-1188' : 'name:kofi mensah@connected 2018-01-30',
      url ? 'handle:kofi-mensah-77' : 'name:kofi mensah@connected 2017-03-02',
      url ? 'handle:wren-hale' : 'name:wren hale, phd@connected 2016-02-29',
      url ? 'handle:zoë-brandt' : 'name:zoë brandt@connected 2015-12-01',
    ]);
    expect(connections[3]).toMatchObject({
      since: { at: Date.UTC(2016, 1, 29), precision: 'day', zone: 'assumed' },
      sinceBasis: 'stated',
    });
    const details = identities.filter(({ company }) => company !== undefined);
    expect(details[0]).toMatchObject({ displayName: 'Ines Okafor', company: 'Northwind, Inc.', title: 'Director', evidence: 'export' });
    expect(details[1]).toMatchObject({ displayName: 'Kofi Mensah', email: 'kofi@mensah.example' });
    expect(details[3]?.displayName).toBe('Wren Hale, PhD');
    const zoe = identities.find(({ key }) => key === 'zoë-brandt');
    if (url) expect(zoe).toMatchObject({ handle: 'zoë-brandt', profileUrl: 'https://www.linkedin.com/in/zo%C3%AB-brandt' });
  });

  it('gives invitations: a request each, and an interaction for those with words', async () => {
    const { relations, interactions } = await read(era);
    const who = (slug: string, name: string, iso: string) => (era.invitationUrls ? `handle:${slug}` : `name:${name}@invitation ${iso}`);
    const requests = relations.filter(({ kind }) => kind.startsWith('request'));
    expect(requests.map(({ kind, identity }) => `${kind} ${short(identity)}`)).toEqual([
      `request_in ${who('amara-diallo', 'amara diallo', '2020-07-29T18:15:00.000Z')}`,
      `request_in ${who('pat-lindqvist', 'pat lindqvist', '2019-12-01T00:05:00.000Z')}`,
      `request_out ${who('noor-haddad', 'noor haddad', '2020-03-04T09:00:00.000Z')}`,
      `request_out ${who('sam-ito', 'sam ito', '2020-02-14T12:30:00.000Z')}`,
    ]);
    const invitations = interactions.filter(({ kind }) => kind === 'invitation');
    expect(invitations.map(({ direction, text, occurredAt }) => [direction, text, occurredAt?.precision, occurredAt?.zone])).toEqual([
      ['in', 'We met at the fair, shall we stay in touch?', 'minute', 'assumed'],
      ['out', 'I liked your talk, "Slow growth"', 'minute', 'assumed'],
    ]);
  });

  it('counts what it leaves out and rejects nothing', async () => {
    const { leftOut, rejected } = await read(era);
    expect(rejected).toEqual([]);
    expect(leftOut.map(({ file, reason, count }) => [file, reason, count])).toEqual([
      ['Connections.csv', 'Connections that hide from LinkedIn’s export: only a date, no name.', 2],
      ['messages.csv', 'Sponsored messages.', 1],
      ['messages.csv', 'Messages in LinkedIn’s spam folder.', 1],
      ...(era.messageColumns.includes('IS MESSAGE DRAFT') ? [['messages.csv', 'Drafts that were never sent.', 1]] : []),
    ]);
  });

  it('names every file it reads or leaves alone', async () => {
    const { recognition } = await read(era);
    expect(recognition.parts.map(({ path, kind }) => [path, kind])).toEqual([
      ['Profile.csv', 'profile'], ['Connections.csv', 'connections'], ['messages.csv', 'messages'], ['Invitations.csv', 'invitations'],
    ]);
    expect(recognition.unused.map(({ path }) => path).sort()).toEqual([
      'Comments_34875879.csv', 'Jobs/Job Applications.csv', 'LearningCoachMessages.csv', 'Reactions.csv', 'Something New.csv',
      'guide_messages.csv', 'learning_coach_messages.csv', 'learning_role_play_messages.csv',
    ]);
    const reasonFor = (path: string) => recognition.unused.find((file) => file.path === path)?.reason;
    expect(reasonFor('Something New.csv')).toMatch(/not known/i);
    expect(reasonFor('learning_coach_messages.csv')).toMatch(/learning coach/);
    expect(reasonFor('Comments_34875879.csv')).toMatch(/comments/);
  });

  it('covers the time from the first row to the day in its name', async () => {
    const { coverage, recognition } = await read(era);
    const [, month, day, year] = /(\d\d)-(\d\d)-(\d{4})/.exec(era.archiveName) ?? [];
    const made = Date.UTC(Number(year), Number(month) - 1, Number(day));
    expect(recognition.generatedAt).toBe(made);
    expect(coverage).toEqual([
      // Two members hide, so somebody's absence from the list is no sign of a loss.
      { kind: 'connection', direction: 'in', from: Date.UTC(2015, 11, 1), to: made, complete: false },
      { kind: 'message', direction: 'in', from: Date.UTC(2020, 3, 1, 11), to: made, complete: true },
      { kind: 'message', direction: 'out', from: Date.UTC(2020, 3, 1, 11), to: made, complete: true },
      { kind: 'invitation', direction: 'in', from: Date.UTC(2019, 11, 1, 0, 5), to: made, complete: true },
      { kind: 'invitation', direction: 'out', from: Date.UTC(2019, 11, 1, 0, 5), to: made, complete: true },
      { kind: 'request_in', direction: 'in', from: Date.UTC(2019, 11, 1, 0, 5), to: made, complete: false },
      { kind: 'request_out', direction: 'out', from: Date.UTC(2019, 11, 1, 0, 5), to: made, complete: false },
    ]);
  });

  it('reads the same from a folder, and the same again', async () => {
    const ids = (read: Awaited<ReturnType<typeof readExport>>) => read.interactions.map(({ externalId }) => externalId);
    const zip = await read(era);
    const folder = await readExport(await folderOnDisk(exportOf(era)), era.archiveName);
    expect(ids(folder)).toEqual(ids(zip));
    expect(folder.items.map(({ record }) => record)).toEqual(zip.items.map(({ record }) => record));
  });

  it('moves its place forward and ends with all bytes read', async () => {
    const { items, recognition } = await read(era);
    items.slice(1).forEach((item, index) => {
      const before = items[index];
      expect(item.part > (before?.part ?? 0) || item.row >= (before?.row ?? 0)).toBe(true);
      expect(item.bytes).toBeGreaterThanOrEqual(before?.bytes ?? 0);
    });
    expect(items.at(-1)?.bytes).toBe(recognition.parts.reduce((sum, { size }) => sum + size, 0));
  });
});

it('gives a message the same id whichever era its export is from', async () => {
  const [first, ...others] = await Promise.all(ERAS.map(read));
  const ids = (messages: typeof first) => messages?.messages.map(({ externalId }) => externalId);
  for (const other of others) expect(ids(other)).toEqual(ids(first));
});

it('the recent export that walks use is one of its era: every file is read, and its profile says whose it is', async () => {
  const { recognition, owner } = await readExport(await recentExport(Date.UTC(2026, 10, 26)), 'export.zip');
  expect(recognition.unused).toEqual([]);
  expect(owner).toMatchObject({ certain: true, candidates: [{ displayName: 'Jordan Pike', evidence: expect.stringContaining('on the profile') }] });
});
