/** Pulses are there before any script runs: two paths, a sentence, and a table where there is room for one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, furnishHouse, makePerson, type Person, type Said } from '../factories/history';
import { cookieFrom, openApp, type TestApp } from '../setup/app';
import { freshDatabase } from '../setup/database';
import { makeOwner, OWNER } from '../setup/owner';

let app: TestApp;
let cookie: string;
let leila: Person;

beforeAll(async () => {
  const sql = await freshDatabase();
  const now = Date.now();
  await makeOwner(sql, now);
  const house = furnishHouse(sql, now);
  /** Both sides for months, the last word theirs. */
  const said = (days: number) => Array.from({ length: 12 }, (_, index) => now - (days + 9 * (11 - index)) * DAY).flatMap((at, index): Said[] => [
    { at, by: 'them', text: `Word ${index}` }, ...(index < 11 ? [{ at: at + DAY, by: 'you', text: `Answer ${index}` } as const] : []),
  ]);
  const waits = (name: string, days: number) => makePerson(house, name, said(days));
  leila = waits('Leila Haddad', 4);
  waits('Kwame Boateng', 2);
  app = await openApp();
  cookie = cookieFrom(await app.request('/sign-in', { form: { email: OWNER.email, password: OWNER.password } }));
}, 60_000);
afterAll(() => app.close());

/** The drawings of a size, as the server sends them. */
async function drawn(path: string, size: 'row' | 'pane' | 'page') {
  const html = await (await app.request(path, { cookie })).text();
  const body = html.slice(0, html.search(/<script/));
  return { body, pulses: body.match(new RegExp(`<svg class="pulse pulse-${size}"[^]*?</svg>`, 'g')) ?? [] };
}

describe('from the server', () => {
  it.each<['row' | 'pane' | 'page', string, number, number]>([
    ['row', '/people', 2, 0],
    ['pane', '/today', 1, 1],
    ['page', '/people/leila', 1, 1],
  ])('%s', async (size, path, count, tables) => {
    const { body, pulses } = await drawn(path.replace('leila', leila.publicId), size);
    expect(pulses.length).toBe(count);
    for (const pulse of pulses) {
      expect(pulse.match(/class="pulse-(?:them|you)" d="M/g)).toHaveLength(2);
      expect(pulse).toMatch(/role="img" aria-label="(?:Leila|Kwame) and you, last 12 months\./);
    }
    expect(body.match(/<caption class="sr-only">\w+(?:<!-- -->)? and you, by month<\/caption>/g) ?? []).toHaveLength(tables);
  });
});
