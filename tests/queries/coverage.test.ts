/** Coverage: nothing is claimed that couldn't be seen, wherever health, turn or silence is read or said. */
import { beforeEach, describe, expect, it } from 'vitest';
import { addNote } from '../../app/commands/add-note.server';
import { logInteraction } from '../../app/commands/log-interaction.server';
import { type HealthStateName } from '../../app/domain/health';
import { peopleList } from '../../app/queries/people-list.server';
import { DAY, everyDays, makeHouse, makePerson, NOW, type House, type Said } from '../factories/history';
import { freshDatabase } from '../setup/database';
import { sources, type Seen } from '../factories/sources';

let house: House;

beforeEach(async () => {
  house = makeHouse(await freshDatabase());
});

const { ask, elsewhere, sayThere, seenUntil, turnOf, stored, names, pane } = sources(() => house);

/** Claims about who answers, in any words of the page. */
const ANSWERS = /one day in five|never written|answer|One-sided/;

describe('a source that shows only your side', () => {
  const posts: readonly Seen[] = [{ kind: 'reply', directions: ['out'] }, { kind: 'mention', directions: ['out'] }];
  const STATES: readonly HealthStateName[] = ['New', 'Light', 'Steady', 'Dormant'];

  it.each<[string, readonly number[], HealthStateName]>([
    ['one word lately', [5], 'New'],
    ['a word now and then', [300, 200, 40], 'Light'],
    ['every few days, unanswered', Array.from({ length: 60 }, (_, index) => 3 + index * 4), 'Steady'],
    ['long ago', [400, 300, 200], 'Dormant'],
  ])('%s: no one-sidedness, no answers, no rhythm', (_, ages, state) => {
    const there = elsewhere('x', posts);
    const amara = makePerson(there, 'Amara Okafor', ages.map((age) => ({ at: NOW - age * DAY, by: 'you', kind: 'reply' })));
    const shown = ask(amara.publicId);
    expect(shown.health?.state).toBe(state);
    expect(STATES).toContain(stored(amara)?.stateName);
    expect(shown.facts.cadence).toBeNull();
    expect(names(shown)).toEqual(['First contact']);
    expect(shown.gap).toBeNull();
    expect([shown.health?.sentence, ...(shown.health?.reasons ?? []).map(({ sentence }) => sentence)].join(' ')).not.toMatch(ANSWERS);
    expect(shown.pulse?.geometry).toMatchObject({ band: null, owed: null });
    expect(shown.sources).toMatchObject([{ platform: 'x', words: 'Your side only, to 23 Nov' }]);
  });

  it('knows no turn: whether they answered can’t be seen', () => {
    const amara = makePerson(elsewhere('x', posts), 'Amara Okafor', [{ at: NOW - 5 * DAY, by: 'you', kind: 'reply' }]);
    expect(turnOf(amara.conversation)).toEqual({ turn: 'none', quietBecause: 'one_sided' });
  });

  it('beside one that shows both: still no one-sidedness, and no answer counted as missing', () => {
    const said: Said[] = [300, 60].flatMap((age) => [{ at: NOW - age * DAY, by: 'them' }, { at: NOW - (age - 1) * DAY, by: 'you' }]);
    const amara = makePerson(house, 'Amara Okafor', said);
    const before = ask(amara.publicId).facts.between.filter(({ name }) => name.includes('answer'));
    const ages = Array.from({ length: 40 }, (_, index) => 70 + index * 5);
    sayThere(elsewhere('x', posts), amara, ages.map((age) => ({ at: NOW - age * DAY, by: 'you', kind: 'reply' })));
    const shown = ask(amara.publicId);
    expect(shown.health?.state).not.toMatch(/One-sided/);
    expect(shown.health?.reasons.map(({ sentence }) => sentence).join(' ')).not.toMatch(/one day in five/);
    expect(shown.facts.between.filter(({ name }) => name.includes('answer'))).toEqual(before);
  });
});

describe('a source that shows both sides of messages, but only yours of posts', () => {
  const network: readonly Seen[] = [{ kind: 'message' }, { kind: 'reply', directions: ['out'] }];
  const replies: Said[] = Array.from({ length: 40 }, (_, index) => ({ at: NOW - (3 + index * 5) * DAY, by: 'you', kind: 'reply' }));

  it('says of nobody you only posted to that they never answer', () => {
    const amara = makePerson(elsewhere('x', network), 'Amara Okafor', replies);
    const { health, facts } = ask(amara.publicId);
    expect(health).toMatchObject({ state: 'Steady', sentence: 'No word of theirs was seen; you wrote 3 days ago.' });
    expect((health?.reasons ?? []).map(({ sentence }) => sentence).join(' ')).not.toMatch(ANSWERS);
    expect(facts.between.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['They answer', 'Unanswered']));
    expect(turnOf(amara.conversation)).toEqual({ turn: 'none', quietBecause: 'one_sided' });
  });

  it('still knows whose turn it is in messages, and how you answer them', () => {
    const amara = makePerson(elsewhere('x', network), 'Amara Okafor', everyDays(9, 20, { silent: 2 }));
    expect(turnOf(amara.conversation)).toMatchObject({ turn: 'yours' });
    expect(ask(amara.publicId).facts.between).toContainEqual(expect.objectContaining({ name: 'You answer', value: '19 of 19' }));
  });
});

