import { afterAll, describe, expect, it } from 'vitest';
import type { ReadingAnswers } from '../../../app/domain/imports/questions';
import { openArchive } from '../../../app/platforms/archive/open-archive';
import { whatsappReader } from '../../../app/platforms/whatsapp/reader';
import { onDisk, removeFolders } from '../../fixtures/zip';
import { asLines, readFile, readFiles, short } from '../read-export';
import type { ReadExport } from '../read-export';
import { ANDROID_GERMANY, ANDROID_GROUP, ANDROID_MEXICO, ANDROID_US, IOS_GROUP, IOS_ONE_TO_ONE, IOS_YEAR_FIRST, LTR } from './chats';

afterAll(removeFolders);

const JORDAN = { identities: [{ platform: 'whatsapp' as const, kind: 'name' as const, key: 'jordan pike', scope: 'owner' }], displayName: 'Jordan Pike' };
const LISBON: ReadingAnswers = { zone: 'Europe/Lisbon' };
const times = ({ messages }: ReadExport) => messages.map(({ occurredAt }) => new Date(occurredAt?.at ?? 0).toISOString());
const counts = ({ leftOut }: ReadExport) => leftOut.map(({ reason, count }) => `${count} ${reason.split(/[ :]/, 3).join(' ')}`);

describe('an iPhone’s chat between two', () => {
  const read = () => readFiles({ '_chat.txt': IOS_ONE_TO_ONE, '00000012-PHOTO-2025-02-14-14-08-11.jpg': 'x' }, 'WhatsApp Chat - Priya Nair.zip', JORDAN, LISBON);

  it('gives each message with its lines, its direction and its attachments', async () => {
    const { messages } = await read();
    expect(asLines(messages)).toEqual([
      'priya nair in name:priya nair@priya nair > name:jordan pike@owner: Hi Jordan, are the proofs ready?',
      'priya nair out name:jordan pike@owner > name:priya nair@priya nair: Nearly.\nTwo pages are left,\n\nthen you get them: tonight.',
      'priya nair in name:priya nair@priya nair > name:jordan pike@owner: ',
      'priya nair out name:jordan pike@owner > name:priya nair@priya nair: ',
      'priya nair out name:jordan pike@owner > name:priya nair@priya nair: Done, see below',
      'priya nair in name:priya nair@priya nair > name:jordan pike@owner: Thanks!',
      'priya nair in name:priya nair@priya nair > name:jordan pike@owner: Thanks!',
    ]);
    expect(messages.map(({ attachments }) => attachments ?? 0)).toEqual([0, 0, 1, 1, 0, 0, 0]);
  });

  it('leaves out what WhatsApp says and what was taken back, and counts both', async () => {
    expect(counts(await read())).toEqual(['2 Lines that WhatsApp', '2 Messages that were']);
  });

  it('tells two identical messages of one second apart', async () => {
    const { messages } = await read();
    expect(new Set(messages.map(({ externalId }) => externalId)).size).toBe(7);
  });

  it('names the media as not kept', async () => {
    expect((await read()).recognition.unused).toEqual([{ path: '00000012-PHOTO-2025-02-14-14-08-11.jpg', reason: expect.stringContaining('counts as an attachment') }]);
  });

  it('covers the chat from its first message to the export, never completely', async () => {
    expect((await read()).coverage).toEqual(
      ['in', 'out'].map((direction) => ({ kind: 'message', direction, from: Date.UTC(2025, 1, 14, 14, 5, 30), to: Date.UTC(2026, 10, 22, 14, 5), complete: false })),
    );
  });

  it('keeps the ids whatever zone is named, and the times of that zone', async () => {
    const tokyo = await readFiles({ '_chat.txt': IOS_ONE_TO_ONE }, 'WhatsApp Chat - Priya Nair.zip', JORDAN, { zone: 'Asia/Tokyo' });
    expect(tokyo.messages.map(({ externalId }) => externalId)).toEqual((await read()).messages.map(({ externalId }) => externalId));
    expect(tokyo.messages[0]?.occurredAt).toEqual({ at: Date.UTC(2025, 1, 14, 5, 5, 30), precision: 'second', zone: 'assumed' });
  });

  it('keeps the ids when a later export holds more', async () => {
    const more = `${IOS_ONE_TO_ONE}[16/02/2025, 10:00:00] Priya Nair: Thanks!\r\n`;
    const later = await readFiles({ '_chat.txt': more }, 'WhatsApp Chat - Priya Nair.zip', JORDAN, LISBON);
    const ids = (await read()).messages.map(({ externalId }) => externalId);
    expect(later.messages.map(({ externalId }) => externalId).slice(0, -1)).toEqual(ids);
  });
});

