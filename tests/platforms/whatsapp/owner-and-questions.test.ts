import { afterAll, describe, expect, it } from 'vitest';
import { removeFolders } from '../../fixtures/zip';
import { survivesDamage } from '../hostile';
import { readFile, readFiles, short } from '../read-export';
import { ANDROID_GERMANY, ANDROID_GROUP, ANDROID_MEXICO, ANDROID_US, IOS_GROUP, IOS_ONE_TO_ONE, IOS_YEAR_FIRST } from './chats';

afterAll(removeFolders);

const JORDAN = { identities: [{ platform: 'whatsapp' as const, kind: 'name' as const, key: 'jordan pike', scope: 'owner' }], displayName: 'Jordan Pike' };
const without = (text: string, pattern: RegExp) => text.split(/\r?\n/).filter((line) => !pattern.test(line)).join('\n');

describe('which one is you', () => {
  it('is first the one the chat is not called after, and asked', async () => {
    const { owner } = await readFile('WhatsApp Chat with Alex Moss.txt', ANDROID_US);
    expect(owner.certain).toBe(false);
    expect(owner.candidates.map(({ identity }) => short(identity))).toEqual(['name:jordan pike@owner', 'name:alex moss@owner']);
  });

  it('is told by who took a message back on the phone', async () => {
    const { owner } = await readFile('renamed.txt', ANDROID_MEXICO);
    expect(owner).toMatchObject({ certain: true, candidates: [{ displayName: 'Jordan Pike', evidence: expect.stringContaining('took a message back') }, {}] });
  });

  it('is certain where the same one stands across from everybody', async () => {
    const chats = { 'WhatsApp Chat with Alex Moss.txt': ANDROID_US, 'WhatsApp Chat with Priya.txt': IOS_YEAR_FIRST };
    expect((await readFiles(chats)).owner).toMatchObject({ certain: true, candidates: [{ displayName: 'Jordan Pike' }, {}, {}] });
  });

  it('is nobody in a chat where only the other one wrote', async () => {
    const read = await readFile('WhatsApp Chat with Priya.txt', '[14/02/2025, 14:05:09] Priya: hello\n');
    expect(read.owner.candidates).toEqual([]);
    expect(read.messages).toMatchObject([{ direction: 'in', targets: [] }]);
    expect(read.conversations).toMatchObject([{ kind: 'dm' }]);
  });
});

describe('what is asked', () => {
  it.each([
    ['a day beyond twelve in the first place', IOS_ONE_TO_ONE, null],
    ['a day beyond twelve in the second place', ANDROID_US, null],
    ['the year first', IOS_YEAR_FIRST, null],
    ['the United States’ halves and days that only go forward one way', IOS_GROUP, { orders: ['day_first', 'month_first'], suggested: 'month_first' }],
    ['days that only go forward as day first', '[11/01/2025, 10:00:00] A: x\n[02/02/2025, 10:00:00] B: y\n[03/03/2025, 10:00:00] A: z\n', { orders: ['day_first', 'month_first'], suggested: 'day_first' }],
    ['days that only go forward as month first', '[1/11/2025, 10:00:00] A: x\n[2/2/2025, 10:00:00] B: y\n[3/3/2025, 10:00:00] A: z\n', { orders: ['day_first', 'month_first'], suggested: 'month_first' }],
    ['two digits that may all be years', '10/11/12, 10:00 - A: x\n', { orders: ['day_first', 'month_first', 'year_first'], suggested: 'day_first' }],
  ])('%s', async (_, text, order) => {
    const { questions } = await readFile('_chat.txt', text);
    expect(questions[0]).toMatchObject({ asks: 'zone', examples: expect.arrayContaining([expect.stringMatching(/\d/)]) });
    expect(questions.slice(1)).toMatchObject(order === null ? [] : [{ asks: 'date_order', ...order }]);
  });

  it('is one question for several chats, with what another chat of the phone shows', async () => {
    const open = '3/4/25, 2:05 pm - Ben: hello\n';
    const { questions } = await readFiles({ 'WhatsApp Chat with Ben.txt': open, 'WhatsApp Chat with Alex Moss.txt': ANDROID_US, 'WhatsApp Chat with Priya.txt': IOS_YEAR_FIRST });
    expect(questions).toMatchObject([{ asks: 'zone' }, { asks: 'date_order', orders: ['day_first', 'month_first'], suggested: 'month_first', examples: ['3/4/25, 2:05 pm'] }]);
  });

  it('holds for chats that leave it open, not against a chat’s own days', async () => {
    const files = { 'WhatsApp Chat with Ben.txt': '3/4/25, 2:05 pm - Ben: hello\n', 'WhatsApp Chat with Alex Moss.txt': ANDROID_US };
    const { messages } = await readFiles(files, 'x.zip', JORDAN, { zone: 'UTC', dateOrder: 'day_first' });
    const day = (text: string) => new Date(messages.find((message) => message.text === text)?.occurredAt?.at ?? 0).toISOString().slice(0, 10);
    expect([day('hello'), messages.length]).toEqual(['2025-03-04', 6]);
    expect(messages.map(({ occurredAt }) => new Date(occurredAt?.at ?? 0).toISOString().slice(0, 10))).toContain('2025-04-03');
  });
});

describe('damaged and hostile chats', () => {
  it.each(Object.entries({ IOS_ONE_TO_ONE, IOS_GROUP, ANDROID_US, ANDROID_MEXICO, ANDROID_GERMANY, ANDROID_GROUP }))('%s', async (_, text) => {
    await survivesDamage({ 'WhatsApp Chat with Priya.txt': text, '_chat.txt': IOS_YEAR_FIRST }, { own: JORDAN, answers: { zone: 'Asia/Kolkata' }, runs: 30 });
  }, 60_000);

  it('reads a hundred thousand lines that belong to one message in a moment', async () => {
    const text = `[14/02/2025, 14:05:09] Priya: hello\n${'go on: and on <'.repeat(20)}\n`.concat('[[[[ 1/1/1 : - \u200e<\n'.repeat(100_000));
    const { messages, leftOut } = await readFile('_chat.txt', text, JORDAN);
    expect(messages[0]?.text?.length).toBeLessThan(80_000);
    expect(leftOut).toMatchObject([{ reason: expect.stringContaining('Letters beyond'), count: expect.any(Number) }]);
  });

  it('does not need WhatsApp’s own lines', async () => {
    const { messages } = await readFile('x.txt', without(IOS_ONE_TO_ONE, /encrypted/), JORDAN);
    expect(messages).toHaveLength(7);
  });
});
