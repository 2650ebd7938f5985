import { afterAll, describe, expect, it } from 'vitest';
import { removeFolders } from '../../fixtures/zip';
import { survivesDamage } from '../hostile';
import { asLines, readFile, readFiles, short } from '../read-export';
import { FULL, HTML, OLD_GROUP, SINGLE } from './exports';

afterAll(removeFolders);

const me = (key = '100000001') => ({ identities: [{ platform: 'telegram' as const, kind: 'id' as const, key, scope: '' }], displayName: 'Jordan Pike' });
const readFull = () => readFiles({ 'result.json': FULL, 'chats/chat_001/photos/photo_1.jpg': 'x' }, 'DataExport_2024-12-24.zip');

describe('a whole export', () => {
  it('belongs to whom it says', async () => {
    const { owner, recognition } = await readFull();
    expect(owner).toMatchObject({ certain: true, candidates: [{ displayName: 'Jordan Pike', identity: { kind: 'id', key: '100000001' } }] });
    expect(owner.candidates[0]?.also?.map(short)).toEqual(['handle:jordanpike', 'phone:+351912345678']);
    expect(recognition).toMatchObject({ platform: 'telegram', title: 'Telegram export', generatedAt: expect.any(Number), parts: [{ kind: 'account' }] });
    expect(recognition.unused).toHaveLength(1);
  });

  it('gives both directions with numbers beyond 2^53 as they are written', async () => {
    const { messages } = await readFull();
    expect(asLines(messages)).toEqual([
      '3001 in id:100000002 > id:100000001: moved on',
      '100000009 in id:100000009 > id:100000001: bye',
      '100000002 out id:100000001 > id:100000002: proofs are up',
      '100000002 in id:100000002 > id:100000001: see @ana and https://example.org',
      '100000002 in id:100000002 > id:100000001: ',
      '100000002 in id:100000002 > id:100000001: the cover',
      '9007199254740993 in id:100000003 > id:100000001: Jordan coming?',
    ]);
    expect(messages.at(-2)?.externalId).toBe('9007199254740993:9007199254740995');
  });

  it('keeps answers, stickers and pictures', async () => {
    const { messages } = await readFull();
    expect(messages.slice(0, 4).map(({ parentExternalId, emoji, attachments }) => [parentExternalId, emoji, attachments])).toEqual([
      [undefined, undefined, undefined], ['100000002:11', undefined, undefined], [undefined, '🎉', 1], [undefined, undefined, 1],
    ]);
  });

  it('gives the reactions that are named, at the time of their message’s clock, and counts the others', async () => {
    const { interactions, leftOut } = await readFull();
    expect(interactions.filter(({ kind }) => kind === 'reaction')).toMatchObject([
      { direction: 'in', emoji: '👍', actor: { key: '100000002' }, targets: [{ identity: { key: '100000001' }, role: 'to' }], parentExternalId: '100000002:11', externalId: '100000002:11:100000002:👍', occurredAt: { at: 1731575700_000, zone: 'offset' } },
      { direction: 'out', emoji: '❤', actor: { key: '100000001' }, targets: [{ identity: { key: '100000003' } }], occurredAt: { at: 1733047260_000 } },
    ]);
    expect(leftOut.find(({ reason }) => reason.startsWith('Reactions'))?.count).toBe(4);
  });

  it('lists the address book, with a number alone where there is no account', async () => {
    const { identities, leftOut } = await readFull();
    expect(identities.filter(({ listed }) => listed)).toMatchObject([
      { kind: 'id', key: '100000002', displayName: 'Ben Costa', phone: '+351912000002' },
      { kind: 'phone', key: '+491712345678', displayName: 'Zoe' },
    ]);
    expect(leftOut.find(({ reason }) => reason.startsWith('Entries of the address book'))?.count).toBe(1);
  });

  it('keeps ratings as numbers of a day', async () => {
    expect((await readFull()).aggregates).toMatchObject([{ identity: { key: '100000002' }, metric: 'contact_rating', window: 'people', value: 12.5, asOf: Date.UTC(2024, 11, 24) }]);
    expect((await readFile('result.json', FULL)).aggregates).toMatchObject([{ asOf: 1733047320_000 }]);
  });

  it('keeps a deleted account as one', async () => {
    const { identities, conversations } = await readFull();
    expect(identities.find(({ key }) => key === '100000009')).toMatchObject({ gone: true, evidence: 'stub' });
    expect(conversations.map(({ externalId, kind, title }) => [externalId, kind, title])).toEqual([
      ['100000002', 'dm', 'Ben'], ['100000009', 'dm', undefined], ['9007199254740993', 'group', 'Printers'], ['3001', 'group', 'Old crew'],
    ]);
  });

  it('leaves out notes, bots, channels, service lines and sections, each with a reason and a count', async () => {
    const { leftOut, rejected } = await readFull();
    expect(rejected).toEqual([]);
    expect(leftOut.map(({ reason, count }) => `${count} ${reason.slice(0, 24)}`).sort()).toEqual([
      '1 Chats with bots.', '1 Entries of the address b', '1 Frequent contacts that a', '1 Lines that Telegram itse', '1 Messages that a group or', '1 Messages you saved for y',
      '1 Posts in channels: what ', '1 The section “other_data”', '1 The section “profile_pic', '4 Reactions whose senders ',
    ].map((line) => line.slice(0, 26)).sort());
  });

  it('covers messages to the day of the export, and claims nothing complete', async () => {
    const { coverage } = await readFull();
    expect(coverage).toMatchObject([
      { kind: 'message', direction: 'in', from: 1683284400_000, to: Date.UTC(2024, 11, 24), complete: false },
      { kind: 'message', direction: 'out' },
    ]);
  });
});

