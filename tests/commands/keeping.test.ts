import { beforeEach, describe, expect, it } from 'vitest';
import { closeOlderThreads } from '../../app/commands/close-older-threads.server';
import { endAway } from '../../app/commands/end-away.server';
import { letRest } from '../../app/commands/let-rest.server';
import { setAway } from '../../app/commands/set-away.server';
import { setGaps, type GapFor } from '../../app/commands/set-gaps.server';
import { stopResting } from '../../app/commands/stop-resting.server';
import { tagContact } from '../../app/commands/tag-contact.server';
import { undo } from '../../app/commands/undo.server';
import { updateContact } from '../../app/commands/update-contact.server';
import { refreshDerived, sweepDerived } from '../../app/db/derive/refresh-derived.server';
import type { Gap } from '../../app/domain/contacts/keeping';
import { olderThreads } from '../../app/queries/older-threads.server';
import { person } from '../../app/queries/person.server';
import { today } from '../../app/queries/today.server';
import { countStatements } from '../factories/count-statements';
import { DAY, derivedOf, everyDays, makeHouse, makePerson, NOW, rebuildAll, say, type House, type Person } from '../factories/history';
import { freshDatabase } from '../setup/database';

let house: House;
let ilse: Person;

beforeEach(async () => {
  house = makeHouse(await freshDatabase(), { seenUntil: NOW + 400 * DAY });
  ilse = makePerson(house, 'Ilse Winter', everyDays(9, 20, { silent: 41 }));
});

const gap = (idealDays: number | null, longestDays: number | null): Gap => ({ idealDays, longestDays });
const set = (of: GapFor, wanted: Gap) => setGaps(house.sql, house.actor, { of, gap: wanted }, NOW);
const own = (): GapFor => ({ is: 'person', contact: ilse.publicId });
const tagged = (name: string, who = ilse) => String(tagContact(house.sql, house.actor, { contact: who.publicId, name }, NOW).result);
const page = (now = NOW, who = ilse) => {
  const answer = person(house.sql, { publicId: who.publicId, show: null, zone: 'UTC', now });
  if (answer?.is !== 'person') throw new Error('nobody there');
  return answer.person;
};
const context = (now = NOW) => ({ now, zone: 'UTC', horizonDays: 90, minutesADay: 15, teammateId: house.actor.teammateId });
const onToday = (now = NOW) => today(house.sql, context(now)).groups.flatMap(({ rows }) => rows.map(({ name }) => name));
const back = (done: { journalId: string | null }) => undo(house.sql, house.actor, done.journalId, NOW);
const health = (who = ilse) => house.sql.prepare('SELECT * FROM ContactHealth WHERE contactId = ?').get(who.id);