describe('Android chats', () => {
  it('reads twelve hours, a colon in the text, captions and marks of the United States', async () => {
    const read = await readFile('WhatsApp Chat with Alex Moss.txt', ANDROID_US, JORDAN, { zone: 'America/Chicago' });
    expect(read.messages.map(({ text, attachments, direction }) => [direction, text, attachments])).toEqual([
      ['in', 'hello', undefined], ['out', 'hi: there', undefined], ['in', undefined, 1], ['out', 'the cover', 1], ['in', 'looks good', undefined],
    ]);
    expect(times(read)).toEqual([
      '2025-03-04T20:05:00.000Z', '2025-03-04T20:06:00.000Z', '2025-03-13T05:00:00.000Z', '2025-03-13T17:30:00.000Z', '2025-03-13T17:32:00.000Z',
    ]);
    expect(read.messages[0]?.occurredAt?.precision).toBe('minute');
    expect(read.rejected).toEqual([]);
  });

  it('reads “p. m.” with hard blanks and Spanish marks', async () => {
    const read = await readFile('Chat de WhatsApp con Alex.txt', ANDROID_MEXICO, JORDAN, { zone: 'America/Mexico_City' });
    expect(read.messages.map(({ text, attachments }) => [text, attachments])).toEqual([['hola', undefined], ['buenas noches', undefined], [undefined, 1]]);
    expect(times(read)).toEqual(['2025-03-04T20:05:00.000Z', '2025-03-05T05:59:00.000Z', '2025-03-05T06:01:00.000Z']);
    expect(counts(read)).toEqual(['1 Lines that WhatsApp', '2 Messages that were']);
  });

  it('reads German dates, names and marks', async () => {
    const read = await readFile('WhatsApp-Chat mit Änne Groß.txt', ANDROID_GERMANY, JORDAN, { zone: 'Europe/Berlin' });
    expect(read.messages.map(({ text, attachments, direction }) => [direction, text, attachments])).toEqual([['in', 'Moin 👋', undefined], ['out', undefined, 1], ['in', undefined, 1]]);
    expect(read.conversations).toMatchObject([{ kind: 'dm', title: 'Änne Groß', externalId: 'änne groß' }]);
  });

  it.each([
    ['Finland', '4.3.2025 klo 14.05 - Aino: moi', '2025-03-04T14:05'],
    ['the Netherlands', '04-03-2025 14:05 - Daan: hoi', '2025-03-04T14:05'],
    ['Hungary', '2025. 03. 04. 14:05 - Réka: szia', '2025-03-04T14:05'],
    ['China', '2025/3/4 下午2:05 - 小明: 你好', '2025-03-04T14:05'],
    ['Korea', '2025년 3월 4일 오후 2:05 - 지수: 안녕', '2025-03-04T14:05'],
    ['Egypt', '٤/٣/٢٠٢٥، ٢:٠٥ م - عمر: أهلا', '2025-03-04T14:05'],
    ['Thailand', '4/3/2568 14:05 - Nok: hello', '2025-03-04T14:05'],
    ['India', '04/03/25, 12:05 am - Asha: hi', '2025-03-04T00:05'],
  ])('reads a line of %s', async (_, line, at) => {
    const read = await readFile('chat.txt', `${line}\n`, JORDAN, { zone: 'UTC', dateOrder: 'day_first' });
    expect(times(read)).toEqual([`${at}:00.000Z`]);
  });
});