describe('a source that shows only their side', () => {
  const comments: readonly Seen[] = [{ kind: 'comment', directions: ['in'] }];

  it('keeps their rhythm, but nobody owes and nobody is one-sided', () => {
    const said = everyDays(9, 20, { silent: 20, answered: false }).map((one) => ({ ...one, kind: 'comment' }));
    const amara = makePerson(elsewhere('instagram', comments), 'Amara Okafor', said);
    const shown = ask(amara.publicId);
    expect(shown.facts.cadence).toBe('Every 9 days');
    expect(shown.health).toMatchObject({ state: 'Cooling', sentence: 'Usually writes every 9 days; silent for 20.' });
    expect(names(shown)).toEqual(['First contact', 'Longest gap']);
    expect(shown.health?.reasons.map(({ sentence }) => sentence).join(' ')).not.toMatch(ANSWERS);
    expect(shown.pulse?.geometry.owed).toBeNull();
    expect(turnOf(amara.conversation)).toEqual({ turn: 'none', quietBecause: 'one_sided' });
  });

  it('a word logged by hand shows the turn again', () => {
    const amara = makePerson(elsewhere('instagram', comments), 'Amara Okafor', [{ at: NOW - 9 * DAY, by: 'them', kind: 'comment' }]);
    logInteraction(
      house.sql, house.actor,
      {
        place: { conversation: amara.conversation }, kind: 'message', direction: 'in', text: 'Shall we meet?', occurredAt: NOW - DAY,
        precision: 'minute',
      },
      NOW,
    );
    expect(turnOf(amara.conversation)).toMatchObject({ turn: 'yours' });
  });
});

describe('as of', () => {
  it('is said wherever a reading is older than three days, and nowhere before', () => {
    const amara = makePerson(house, 'Amara Okafor', everyDays(9, 20, { silent: 5 }));
    for (const [to, said] of [[NOW - 3 * DAY, null], [NOW - 3 * DAY - 1, '20']] as const) {
      seenUntil(to);
      expect(ask(amara.publicId).health?.asOf ?? null).toEqual(said && `${said} November`);
      expect(pane(amara).health?.asOf ?? null).toEqual(said && `${said} Nov`);
      expect(peopleList(house.sql, { zone: 'UTC', now: NOW, sort: 'last', after: null }).rows[0]?.asOf ?? null).toEqual(said && `${said} Nov`);
      expect(ask(amara.publicId).pulse?.nowLabel).toBe(said ? `${said} Nov` : 'Today');
    }
  });

  it('nothing cools while nobody looks', () => {
    seenUntil(NOW - 40 * DAY);
    const amara = makePerson(house, 'Amara Okafor', everyDays(9, 20, { silent: 45 }));
    expect(stored(amara)?.readAt).toBe(NOW - 40 * DAY);
    expect(ask(amara.publicId)).toMatchObject({ gap: null, health: { state: stored(amara)?.stateName } });
    expect(['Strong', 'Steady']).toContain(stored(amara)?.stateName);
    expect(ask(amara.publicId, NOW + 400 * DAY).health?.state).toBe(stored(amara)?.stateName);
  });

  it('moves with what is logged by hand afterwards, but not with a note', () => {
    seenUntil(NOW - 20 * DAY);
    const amara = makePerson(house, 'Amara Okafor', everyDays(9, 20, { silent: 25 }));
    addNote(house.sql, house.actor, { contact: amara.publicId, text: 'Moving studio' }, NOW);
    expect(ask(amara.publicId).health?.asOf).toBe('3 November');
    logInteraction(
      house.sql, house.actor,
      { place: { contact: amara.publicId }, kind: 'call', direction: 'out', text: null, occurredAt: NOW - 5 * DAY, precision: 'minute' }, NOW,
    );
    const { health, sources } = ask(amara.publicId);
    expect(health?.asOf).toBe('18 November');
    expect(sources).toEqual([
      { platform: 'linkedin', words: 'Both sides, to 3 Nov', old: true }, { platform: 'in_person', words: 'What you log', old: false },
    ]);
  });

  it('of two sources lies between their ends, by their share of the days', () => {
    seenUntil(NOW - 20 * DAY);
    const amara = makePerson(house, 'Amara Okafor', everyDays(9, 20, { silent: 40 }));
    sayThere(elsewhere('whatsapp', [{ to: NOW }]), amara, everyDays(9, 20, { silent: 39 }));
    const readAt = stored(amara)?.readAt ?? 0;
    expect(readAt).toBeGreaterThan(NOW - 20 * DAY);
    expect(readAt).toBeLessThan(NOW);
  });

  it('a live channel runs to now', () => {
    const amara = makePerson(elsewhere('email', [{ kind: 'email', to: null }], 'connected'), 'Amara Okafor', everyDays(9, 20, { silent: 5 }));
    expect(ask(amara.publicId, NOW + 30 * DAY).health?.asOf).toBeNull();
    expect(ask(amara.publicId).sources).toMatchObject([{ words: 'Both sides', old: false }]);
  });
});