describe('single chats and old exports', () => {
  it('between two: the one whose number the chat does not bear is the user', async () => {
    const { owner } = await readFile('result.json', SINGLE);
    expect(owner.certain).toBe(true);
    expect(owner.candidates.map(({ displayName }) => displayName)).toEqual(['Jordan']);
  });

  it('knows whom the user wrote to where they never answered, by the number of the chat', async () => {
    const unanswered = SINGLE.replace(/,\s*\{"id": 13[^}]*\}/, '');
    const { messages, identities } = await readFile('result.json', unanswered, me());
    expect(asLines(messages)).toEqual(['100000002 out id:100000001 > id:100000002: proofs are up']);
    expect(identities.find(({ key }) => key === '100000002')).toMatchObject({ displayName: 'Ben' });
  });

  it('in a group the user is asked', async () => {
    const { owner, questions } = await readFile('result.json', OLD_GROUP);
    expect(owner.certain).toBe(false);
    expect(owner.candidates.map(({ displayName }) => displayName).sort()).toEqual(['Ana', 'Jordan']);
    expect(questions).toEqual([{ asks: 'zone', examples: ['2019-03-04T12:00:00', '2019-03-04T12:01:00', '2019-03-04T12:02:00'] }]);
  });

  it('reads local times in the zone named, bare numbers as people, and what the group says as nobody’s', async () => {
    const { messages, leftOut } = await readFile('result.json', OLD_GROUP, me(), { zone: 'Europe/Berlin' });
    expect(messages.map(({ direction, actor, occurredAt }) => [direction, actor.key, occurredAt])).toEqual([
      ['in', '100000003', { at: Date.UTC(2019, 2, 4, 11), precision: 'second', zone: 'assumed' }],
      ['out', '100000001', { at: Date.UTC(2019, 2, 4, 11, 1), precision: 'second', zone: 'assumed' }],
    ]);
    expect(leftOut).toMatchObject([{ count: 1, reason: expect.stringContaining('in its own name') }]);
  });

  it('asks for no zone where the times have one', async () => {
    expect((await readFile('result.json', SINGLE)).questions).toEqual([]);
  });

  it('in more than eight, hears what answers the user', async () => {
    const line = (id: number, user: number, rest = '') =>
      `{"id": ${id}, "type": "message", "date": "2024-11-14T10:12:44", "date_unixtime": "1731575564", "from": "P${user}", "from_id": "user${user}", "text": "x"${rest}}`;
    const lines = [line(1, 100000001), ...Array.from({ length: 8 }, (_, index) => line(2 + index, 200 + index)), line(20, 203, ', "reply_to_message_id": 1'), line(21, 100000001, ', "reply_to_message_id": 3')];
    const { messages } = await readFile('x.json', `{"name": "Choir", "type": "public_supergroup", "id": 5, "messages": [${lines.join(',')}]}`, me());
    expect(messages.map(({ direction }) => direction)).toEqual(['out', ...Array(8).fill('other'), 'in', 'out']);
    expect(messages.at(-1)?.targets).toMatchObject([{ identity: { key: '201' }, role: 'mentioned' }]);
    expect(messages.at(-2)?.targets).toMatchObject([{ identity: { key: '100000001' }, role: 'mentioned' }]);
  });

  it('reads several chats of one upload', async () => {
    const { conversations, owner } = await readFiles({ 'ChatExport_2024-11-15/result.json': SINGLE, 'ChatExport_2024-11-16/result.json': OLD_GROUP });
    expect(conversations.map(({ externalId }) => externalId)).toEqual(['100000002', '4311111111']);
    expect(owner).toMatchObject({ certain: true, candidates: [{ displayName: 'Jordan' }, {}] });
  });

  it('says of web pages what to choose instead', async () => {
    await expect(readFiles({ 'messages.html': HTML, 'css/style.css': 'x' })).rejects.toThrow(/“Machine-readable JSON”/);
    await expect(readFile('messages.html', HTML)).rejects.toThrow(/“Machine-readable JSON”/);
  });
});

describe('damaged and hostile exports', () => {
  it('says that a file ends in the middle, and keeps what stood before', async () => {
    const { messages, rejected } = await readFile('result.json', SINGLE.slice(0, SINGLE.indexOf('"text": "seen"')), me());
    expect(messages).toHaveLength(1);
    expect(rejected).toMatchObject([{ reason: expect.stringContaining('ends in the middle') }]);
  });

  it('rejects a message without number, sender or date, and goes on', async () => {
    const odd = SINGLE.replace('"messages": [', '"messages": [7, {"type": "message"}, {"id": 1, "type": "message", "from_id": "user5", "text": "x", "date": "yesterday"}, ');
    const { messages, rejected } = await readFile('result.json', odd, me());
    expect([messages.length, rejected.length]).toEqual([2, 3]);
  });

  it.each(Object.entries({ FULL, SINGLE, OLD_GROUP }))('%s', async (_, text) => {
    await survivesDamage({ 'result.json': text }, { own: me(), answers: { zone: 'America/Lima' }, runs: 60 });
  }, 60_000);
});
