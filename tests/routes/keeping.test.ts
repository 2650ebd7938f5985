import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, furnishHouse, makePerson, type House, type Person } from '../factories/history';
import { cookieFrom, openApp, type TestApp } from '../setup/app';
import { freshDatabase } from '../setup/database';
import { makeOwner, OWNER } from '../setup/owner';

let house: House;
let app: TestApp;
let cookie: string;
let leila: Person;

beforeEach(async () => {
  const sql = await freshDatabase();
  await makeOwner(sql);
  house = furnishHouse(sql);
  leila = makePerson(house, 'Leila Haddad', [{ at: Date.UTC(2026, 10, 20), by: 'them' }]);
  app = await openApp();
  cookie = cookieFrom(await app.request('/sign-in', { form: { email: OWNER.email, password: OWNER.password } }));
});
afterEach(() => app.close());

const keep = (form: Record<string, string>, person = leila.publicId) => app.request(`/people/${person}/keeping.data`, { cookie, form });
const contact = () => house.sql.prepare('SELECT idealGapDays, longestGapDays, restedAt, askAgainAt, awayFrom, awayUntil, version FROM Contact').get();
const page = async () => (await app.request(`/people/${leila.publicId}`, { cookie })).text();
const dayIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

describe('keeping somebody', () => {
  it('takes two gaps, one or none', async () => {
    expect((await keep({ do: 'gaps', idealDays: '14', longestDays: '30' })).status).toBe(200);
    expect(contact()).toMatchObject({ idealGapDays: 14, longestGapDays: 30 });
    expect(await page()).toContain('You want every 14 days, 30 at most');
    expect((await keep({ do: 'gaps', idealDays: '', longestDays: '30' })).status).toBe(200);
    expect(contact()).toMatchObject({ idealGapDays: null, longestGapDays: 30 });
    await keep({ do: 'gaps', idealDays: '', longestDays: '' });
    expect(contact()).toMatchObject({ idealGapDays: null, longestGapDays: null });
  });

  it('lets them rest for some months, until a day, or until the user says otherwise', async () => {
    for (const form of [{ until: 'open' }, { until: 'quarter' }, { until: 'pick', date: dayIn(40) }]) {
      expect((await keep({ do: 'rest', ...form } as Record<string, string>)).status).toBe(200);
    }
    expect(await page()).toMatch(/Resting until \d/);
    await keep({ do: 'stop-resting' });
    expect(contact()).toMatchObject({ restedAt: null, askAgainAt: null });
  });

  it('says that they are away, and back', async () => {
    expect((await keep({ do: 'away', date: dayIn(40) })).status).toBe(200);
    expect(await page()).toMatch(/Away until \d/);
    await keep({ do: 'back' });
    expect(await page()).not.toMatch(/Away until \d/);
  });

  it.each<[string, Record<string, string>]>([
    ['a longest gap below the ideal', { do: 'gaps', idealDays: '30', longestDays: '14' }],
    ['half a day', { do: 'gaps', idealDays: '1.5' }],
    ['no day at all', { do: 'gaps', idealDays: '0' }],
    ['too many days', { do: 'gaps', longestDays: '731' }],
    ['words', { do: 'gaps', idealDays: 'often' }],
    ['a rest of a kind nobody knows', { do: 'rest', until: 'forever' }],
    ['a rest until no day', { do: 'rest', until: 'pick' }],
    ['a rest until yesterday', { do: 'rest', until: 'pick', date: dayIn(-1) }],
    ['away until no day', { do: 'away' }],
    ['away until a day the calendar lacks', { do: 'away', date: '2027-02-30' }],
    ['away until yesterday', { do: 'away', date: dayIn(-1) }],
    ['away for a hundred years', { do: 'away', date: '2126-01-01' }],
    ['a deed nobody knows', { do: 'forget' }],
  ])('refuses %s, and nothing is written', async (_, form) => {
    expect((await keep(form)).status).toBe(400);
    expect(contact()).toEqual({
      idealGapDays: null, longestGapDays: null, restedAt: null, askAgainAt: null, awayFrom: null, awayUntil: null, version: 1,
    });
  });

  it.each([
    ['away', { do: 'away' }],
    ['a rest', { do: 'rest', until: 'pick', date: '' }],
    ['away, typed half', { do: 'away', date: '2027-' }],
  ])('says what to do where a day is missing: %s', async (_, form) => {
    expect(await (await keep(form)).text()).toContain('Pick a day.');
  });

  it('says where the person is gone', async () => {
    const response = await keep({ do: 'stop-resting' }, 'nobody');
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('That person is no longer there.');
  });
});

describe('gaps of stages and tags', () => {
  const save = (form: Record<string, string>) => app.request('/settings/gaps.data', { cookie, form });

  it('are saved and stand in the settings', async () => {
    expect((await save({ of: 'stage', stage: 'customer', idealDays: '14', longestDays: '30' })).status).toBe(200);
    const html = await (await app.request('/settings', { cookie })).text();
    expect(html).toContain('How often you want to be in touch');
    expect(html).toMatch(/aria-label="Customer: ideally every, days"[^>]*value="14"|value="14"[^>]*aria-label="Customer: ideally every, days"/);
  });

  it.each<Record<string, string>>([
    { of: 'stage', stage: 'friend', idealDays: '7' }, { of: 'everybody', idealDays: '7' }, { of: 'stage', stage: 'customer', idealDays: '-7' },
    { of: 'tag', tag: 'x'.repeat(41), idealDays: '7' },
  ])('refuses %o', async (form) => {
    expect((await save(form)).status).toBe(400);
    expect(house.sql.prepare('SELECT count(*) FROM StageGap').pluck().get()).toBe(0);
  });

  it('says where the tag is gone', async () => {
    expect((await save({ of: 'tag', tag: 'none', idealDays: '7' })).status).toBe(409);
  });
});
