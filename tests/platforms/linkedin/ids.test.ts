/** Ids of messages: the same on every import, whatever the order of rows and files, and different for every message. */
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { hashOf, OrdinalCounter } from '../../../app/platforms/reading/ordinals';
import { csvTable } from '../../fixtures/linkedin/csv-text';
import { removeFolders } from '../../fixtures/zip';
import { readFiles } from '../read-export';
import { MESSAGE_COLUMNS, messageFields, OWN } from './rows';

afterAll(removeFolders);

const message = fc.record({
  CONTENT: fc.constantFrom('Hi', 'Thanks!', 'ok, "great"\nsee you', ''),
  DATE: fc.constantFrom('2024-05-01 10:00:00 UTC', '2024-05-01 10:00:01 UTC'),
  'CONVERSATION ID': fc.constantFrom('2-a==', '2-b=='),
  mine: fc.boolean(),
});
interface Drawn {
  CONTENT: string;
  DATE: string;
  'CONVERSATION ID': string;
  mine: boolean;
}

const table = (rows: readonly Drawn[]) =>
  csvTable(MESSAGE_COLUMNS, rows.map(({ mine, ...fields }) => messageFields(fields, mine)));
const idsOf = async (files: Record<string, string>, own = OWN) =>
  (await readFiles(files, 'x.zip', own)).messages.map(({ externalId }) => externalId);

describe('ids of messages', () => {
  it('are all different, and don’t depend on order or on how the rows are split over files', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 12 }), fc.nat(12), fc.nat(), async (rows, cut, seed) => {
        const ids = await idsOf({ 'messages.csv': table(rows) });
        expect(new Set(ids).size).toBe(rows.length);
        const shuffled = [...rows].sort((a, b) => hashOf([JSON.stringify(a), seed]).localeCompare(hashOf([JSON.stringify(b), seed])));
        const split = { 'messages_1.csv': table(shuffled.slice(0, cut)), 'messages_2.csv': table(shuffled.slice(cut)) };
        expect((await idsOf(split)).sort()).toEqual([...ids].sort());
      }),
      { numRuns: 25 },
    );
  });

  it('stay when a later export holds more', async () => {
    const rows: Drawn[] = ['Hi', 'Thanks!', 'Thanks!'].map((CONTENT) => ({ CONTENT, DATE: '2024-05-01 10:00:00 UTC', 'CONVERSATION ID': '2-a==', mine: false }));
    const later: Drawn = { CONTENT: 'New', DATE: '2024-06-01 10:00:00 UTC', 'CONVERSATION ID': '2-a==', mine: true };
    const before = await idsOf({ 'messages.csv': table(rows) });
    expect((await idsOf({ 'messages.csv': table([later, ...rows]) })).slice(1)).toEqual(before);
  });

  it('stay when the user’s own address changes, as long as the account’s first one stays first', async () => {
    const renamed = { identities: [...OWN.identities, { platform: 'linkedin', kind: 'handle', key: 'jordan', scope: '' } as const], displayName: 'Jordan Pike' };
    const row = messageFields({}, true);
    const newAddress = { ...row, 'SENDER PROFILE URL': 'https://www.linkedin.com/in/jordan' };
    expect(await idsOf({ 'messages.csv': csvTable(MESSAGE_COLUMNS, [newAddress]) }, renamed)).toEqual(
      await idsOf({ 'messages.csv': csvTable(MESSAGE_COLUMNS, [row]) }),
    );
  });

  it('are the user’s own: another account that saw the same line gives it another', async () => {
    const theirs = { identities: [{ platform: 'linkedin', kind: 'handle', key: 'ada-ito', scope: '' } as const], displayName: 'Ada Ito' };
    const files = { 'messages.csv': csvTable(MESSAGE_COLUMNS, [messageFields()]) };
    expect(await idsOf(files, theirs)).not.toEqual(await idsOf(files));
  });

  it('don’t change with line ends or the form of accents', async () => {
    const forms = ['Zoë\nhi', 'Zoe\u0308\r\nhi', '  Zoë\nhi \n'];
    const ids = await Promise.all(forms.map((CONTENT) => idsOf({ 'messages.csv': csvTable(MESSAGE_COLUMNS, [messageFields({ CONTENT })]) })));
    expect(new Set(ids.flat()).size).toBe(1);
  });
});

it('OrdinalCounter counts like a map, through all its growth', () => {
  const counter = new OrdinalCounter();
  const counts = new Map<string, number>();
  for (let index = 0; index < 50_000; index += 1) {
    const key = hashOf([index % 17_001]);
    expect(counter.next(key)).toBe(counts.get(key) ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
});
