import { beforeEach, describe, expect, it } from 'vitest';
import { closeConversation } from '../../app/commands/close-conversation.server';
import { logInteraction } from '../../app/commands/log-interaction.server';
import { undo } from '../../app/commands/undo.server';
import { updateContact } from '../../app/commands/update-contact.server';
import { healthContext, healthLog } from '../../app/db/derive/contact-health.server';
import { EVIDENCE_TOPICS, readHealth, rebuildHealth } from '../../app/domain/health';
import { calendarDay } from '../../app/lib/dates';
import { person } from '../../app/queries/person.server';
import { pulsesOf } from '../../app/queries/pulses.server';
import { DAY, everyDays, makeHouse, makePerson, NOW, type House } from '../factories/history';
import { freshDatabase } from '../setup/database';
import { personPage } from '../factories/person-page';

let house: House;

beforeEach(async () => {
  house = makeHouse(await freshDatabase());
});

const { ask, wholeTimeline, note } = personPage(() => house);

describe('who stands at an address', () => {
  it('nobody', () => {
    expect(person(house.sql, { publicId: 'nobody', show: null, zone: 'UTC', now: NOW })).toBeNull();
  });

  it('somebody who was merged: the other', () => {
    const [amara, twin] = [makePerson(house, 'Amara Okafor'), makePerson(house, 'A. Okafor')];
    house.sql.prepare('UPDATE Contact SET mergedIntoId = ?, deletedAt = 1 WHERE id = ?').run(amara.id, twin.id);
    expect(person(house.sql, { publicId: twin.publicId, show: null, zone: 'UTC', now: NOW })).toEqual({ is: 'merged', into: amara.publicId });
  });

  it('somebody who was removed: nobody', () => {
    const amara = makePerson(house, 'Amara Okafor');
    house.sql.prepare('UPDATE Contact SET deletedAt = 1 WHERE id = ?').run(amara.id);
    expect(person(house.sql, { publicId: amara.publicId, show: null, zone: 'UTC', now: NOW })).toBeNull();
  });

  it('somebody without a word yet: no health, no pulse, may be removed only when added by hand', () => {
    const amara = makePerson(house, 'Amara Okafor');
    expect(ask(amara.publicId)).toMatchObject({ health: null, pulse: null, gap: null, removable: false, timeline: { items: [], next: null } });
    house.sql.prepare(`UPDATE Contact SET createdHow = 'by_hand'`).run();
    expect(ask(amara.publicId).removable).toBe(true);
  });
});