describe('two gaps', () => {
  it('of a person stand beside the learned rhythm and replace it in the pulse; health stays', () => {
    const before = page();
    expect(before.pulse).toMatchObject({ expected: ['Their rhythm said', expect.stringMatching(/^by /)], late: expect.stringMatching(/days late$/) });
    const done = set(own(), gap(30, 60));
    expect(done.sentence).toBe('Ilse: every 30 days, 60 at most');
    const after = page();
    expect(after.keeping).toMatchObject({ own: gap(30, 60), wish: { words: 'You want every 30 days, 60 at most', source: '' } });
    expect(after.facts.cadence).toBe(before.facts.cadence);
    expect(after.pulse).toMatchObject({ expected: ['You want', 'by 12 December'], late: null });
    expect(after.pulse?.geometry.heat).toBe('calm');
    expect(after.pulse?.geometry.label).toContain('You want every 30 days, 60 at most; in touch 41 days ago.');
    expect(after.health).toEqual({ ...before.health, late: false });
    expect(back(done)?.partly).toBe(false);
    expect(page()).toEqual(before);
  });

  it('are late once the longest is over, counted from the last touch of either side', () => {
    set(own(), gap(14, 30));
    expect(page()).toMatchObject({ health: { late: true }, pulse: { expected: ['You wanted', 'by 12 November'], late: '11 days late' } });
    say(house, ilse, { at: NOW - 2 * DAY, by: 'you' });
    refreshDerived(house.sql, { contacts: new Map([[ilse.id, null]]), conversations: [ilse.conversationId] }, NOW);
    expect(page()).toMatchObject({ health: { late: false }, pulse: { expected: ['You want', 'by 21 December'], late: null } });
  });

  it('hold for people without a rhythm of theirs', () => {
    const kofi = makePerson(house, 'Kofi Mensah', [{ at: NOW - 20 * DAY, by: 'you' }]);
    expect(page(NOW, kofi).pulse?.expected).toEqual([]);
    set({ is: 'person', contact: kofi.publicId }, gap(null, 15));
    expect(page(NOW, kofi).pulse).toMatchObject({ expected: ['You wanted', 'by 18 November'], geometry: { heat: 'amber' } });
  });

  it('of a tag, then of a stage, where the person has none; undone one by one', () => {
    updateContact(house.sql, house.actor, { contact: ilse.publicId, change: { field: 'stage', value: 'customer' } }, NOW);
    const ofStage = set({ is: 'stage', stage: 'customer' }, gap(30, null));
    expect(ofStage.sentence).toBe('Stage Customer: every 30 days');
    expect(page().keeping.wish).toEqual({ words: 'You want every 30 days', source: 'from the stage Customer' });
    const ofTag = set({ is: 'tag', tag: tagged('Press') }, gap(7, 14));
    expect(ofTag.sentence).toBe('Tag Press: every 7 days, 14 at most');
    expect(page().keeping.wish).toEqual({ words: 'You want every 7 days, 14 at most', source: 'from the tag Press' });
    const ofPerson = set(own(), gap(90, null));
    expect(page().keeping.wish?.source).toBe('');
    back(ofPerson);
    back(ofTag);
    expect(page().keeping.wish?.source).toBe('from the stage Customer');
    back(ofStage);
    expect(page().keeping.wish).toBeNull();
  });

  it('are cleared, and a stage without a wish has no row', () => {
    set({ is: 'stage', stage: 'in_conversation' }, gap(30, null));
    set({ is: 'stage', stage: 'in_conversation' }, gap(30, 60));
    const cleared = set({ is: 'stage', stage: 'in_conversation' }, gap(null, null));
    expect(cleared.sentence).toBe('Stage In conversation: their own rhythm');
    expect(house.sql.prepare('SELECT count(*) FROM StageGap').pluck().get()).toBe(0);
    back(cleared);
    expect(page().keeping.wish?.words).toBe('You want every 30 days, 60 at most');
    set(own(), gap(9, null));
    expect(set(own(), gap(null, null)).sentence).toBe('No gap of your own for Ilse');
    expect(page().keeping.wish?.source).toBe('from the stage In conversation');
  });

  it('that cannot be are refused, and nothing is written', () => {
    expect(() => set(own(), gap(30, 14))).toThrow(RangeError);
    expect(() => set({ is: 'tag', tag: 'none' }, gap(7, null))).toThrow('That tag is no longer there.');
    expect(house.sql.prepare('SELECT count(*) FROM JournalEntry').pluck().get()).toBe(0);
  });

  it('of a tag that thousands carry are followed by the sweep, in steps', () => {
    const tag = tagged('Everybody');
    const many = Array.from({ length: 230 }, (_, index) => makePerson(house, `Person ${index}`, [{ at: NOW - 10 * DAY, by: 'them' }]));
    const tagId = Number(house.sql.prepare('SELECT id FROM Tag').pluck().get());
    const give = house.sql.prepare('INSERT INTO ContactTag (contactId, tagId, addedAt) VALUES (?, ?, 0)');
    for (const { id } of many) give.run(id, tagId);
    const due = () => Number(house.sql.prepare('SELECT count(*) FROM ContactHealth WHERE nextChangeAt <= ?').pluck().get(NOW));
    expect(due()).toBe(0);
    set({ is: 'tag', tag }, gap(7, 14));
    expect(due()).toBe(231);
    expect(house.sql.prepare('SELECT name FROM Job').pluck().all()).toEqual(['sweep']);
    while (sweepDerived(house.sql, NOW));
    expect(due()).toBe(0);
  });

  it('cost a page no more than one statement, however many tags have some', () => {
    const without = countStatements(house.sql, () => page());
    for (const name of ['A', 'B', 'C']) set({ is: 'tag', tag: tagged(name) }, gap(7, 14));
    expect(countStatements(house.sql, () => page())).toBe(without + 1);
  });
});