describe('groups', () => {
  it('keeps strangers’ names and numbers apart from the address book, and sees who is mentioned', async () => {
    const read = await readFiles({ '_chat.txt': IOS_GROUP }, 'WhatsApp Chat - Book Club.zip', JORDAN, { zone: 'UTC', dateOrder: 'month_first' });
    expect(read.conversations).toMatchObject([{ kind: 'group', externalId: 'book club', title: 'Book Club' }]);
    expect(asLines(read.messages)).toEqual([
      'book club in name:maya@book club > name:jordan pike@owner: which book?',
      'book club in name:~ tom@book club > name:jordan pike@owner: the blue one @Jordan Pike',
      'book club in phone:+491712345678 > name:jordan pike@owner: agreed',
      'book club out name:jordan pike@owner > name:maya@book club name:~ tom@book club phone:+491712345678: good',
    ]);
    expect(read.identities.find(({ kind }) => kind === 'phone')).toMatchObject({ phone: '+491712345678', profileUrl: 'https://wa.me/491712345678' });
    expect(read.identities.find(({ key }) => key === '~ tom')?.displayName).toBe('Tom');
    expect(counts(read)).toEqual(['3 Lines that WhatsApp']);
  });

  it('takes lines in the group’s own name for WhatsApp’s, marked or not', async () => {
    const bare = IOS_GROUP.replaceAll(LTR, '');
    const read = await readFiles({ '_chat.txt': bare }, 'WhatsApp Chat - Book Club.zip', JORDAN, { zone: 'UTC', dateOrder: 'month_first' });
    expect(read.identities.map(({ displayName }) => displayName)).toEqual(['Jordan Pike', 'Maya', 'Tom', '+49 171 2345678']);
    expect(read.owner.candidates.map(({ displayName }) => displayName)).not.toContain('Book Club');
  });

  it('takes a subject with a colon for no author', async () => {
    const read = await readFile('WhatsApp Chat with Launch_ crew.txt', ANDROID_GROUP, JORDAN, LISBON);
    expect(read.identities.map(short)).toEqual(['name:jordan pike@owner', 'name:maya@launch_ crew', 'phone:+14155552671']);
    expect(counts(read)).toEqual(['4 Lines that WhatsApp']);
  });

  it('in more than eight, a line speaks to the user only where it names them', async () => {
    const names = Array.from({ length: 9 }, (_, index) => `Member ${index}`);
    const lines = [...names.map((name) => `[14/02/2025, 14:05:09] ${name}: hello`), '[14/02/2025, 14:06:09] Member 1: @\u2068Jordan Pike\u2069 come', '[14/02/2025, 14:07:09] Jordan Pike: here'];
    const { messages } = await readFile('WhatsApp Chat with Choir.txt', lines.join('\n'), JORDAN, LISBON);
    expect(messages.map(({ direction }) => direction)).toEqual([...names.map(() => 'other'), 'in', 'out']);
    expect(messages.at(-2)?.targets.map(({ role }) => role)).toEqual(['mentioned']);
    expect(messages[0]?.targets.map(({ role }) => role)).toEqual(['group']);
  });

  it('is a group where one alone has spoken in a chat that is not called after them', async () => {
    const { conversations } = await readFile('WhatsApp Chat with Choir.txt', '[14/02/2025, 14:05:09] Maya: hello\n', JORDAN, LISBON);
    expect(conversations).toMatchObject([{ kind: 'group', externalId: 'choir' }]);
  });

  it('joins a number in the chat’s name with the name its owner chose', async () => {
    const { identities, conversations } = await readFile('WhatsApp Chat with +49 171 2345678.txt', '[14/02/2025, 14:05:09] ~ Tom: hello\n', JORDAN, LISBON);
    expect(identities[1]).toMatchObject({ kind: 'name', key: '~ tom', displayName: 'Tom', phone: '+491712345678' });
    expect(conversations).toMatchObject([{ kind: 'dm', externalId: '+491712345678' }]);
  });
});