describe('health in words', () => {
  it('gives reasons that add up to the number, and the sentence of the state', () => {
    const amara = makePerson(house, 'Amara Okafor', [...everyDays(9, 20, { silent: 41 }), { at: NOW - 40 * DAY, by: 'you' }]);
    const { health, gap, facts } = ask(amara.publicId);
    expect(health?.sentence).toBe('Usually writes every 9 days; silent for 41.');
    expect((health?.base ?? 0) + (health?.reasons ?? []).reduce((sum, { points }) => sum + points, 0)).toBe(health?.health);
    expect(gap).toMatchObject({ sentence: '41 days without a word. The longest gap before this was 9.', tone: 'red' });
    expect(facts.cadence).toBe('Every 9 days');
    expect(facts.between).toMatchObject([
      { name: 'First contact', value: 'Apr 2026' },
      { name: 'Last word', value: 'Yours, 14 Oct' },
      { name: 'Unanswered', value: 'Yours, for 40 days' },
      { name: 'They answer', value: '19 of 20' },
      { name: 'You answer', value: '20 of 20' },
      { name: 'Replies in', value: '8 days, usually' },
      { name: 'You reply in', value: '1 day, usually' },
      { name: 'Longest gap', value: '9 days, to May 2026' },
      { name: 'Late', value: 'By 25 days' },
      { name: 'Lately', value: 'Less than usual' },
    ]);
  });

  it('says that you met, not that they wrote, once you have', () => {
    const kwame = makePerson(house, 'Kwame Boateng', [{ at: NOW - 44 * DAY, by: 'them' }, { at: NOW - 43 * DAY, by: 'you' }, { at: NOW - 5 * DAY, by: 'them' }]);
    expect(ask(kwame.publicId).health?.sentence).toBe('Kwame wrote 5 days ago.');
    const log = (kind: 'meeting' | 'call', occurredAt: number) =>
      logInteraction(house.sql, house.actor, { place: { contact: kwame.publicId }, kind, direction: 'in', text: null, occurredAt, precision: 'day' }, NOW);
    log('meeting', NOW - DAY);
    expect(ask(kwame.publicId).health?.sentence).toBe('You met yesterday.');
    log('call', NOW);
    expect(ask(kwame.publicId).health?.sentence).toBe('You talked today.');
  });

  it('compares with what could be read thirty days before', () => {
    const said = everyDays(9, 20, { silent: 41 });
    const amara = makePerson(house, 'Amara Okafor', said);
    const { dayOf, coverage } = healthContext(house.sql);
    const then = NOW - 30 * DAY;
    const before = readHealth(rebuildHealth(healthLog(house.sql, amara.id).filter(({ at }) => at <= then), dayOf), then, { coverage });
    const { health } = ask(amara.publicId);
    expect(health?.change).toBe((health?.health ?? 0) - before.health);
    expect(health?.past).toHaveLength(25);
    expect(health?.past.at(-1)).toBe(health?.health);
  });

  it('compares with nothing where there was nothing', () => {
    expect(ask(makePerson(house, 'Amara', everyDays(9, 2, { silent: 1 })).publicId).health).toMatchObject({ change: null, state: 'New' });
  });

  it('reads up to where the source saw, and says so', () => {
    house.sql.prepare('UPDATE Coverage SET "to" = ? WHERE ownAccountId = ?').run(NOW - 20 * DAY, house.linkedIn);
    const amara = makePerson(house, 'Amara Okafor', everyDays(9, 20, { silent: 25 }));
    const { health } = ask(amara.publicId);
    expect(health?.asOf).toBe('3 November');
    expect(health?.sentence).toContain('wrote 25 days ago');
  });

  it('draws the pulse up to where the source saw, and tells the past from what is ahead by the real now', () => {
    const seenUntil = NOW - 20 * DAY;
    house.sql.prepare('UPDATE Coverage SET "to" = ? WHERE ownAccountId = ?').run(seenUntil, house.linkedIn);
    const amara = makePerson(house, 'Amara Okafor', everyDays(9, 20, { silent: 25 }));
    expect(ask(amara.publicId).pulse).toMatchObject({ nowLabel: '3 Nov', expected: ['Their rhythm said', 'by 13 November'], late: null });
    expect(ask(amara.publicId, { now: seenUntil }).pulse).toMatchObject({ nowLabel: 'Today', expected: ['Their rhythm says', 'by 13 November'] });
  });

  it('draws a reply owed where it is your turn, and nowhere else', () => {
    const sofie = makePerson(house, 'Sofie Brandt', [{ at: NOW - DAY, by: 'them', text: 'Do you have a wholesale version?' }]);
    expect(ask(sofie.publicId).pulse?.geometry.owed).not.toBeNull();
    expect(pulsesOf(house.sql, [sofie.id], NOW, 'row').get(sofie.id)?.pulse.owed).not.toBeNull();
    closeConversation(house.sql, house.actor, { conversation: sofie.conversation, because: 'done' }, NOW);
    expect(ask(sofie.publicId).pulse?.geometry.owed).toBeNull();
    expect(pulsesOf(house.sql, [sofie.id], NOW, 'row').get(sofie.id)?.pulse.owed).toBeNull();
  });

  it('draws each side on its own side where the reading falls between two milliseconds', () => {
    const sofie = makePerson(house, 'Sofie Brandt', [{ at: NOW - 10 * DAY, by: 'them' }, { at: NOW - 5 * DAY, by: 'them' }]);
    logInteraction(
      house.sql, house.actor,
      { place: { contact: sofie.publicId }, kind: 'meeting', direction: 'in', text: null, occurredAt: NOW - DAY, precision: 'day' }, NOW,
    );
    const read = pulsesOf(house.sql, [sofie.id], NOW + DAY + 1, 'row').get(sofie.id);
    expect(Number.isInteger(read?.reading.readAt)).toBe(false);
    expect(read?.pulse.youPath).toBe('');
    expect(read?.pulse.themPath).not.toBe('');
  });

  it('says no date where the reading is of now', () => {
    expect(ask(makePerson(house, 'Amara', everyDays(9, 20)).publicId).health?.asOf).toBeNull();
  });

  it('counts a long silence in years', () => {
    const amara = makePerson(house, 'Amara Okafor', everyDays(9, 20, { silent: 1000 }));
    expect(ask(amara.publicId)).toMatchObject({
      health: { sentence: 'Amara wrote 2 years ago. You usually answer within a day.' },
      gap: { sentence: '2 years without a word. The longest gap before this was 9 days.' },
    });
  });

  it('no gap is told while silence is nothing unusual', () => {
    expect(ask(makePerson(house, 'Amara', everyDays(9, 20, { silent: 10 })).publicId).gap).toBeNull();
  });

  it('marks meetings above the pulse and counts the months', () => {
    const amara = makePerson(house, 'Amara Okafor', everyDays(9, 20, { silent: 5 }));
    logInteraction(
      house.sql, house.actor,
      { place: { contact: amara.publicId }, kind: 'meeting', direction: 'out', text: 'Coffee at the fair in Lisbon', occurredAt: NOW - 100 * DAY, precision: 'day' },
      NOW,
    );
    const pulse = ask(amara.publicId).pulse;
    expect(pulse?.notes).toMatchObject([{ text: 'Coffee at the fair in…', side: 'you', words: 'after' }]);
    expect(pulse?.months[0]?.month).toBe('Nov 2026');
    expect(pulse?.months.reduce((sum, { them }) => sum + them, 0)).toBe(20);
    expect(pulse?.months).toHaveLength(13);
  });

  it('writes the words of a late mark to its left, where what is expected begins to its right', () => {
    const amara = makePerson(house, 'Amara Okafor', everyDays(9, 20, { silent: 5 }));
    const meet = (daysAgo: number, text: string | null) =>
      logInteraction(
        house.sql, house.actor,
        { place: { contact: amara.publicId }, kind: 'meeting', direction: 'in', text, occurredAt: NOW - daysAgo * DAY, precision: 'day' }, NOW,
      );
    meet(100, null);
    meet(2, 'Coffee at the fair in Lisbon');
    expect(ask(amara.publicId).pulse?.notes).toMatchObject([{ text: 'Met', words: 'after' }, { text: 'Coffee at the fair in…', words: 'before' }]);
  });

  it('tells when a stage was set, unless that was undone', () => {
    const amara = makePerson(house, 'Amara Okafor');
    expect(ask(amara.publicId).stageSince).toBeNull();
    const set = (stage: 'customer' | 'advocate', at: number) =>
      updateContact(house.sql, house.actor, { contact: amara.publicId, change: { field: 'stage', value: stage } }, at);
    set('customer', Date.UTC(2026, 2, 3));
    const later = set('advocate', Date.UTC(2026, 8, 3));
    expect(ask(amara.publicId)).toMatchObject({ stage: 'advocate', stageSince: 'Sep 2026' });
    undo(house.sql, house.actor, later.journalId, NOW);
    expect(ask(amara.publicId)).toMatchObject({ stage: 'customer', stageSince: 'Mar 2026' });
  });
});

