import { afterAll, describe, expect, it } from 'vitest';
import { removeFolders } from '../../fixtures/zip';
import { survivesDamage } from '../hostile';
import { asLines, readFile, readFiles, short } from '../read-export';
import { KAI, LOG_DM, LOG_SERVER, ME, NOVA, OLD_TABLE, PACKAGE_2021, PACKAGE_2024, TABLE, TABLE_NAME } from './exports';

afterAll(removeFolders);

const JORDAN = { identities: [{ platform: 'discord' as const, kind: 'id' as const, key: ME, scope: '' }], displayName: 'Jordan Pike' };

describe('Discord’s package of 2024', () => {
  it('belongs to the account in it', async () => {
    const { owner, recognition } = await readFiles(PACKAGE_2024);
    expect(owner).toMatchObject({ certain: true, candidates: [{ displayName: 'Jordan Pike', identity: { key: ME } }] });
    expect(owner.candidates[0]?.also?.map(short)).toEqual(['handle:jordanpike', 'email:jordan@ex.org']);
    expect(recognition.unused.map(({ path }) => path)).toEqual(['Account/avatar.png', 'Activity/analytics/events-2024-00000-of-00001.json', 'Servers/index.json']);
  });

  it('gives the user’s own words with ids beyond 2^53 as they are written', async () => {
    const { messages } = await readFiles(PACKAGE_2024);
    expect(asLines(messages)).toEqual([
      `1180000000000000001 out id:${ME} > id:${NOVA}: hey`,
      `1180000000000000001 out id:${ME} > id:${NOVA}: `,
      `1180000000000000002 out id:${ME} > id:${NOVA} id:${KAI}: at eight`,
      `1180000000000000003 out id:${ME} > id:${NOVA}: thanks @Nova :wave:`,
      `1180000000000000004 out id:${ME} > name:deleted user@1180000000000000004: still there?`,
    ]);
    expect(messages.map(({ externalId, attachments }) => [externalId, attachments])).toEqual([
      ['1180000000000000011', undefined], ['1180000000000000013', 2], ['1180000000000000021', undefined], ['1180000000000000031', undefined], ['1180000000000000041', undefined],
    ]);
    expect(messages[0]?.occurredAt).toEqual({ at: Date.UTC(2023, 11, 11, 2, 1, 9), precision: 'second', zone: 'utc' });
  });

  it('gives friends, requests and the blocked, and counts what Discord keeps for itself', async () => {
    const { relations, identities, leftOut, snapshots } = await readFiles(PACKAGE_2024);
    expect(relations.map(({ kind, identity, sinceBasis }) => `${kind} ${identity.key} ${sinceBasis}`)).toEqual([
      `friend ${NOVA} stated`, `blocked ${KAI} first_seen`, 'request_in 1100000000000000004 first_seen',
    ]);
    expect(identities.find(({ key }) => key === KAI)).toMatchObject({ handle: 'Kai#1234', displayName: 'Kai' });
    expect(identities.find(({ gone }) => gone)).toMatchObject({ kind: 'name', displayName: 'Deleted User' });
    expect(leftOut.map(({ file, count }) => `${file} ${count}`)).toEqual(['Account/user.json 1', 'Messages/c1180000000000000001/messages.json 1']);
    expect(snapshots.map(({ kind, complete }) => [kind, complete])).toEqual([['friend', true], ['blocked', true]]);
  });

  it('names conversations, and never claims to have seen the other side', async () => {
    const { conversations, coverage } = await readFiles(PACKAGE_2024);
    expect(conversations.map(({ kind, title }) => [kind, title])).toEqual([['dm', undefined], ['group', 'press night'], ['channel', '#general (Printers)'], ['dm', undefined]]);
    expect(coverage.map(({ kind, direction, complete }) => [kind, direction, complete])).toEqual([['message', 'out', false]]);
  });
});

describe('Discord’s package of 2021', () => {
  it('reads CSV in localised folders without the letter', async () => {
    const { messages, rejected } = await readFiles(PACKAGE_2021);
    expect(messages).toMatchObject([{ externalId: '1180000000000000011', text: 'hey, "you"\nsecond line', occurredAt: { at: Date.UTC(2021, 2, 4, 5, 6, 7, 123), precision: 'ms' }, targets: [{ identity: { key: NOVA }, role: 'to' }] }]);
    expect(rejected).toMatchObject([{ file: 'mensajes/1180000000000000001/messages.csv', reason: expect.stringContaining('no time') }]);
  });

  it('without the account file, takes whoever is in all conversations, or asks', async () => {
    const one = Object.fromEntries(Object.entries(PACKAGE_2021).filter(([path]) => !path.endsWith('user.json')));
    expect((await readFiles(one)).owner).toMatchObject({ certain: false, candidates: [{}, {}] });
    const two = { ...one, 'mensajes/1180000000000000009/channel.json': `{"id": "1180000000000000009", "type": 1, "recipients": ["${KAI}", "${ME}"]}`, 'mensajes/1180000000000000009/messages.csv': 'ID,Timestamp,Contents,Attachments\n' };
    expect((await readFiles(two)).owner).toMatchObject({ certain: true, candidates: [{ identity: { key: ME } }, {}, {}] });
  });

  it('knows the other one by their user name where nothing else is left', async () => {
    const files = { ...PACKAGE_2021, 'mensajes/1180000000000000001/channel.json': '{"id": "1180000000000000001", "type": 1}' };
    expect((await readFiles(files)).messages[0]?.targets.map(({ identity }) => short(identity))).toEqual(['handle:nova']);
  });
});

