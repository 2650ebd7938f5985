/** Coverage: nothing is claimed that couldn't be seen, wherever health, turn or silence is read or said. */
import { beforeEach, describe, expect, it } from 'vitest';
import { addNote } from '../../app/commands/add-note.server';
import { answeredElsewhere } from '../../app/commands/answered-elsewhere.server';
import { logInteraction } from '../../app/commands/log-interaction.server';
import { healthContext } from '../../app/db/derive/contact-health.server';
import { refreshAccounts } from '../../app/db/derive/refresh-accounts.server';
import type { Platform } from '../../app/domain/activity';
import { HEALTH_STATES, type HealthStateName } from '../../app/domain/health';
import { newPublicId } from '../../app/lib/ids.server';
import { archivesSeen } from '../../app/queries/archives-seen.server';
import { personInPane } from '../../app/queries/conversation/person-pane.server';
import { peopleList } from '../../app/queries/people-list.server';
import { person, type Person } from '../../app/queries/person.server';
import {
  DAY, everyDays, makeConversation, makeHouse, makePerson, NOW, say, type House, type Person as Made, type Said,
} from '../factories/history';
import { importZip, undo } from '../factories/imports';
import { exportFiles } from '../fixtures/linkedin/recent';
import { freshDatabase } from '../setup/database';

let house: House;

beforeEach(async () => {
  house = makeHouse(await freshDatabase());
});

function ask(publicId: string, now = NOW): Person {
  const answer = person(house.sql, { publicId, show: null, zone: 'UTC', now });
  if (answer?.is !== 'person') throw new Error('There is no such person.');
  return answer.person;
}

interface Seen {
  kind?: string;
  directions?: readonly ('in' | 'out')[];
  from?: number;
  to?: number | null;
}

const BOTH = ['in', 'out'] as const;

function cover(ownAccountId: number, { kind = 'message', directions = BOTH, from = 0, to = NOW }: Seen): void {
  const insert = house.sql.prepare(`INSERT INTO Coverage (ownAccountId, kind, direction, "from", "to") VALUES (?, ?, ?, ?, ?)`);
  for (const direction of directions) insert.run(ownAccountId, kind, direction, from, to);
}

/** A further own account and the house as seen from it: what is made there is said there. */
function elsewhere(platform: Platform, seen: readonly Seen[], access = 'archive'): House {
  const { lastInsertRowid } = house.sql
    .prepare(`INSERT INTO OwnAccount (publicId, platform, label, access, createdAt) VALUES (?, ?, 'Ines', ?, 0)`)
    .run(newPublicId(), platform, access);
  for (const one of seen) cover(Number(lastInsertRowid), one);
  return { ...house, linkedIn: Number(lastInsertRowid) };
}

/** Says something to somebody on another account, and brings everything up to date. */
function sayThere(there: House, made: Made, said: readonly Said[]): string {
  const thread = makeConversation(there, made.identityId);
  for (const one of said) say(there, { ...thread, identityId: made.identityId }, one);
  refreshAccounts(house.sql, [there.linkedIn], NOW, () => undefined);
  return thread.conversation;
}

function seenUntil(to: number): void {
  house.sql.prepare('UPDATE Coverage SET "to" = ? WHERE ownAccountId = ?').run(to, house.linkedIn);
}

function turnOf(conversation: string) {
  return house.sql
    .prepare('SELECT s.turn, s.quietBecause FROM ConversationState s JOIN Conversation c ON c.id = s.conversationId WHERE c.publicId = ?')
    .get(conversation);
}

const stored = ({ id }: Made) =>
  house.sql
    .prepare<[number], { stateName: HealthStateName; readAt: number }>('SELECT stateName, readAt FROM ContactHealth WHERE contactId = ?')
    .get(id);

const names = ({ facts }: Person) => facts.between.map(({ name }) => name);
const pane = (made: Made, waitingSince: number | null = null, now = NOW) =>
  personInPane(house.sql, { id: made.id, publicId: made.publicId, name: 'Amara Okafor', headline: null, waitingSince }, { zone: 'UTC', now }).person;

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