describe('why it is said', () => {
  it('every reason and every fact opens events, and never a note', () => {
    const amara = makePerson(house, 'Amara Okafor', [...everyDays(9, 20, { silent: 41 }), { at: NOW - 30 * DAY, by: 'you' }]);
    note(amara, NOW - 20 * DAY, 'Moving studio');
    const { health, facts } = ask(amara.publicId);
    const said = [...(health?.reasons ?? []), ...facts.between];
    expect(said.length).toBeGreaterThan(10);
    for (const { topic, sentence } of said) {
      const { because, timeline } = ask(amara.publicId, { because: topic });
      expect(because?.topic, sentence).toBe(topic);
      expect(timeline.items.length, sentence).toBeGreaterThan(0);
      expect(timeline.items.every(({ what }) => what === 'interaction')).toBe(true);
    }
  });

  it.each(['UTC', 'Pacific/Auckland', 'America/Los_Angeles'])('the days opened are the days said, on the calendar of %s', (zone) => {
    house.sql.prepare('UPDATE Workspace SET timeZone = ?').run(zone);
    // Several a day, at hours that fall on other days elsewhere, and more than a page of them.
    const said = Array.from({ length: 240 }, (_, index) => ({
      at: NOW - Math.floor(index * 7.7) * 3_600_000, by: index % 3 === 0 ? ('you' as const) : ('them' as const),
    }));
    const amara = makePerson(house, 'Amara Okafor', said);
    const dayOf = calendarDay(zone);
    for (const [topic, side] of [['theirMonth', 'them'], ['yourMonth', 'you'], ['theirYear', 'them'], ['yourYear', 'you']] as const) {
      const items = wholeTimeline(amara.publicId, null, topic).flatMap((page) => page.items);
      const { because } = ask(amara.publicId, { because: topic });
      const days = new Set(items.map(({ at }) => dayOf(at ?? 0))).size;
      expect(because?.sentence).toMatch(new RegExp(`on ${days} (of the last 30 days|days in the last year)$`));
      expect(because?.entries).toBe(`${items.length} entries`);
      expect(items.every((item) => item.side === side)).toBe(true);
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    }
  });

  it('opens the calls and answers it counted, and of them only those without an answer', () => {
    const amara = makePerson(house, 'Amara Okafor', [
      { at: NOW - 300 * DAY, by: 'you', text: 'Hello?' },
      { at: NOW - 200 * DAY, by: 'you', text: 'Would you like to come?' }, { at: NOW - 198 * DAY, by: 'them', text: 'Gladly' },
    ]);
    const { because, timeline } = ask(amara.publicId, { because: 'theirAnswers' });
    expect(because).toMatchObject({ sentence: 'They answered 1 of 2', part: { topic: 'theirMisses', words: 'Only the 1 without an answer' } });
    expect(timeline.items.map(({ text }) => text)).toEqual(['Gladly', 'Would you like to come?', 'Hello?']);
    const missed = ask(amara.publicId, { because: 'theirMisses' });
    expect(missed.because).toMatchObject({ sentence: 'They did not answer 1 of 2', entries: '1 entry', part: null });
    expect(missed.timeline.items.map(({ text }) => text)).toEqual(['Hello?']);
  });

  it('shows everything where the sentence isn’t said of them, whatever the address asks', () => {
    const amara = makePerson(house, 'Amara Okafor', everyDays(9, 2));
    const whole = ask(amara.publicId).timeline;
    for (const topic of ['onlyYou', 'yearOfBoth', 'theirMisses', 'longestGap'] as const) {
      expect(ask(amara.publicId, { because: topic })).toMatchObject({ because: null, timeline: whole });
    }
    const nobody = makePerson(house, 'Nobody Yet');
    for (const topic of EVIDENCE_TOPICS) expect(ask(nobody.publicId, { because: topic }).because).toBeNull();
  });

  it('says how soon you usually answer only where they wait', () => {
    const said = everyDays(9, 20, { silent: 4 });
    const amara = makePerson(house, 'Amara Okafor', said);
    expect(ask(amara.publicId).health?.sentence).toBe('Amara wrote 4 days ago. You usually answer within a day.');
    closeConversation(house.sql, house.actor, { conversation: amara.conversation, because: 'done' }, NOW);
    expect(ask(amara.publicId).health?.sentence).toBe('Amara wrote 4 days ago.');
    expect(ask(amara.publicId).facts.between.map(({ name }) => name)).not.toContain('Unanswered');
  });
});