describe('channels by DiscordChatExporter', () => {
  it('gives both sides, answers, reactions and the zone of each time', async () => {
    const { messages, interactions, conversations, leftOut, recognition } = await readFile('nova.json', LOG_DM, JORDAN);
    expect(recognition.generatedAt).toBe(Date.UTC(2026, 8, 3, 8));
    expect(asLines(messages)).toEqual([`1180000000000000001 out id:${ME} > id:${NOVA}: hey`, `1180000000000000001 in id:${NOVA} > id:${ME}: hi`]);
    expect(messages.map(({ occurredAt }) => occurredAt)).toEqual([
      { at: Date.UTC(2026, 8, 2, 9), precision: 'ms', zone: 'offset' }, { at: Date.UTC(2026, 8, 2, 9, 1), precision: 'ms', zone: 'utc' },
    ]);
    expect(messages[1]).toMatchObject({ parentExternalId: '1180000000000000011', attachments: 1 });
    expect(interactions.filter(({ kind }) => kind === 'reaction')).toMatchObject([{ direction: 'out', emoji: '🎉', targets: [{ identity: { key: NOVA } }], occurredAt: null }]);
    expect(conversations).toMatchObject([{ externalId: '1180000000000000001', kind: 'dm', title: 'nova' }]);
    expect(leftOut.map(({ reason, count }) => `${count} ${reason.slice(0, 10)}`)).toEqual(['1 Reactions ', '1 Lines that']);
  });

  it('gives the same ids as Discord’s own package', async () => {
    const own = await readFiles(PACKAGE_2024);
    const log = await readFile('nova.json', LOG_DM, JORDAN);
    expect(log.messages[0]?.externalId).toBe(own.messages[0]?.externalId);
    expect(log.conversations[0]?.externalId).toBe(own.conversations[0]?.externalId);
  });

  it('asks who the user is, the one it is not called after first', async () => {
    const { owner } = await readFile('nova.json', LOG_DM);
    expect(owner.certain).toBe(false);
    expect(owner.candidates.map(({ displayName }) => displayName)).toEqual(['Jordan Pike', 'Nova']);
  });

  it('in a channel of many, hears only what answers or names the user', async () => {
    const { messages, conversations, leftOut } = await readFile('general.json', LOG_SERVER, JORDAN);
    expect(messages.map(({ direction, targets }) => [direction, ...targets.map(({ identity, role }) => `${identity.key} ${role}`)])).toEqual([
      ...Array.from({ length: 10 }, () => ['other', `${ME} group`]), ['out'], ['in', `${ME} mentioned`], ['out', `${NOVA} mentioned`],
    ]);
    expect(conversations).toMatchObject([{ kind: 'channel', title: '#general (Printers)' }]);
    expect(leftOut.map(({ reason, count }) => `${count} ${reason.slice(0, 16)}`)).toEqual(['1 Messages by bots', '1 Lines that Disco']);
  });

  it('reads tables with what their names say, and no zone is asked where they have one', async () => {
    const { messages, conversations, questions, leftOut } = await readFile(TABLE_NAME, TABLE, JORDAN);
    expect(asLines(messages)).toEqual([`1180000000000000001 out id:${ME} > id:${NOVA}: hey`, `1180000000000000001 in id:${NOVA} > id:${ME}: hi`]);
    expect(conversations).toMatchObject([{ kind: 'dm', title: 'nova', externalId: '1180000000000000001' }]);
    expect(questions).toEqual([]);
    expect(leftOut).toMatchObject([{ count: 2, reason: expect.stringContaining('not whose') }]);
  });

  it('asks for the zone of older tables, and keeps two identical messages apart', async () => {
    const { messages, questions } = await readFile(TABLE_NAME, OLD_TABLE, JORDAN, { zone: 'Europe/Berlin' });
    expect(questions).toEqual([{ asks: 'zone', examples: ['02-Sep-21 09:00 AM', '02-Sep-21 12:30 PM', '02-Sep-21 12:30 PM'] }]);
    expect(messages.map(({ occurredAt }) => new Date(occurredAt?.at ?? 0).toISOString())).toEqual(['2021-09-02T07:00:00.000Z', '2021-09-02T10:30:00.000Z', '2021-09-02T10:30:00.000Z']);
    expect(new Set(messages.map(({ externalId }) => externalId)).size).toBe(3);
  });

  it('says of web pages what to choose instead', async () => {
    await expect(readFile('nova.html', '<html><body><div class="chatlog__message-group"></div></body></html>')).rejects.toThrow(/“JSON”/);
  });
});

describe('damaged and hostile exports', () => {
  it.each([
    ['the package of 2024', PACKAGE_2024], ['the package of 2021', PACKAGE_2021], ['a conversation', { 'nova.json': LOG_DM, 'general.json': LOG_SERVER }], ['tables', { [TABLE_NAME]: TABLE, 'x.csv': OLD_TABLE }],
  ])('%s', async (_, files) => {
    await survivesDamage(files, { own: JORDAN, answers: { zone: 'Asia/Kolkata' }, runs: 50 });
  }, 60_000);
});