describe('rest', () => {
  const rest = (askAgainAt: number | null = null) =>
    letRest(house.sql, house.actor, { contact: ilse.publicId, askAgainAt, timeZone: 'UTC' }, NOW);

  it('takes what waited off Today, without alarm; undo brings it back', () => {
    expect(onToday()).toEqual(['Ilse Winter']);
    const before = [health(), page()];
    const done = rest();
    expect(done.sentence).toBe('Ilse rests until you say otherwise');
    expect(onToday()).toEqual([]);
    expect(today(house.sql, context()).headline).toBe('Nobody is waiting on you.');
    const { keeping, pulse, gap: silence, health: read } = page();
    expect(keeping.resting).toBe('Resting until you say otherwise');
    expect([pulse?.geometry.heat, pulse?.expected, pulse?.late, silence?.tone, read?.late]).toEqual(['rest', [], null, 'mute', false]);
    back(done);
    expect(onToday()).toEqual(['Ilse Winter']);
    expect([health(), page()]).toEqual(before);
  });

  it('ends with a word of theirs, for Today', () => {
    rest();
    say(house, ilse, { at: NOW + 1, by: 'them' });
    refreshDerived(house.sql, { contacts: new Map([[ilse.id, null]]), conversations: [ilse.conversationId] }, NOW + 2);
    expect(onToday(NOW + 2)).toEqual(['Ilse Winter']);
  });

  it('ends on the day it is to be asked again, which the sweep does not miss', () => {
    expect(rest(NOW + DAY).sentence).toBe('Ilse rests until 24 Nov');
    expect(page().keeping.resting).toBe('Resting until 24 November');
    expect(health()).toMatchObject({ nextChangeAt: expect.any(Number) });
    expect(Number(house.sql.prepare('SELECT nextChangeAt FROM ContactHealth').pluck().get())).toBeLessThanOrEqual(NOW + DAY);
    expect(onToday(NOW + DAY)).toEqual(['Ilse Winter']);
    expect(page(NOW + DAY).keeping.resting).toBeNull();
  });

  it('is ended by the user', () => {
    rest();
    const done = stopResting(house.sql, house.actor, { contact: ilse.publicId }, NOW);
    expect(done.sentence).toBe('Ilse stopped resting');
    expect(onToday()).toEqual(['Ilse Winter']);
    back(done);
    expect(onToday()).toEqual([]);
  });

  it('keeps older threads out of their page and safe from closing them all', () => {
    const old = makePerson(house, 'Old Friend', [{ at: NOW - 200 * DAY, by: 'you' }, { at: NOW - 190 * DAY, by: 'them' }]);
    expect([today(house.sql, context()).older, olderThreads(house.sql, context()).older.total]).toEqual([1, 1]);
    letRest(house.sql, house.actor, { contact: old.publicId, askAgainAt: null, timeZone: 'UTC' }, NOW);
    expect([today(house.sql, context()).older, olderThreads(house.sql, context()).older.total]).toEqual([0, 0]);
    expect(closeOlderThreads(house.sql, house.actor, { horizonDays: 90 }, NOW).result).toBe(0);
  });

  it('until a moment that is over is refused', () => {
    expect(() => rest(NOW)).toThrow(RangeError);
  });
});

describe('time away', () => {
  const goAway = (until = NOW + 30 * DAY) => setAway(house.sql, house.actor, { contact: ilse.publicId, until, timeZone: 'UTC' }, NOW);

  it('holds health still until they are back', () => {
    const before = health();
    const done = goAway();
    expect(done.sentence).toBe('Ilse is away until 23 Dec');
    const then = page(NOW + 20 * DAY);
    expect(then.keeping.away).toBe('Away until 23 December');
    expect(then.health?.health).toBe(page().health?.health);
    expect(then.pulse).toMatchObject({ expected: [], late: null, nowLabel: '23 Nov' });
    expect(then.health?.asOf).toBeNull();
    expect(health()).toMatchObject({ nextChangeAt: NOW + 30 * DAY });
    sweepDerived(house.sql, NOW + 30 * DAY);
    expect(page(NOW + 30 * DAY).keeping.away).toBeNull();
    expect(page(NOW + 30 * DAY).health?.health).toBeLessThan(then.health?.health ?? 0);
    back(done);
    expect(health()).toEqual(before);
  });

  it('of somebody who is away already goes on since then', () => {
    goAway();
    setAway(house.sql, house.actor, { contact: ilse.publicId, until: NOW + 60 * DAY, timeZone: 'UTC' }, NOW + 5 * DAY);
    expect(house.sql.prepare('SELECT awayFrom, awayUntil FROM Contact WHERE id = ?').get(ilse.id)).toEqual({
      awayFrom: NOW, awayUntil: NOW + 60 * DAY,
    });
  });

  it('ends sooner where the user says so', () => {
    goAway();
    const done = endAway(house.sql, house.actor, { contact: ilse.publicId }, NOW + DAY);
    expect(done.sentence).toBe('Ilse is back');
    expect(page(NOW + DAY).keeping.away).toBeNull();
    back(done);
    expect(page(NOW + DAY).keeping.away).toBe('Away until 23 December');
  });

  it('until a moment that is over is refused', () => {
    expect(() => goAway(NOW)).toThrow(RangeError);
  });
});

it('leaves what a rebuild would make', () => {
  setAway(house.sql, house.actor, { contact: ilse.publicId, until: NOW + 30 * DAY, timeZone: 'UTC' }, NOW);
  letRest(house.sql, house.actor, { contact: ilse.publicId, askAgainAt: NOW + 9 * DAY, timeZone: 'UTC' }, NOW);
  set(own(), gap(14, 30));
  const left = derivedOf(house.sql, ilse.id);
  rebuildAll(house.sql, ilse.id, NOW);
  expect(derivedOf(house.sql, ilse.id)).toEqual(left);
});