it('knows the user under an older name, across from the one the chat is called after', async () => {
  const renamed = ANDROID_US.replaceAll('Jordan Pike:', 'JP Prints:');
  const { messages, conversations } = await readFile('WhatsApp Chat with Alex Moss.txt', renamed, JORDAN, LISBON);
  expect(messages.map(({ direction }) => direction)).toEqual(['in', 'out', 'in', 'out', 'in']);
  expect(conversations).toMatchObject([{ kind: 'dm', externalId: 'alex moss' }]);
});

describe('several chats and other places', () => {
  it('reads all chats of one upload, each once', async () => {
    const copy = IOS_YEAR_FIRST.split('\n').slice(0, 2).join('\n');
    const read = await readFiles(
      { 'WhatsApp Chat - Priya/_chat.txt': IOS_YEAR_FIRST, 'WhatsApp Chat with Alex Moss.txt': ANDROID_US, 'WhatsApp Chat with Priya (1).txt': copy },
      'chats.zip', JORDAN, LISBON,
    );
    expect(read.conversations.map(({ externalId }) => externalId)).toEqual(['priya', 'alex moss']);
    expect(read.recognition.unused).toEqual([{ path: 'WhatsApp Chat with Priya (1).txt', reason: expect.stringContaining('second copy') }]);
  });

  it.each([
    ['pictures', { 'x.jpg': 'x' }, '2024-01-01T10:00:00.000Z'],
    ['no pictures', {}, '2020-02-01T09:00:00.000Z'],
  ])('a chat of 10,000 messages with %s: what is older may have been cut off, so it is seen from its first message', async (_, more, from) => {
    const long = Array.from({ length: 10_000 }, (__, index) => `[2024-01-${String(1 + Math.floor(index / 400)).padStart(2, '0')} 10:00:00] ${index % 2 ? 'Ben' : 'Jordan Pike'}: ${index}`);
    const { coverage } = await readFiles({ 'WhatsApp Chat with Priya.txt': IOS_YEAR_FIRST, 'WhatsApp Chat with Ben.txt': long.join('\n'), ...more }, 'x.zip', JORDAN, { zone: 'UTC' });
    expect(coverage.map((one) => new Date(one.from).toISOString())).toEqual([from, from]);
  }, 30_000);

  it('never takes 2020-02-01 for 2 January', async () => {
    expect(times(await readFile('_chat.txt', IOS_YEAR_FIRST, JORDAN, { zone: 'UTC' }))[0]).toBe('2020-02-01T09:00:00.000Z');
  });

  it('copes with a mark at the start, and says which lines belong to no message', async () => {
    const read = await readFile('_chat.txt', `\uFEFF${LTR}[14/02/2025, 14:05:09] Priya: hello\n[31/02/2025, 14:05:09] Priya: no such day\n`, JORDAN, LISBON);
    expect(read.messages.map(({ text }) => text)).toEqual(['hello']);
    expect(read.rejected).toMatchObject([{ line: 2, reason: 'This message has no date that can be read.' }]);
  });

  it.each([
    ['a log', '[2024-01-01, 10:00:00] INFO: started\n[2024-01-01, 10:00:01] ERROR: stopped\n'],
    ['a letter', 'Dear Priya,\n14/02/2025, 14:05 - see you\n'],
    ['nothing', ''],
  ])('does not take %s for a chat', async (_, text) => {
    const archive = await openArchive(await onDisk('upload', text), 'WhatsApp Chat with X.txt');
    expect(await whatsappReader.recognise(archive)).toBeNull();
    await archive.close();
  });
});