describe('what an account can see', () => {
  it('an archive without words is read up to where its invitations or likes end', () => {
    const there = elsewhere('instagram', [{ kind: 'like', directions: ['in'], to: NOW - 9 * DAY }]);
    expect(healthContext(house.sql).coverage[String(there.linkedIn)]).toMatchObject({ start: 0, end: NOW - 9 * DAY, seesIn: true, seesOut: false });
  });

  it('words win over other kinds', () => {
    const there = elsewhere('linkedin', [
      { to: NOW - 9 * DAY }, { kind: 'invitation', directions: ['in'], from: 5, to: NOW }, { kind: 'connection', directions: ['in'] },
    ]);
    expect(healthContext(house.sql).coverage[String(there.linkedIn)]).toEqual({
      start: 0, end: NOW - 9 * DAY, seesIn: true, seesOut: true, hidesIn: false, hidesOut: false,
    });
  });

  it('of an archive nobody knows anything of any more, time stands still and nobody is one-sided', () => {
    const said = Array.from({ length: 20 }, (_, index) => ({ at: NOW - (100 - index) * DAY, by: 'you' as const }));
    const amara = makePerson(elsewhere('x', []), 'Amara Okafor', said);
    expect(stored(amara)?.readAt).toBe(NOW - 81 * DAY);
    expect(stored(amara)?.stateName).not.toMatch(/One-sided/);
    expect(ask(amara.publicId).sources).toMatchObject([{ words: 'What stayed of an export', old: true }]);
  });

  it('a channel’s first sixty days are never called warming, nor more than usual', () => {
    const daily = Array.from({ length: 25 }, (_, index) => ({ at: NOW - (1 + index) * DAY, by: index % 2 ? ('you' as const) : ('them' as const) }));
    const early: Said[] = [{ at: NOW - 300 * DAY, by: 'them' }, { at: NOW - 200 * DAY, by: 'them' }];
    const both = (name: string, start: number) => {
      const made = makePerson(house, name, early);
      sayThere(elsewhere('whatsapp', [{ from: start }]), made, daily);
      return ask(made.publicId);
    };
    expect(names(both('Young', NOW - 59 * DAY))).not.toContain('Lately');
    expect(both('Older', NOW - 61 * DAY).facts.between).toContainEqual(expect.objectContaining({ name: 'Lately', value: 'More than usual' }));
    expect(HEALTH_STATES).toContain('Warming');
    expect(both('Young again', NOW - 59 * DAY).health?.state).not.toBe('Warming');
  });

  it('says up to when each platform’s newest archive sees, and offers a fresh one after a week', () => {
    seenUntil(NOW - 8 * DAY);
    elsewhere('x', [{ to: NOW - 30 * DAY }]);
    elsewhere('x', [{ to: NOW - 7 * DAY }]);
    elsewhere('email', [{ kind: 'email', to: null }], 'connected');
    expect(archivesSeen(house.sql, { now: NOW, zone: 'UTC' })).toEqual([
      { platform: 'linkedin', asOf: '15 Nov', age: '8 days', old: true }, { platform: 'x', asOf: '16 Nov', age: '7 days', old: false },
    ]);
  });
});

describe('an import that is taken back', () => {
  const people = [{ name: 'Amara Okafor', slug: 'amara', words: [[60, true, 'Hello'], [59, false, 'Hi']] }] as const;

  it('leaves no coverage, and what the one before could see counts again, also for those it did not touch', async () => {
    const sql = await freshDatabase();
    const ends = () => archivesSeen(sql, { now: NOW, zone: 'UTC' }).map(({ asOf }) => asOf);
    const readAt = () => sql.prepare<[], number>('SELECT readAt FROM ContactHealth').pluck().get();
    const older = await importZip(sql, 'Basic_LinkedInDataExport_11-01-2026.zip', exportFiles(people, NOW));
    const first = { ends: ends(), readAt: readAt() };
    const newer = await importZip(sql, 'Basic_LinkedInDataExport_11-20-2026.zip', exportFiles(people, NOW));
    expect(older.outcome.status).toBe('finished');
    expect(ends()).not.toEqual(first.ends);
    expect(readAt()).toBeGreaterThan(first.readAt ?? 0);
    undo(sql, newer.publicId);
    expect({ ends: ends(), readAt: readAt() }).toEqual(first);
    undo(sql, older.publicId);
    expect(sql.prepare('SELECT count(*) FROM Coverage WHERE importRunId IS NOT NULL').pluck().get()).toBe(0);
  });

  it('whoever stays because somebody worked on them is read at their last word', async () => {
    const sql = await freshDatabase();
    const { publicId } = await importZip(sql, 'Basic_LinkedInDataExport_11-20-2026.zip', exportFiles(people, NOW));
    const conversation = sql.prepare<[], string>('SELECT publicId FROM Conversation').pluck().get() ?? '';
    answeredElsewhere(sql, { teammateId: null }, { conversation, idempotencyKey: 'k' }, NOW - 40 * DAY);
    undo(sql, publicId);
    const left = sql.prepare<[], { last: number; readAt: number }>(
      `SELECT (SELECT max(occurredAt) FROM ContactEvent) AS last, readAt FROM ContactHealth`,
    ).get();
    expect(left?.last ?? null).not.toBeNull();
    expect(left?.readAt).toBe(left?.last);
  });
});
