import { beforeEach, describe, expect, it } from 'vitest';
import { logInteraction } from '../../app/commands/log-interaction.server';
import { olderTimeline } from '../../app/queries/person.server';
import { TIMELINE_PAGE } from '../../app/queries/person/timeline-rows.server';
import { countStatements } from '../factories/count-statements';
import { connect, DAY, everyDays, makeHouse, makePerson, NOW, say, type House } from '../factories/history';
import { freshDatabase } from '../setup/database';
import { personPage } from '../factories/person-page';

let house: House;

beforeEach(async () => {
  house = makeHouse(await freshDatabase());
});

const { ask, wholeTimeline, note } = personPage(() => house);

describe('where to find somebody', () => {
  it('lists profiles and addresses once, without the in-person one', () => {
    const amara = makePerson(house, 'Amara Okafor', [], { key: 'amara', email: 'amara@slowclay.example' });
    connect(house, amara.identityId, Date.UTC(2023, 1, 14));
    house.sql.prepare(`UPDATE Identity SET profileUrl = 'https://www.linkedin.com/in/amara' WHERE id = ?`).run(amara.identityId);
    logInteraction(
      house.sql, house.actor,
      { place: { contact: amara.publicId }, kind: 'call', direction: 'in', text: null, occurredAt: NOW, precision: 'minute' }, NOW,
    );
    expect(ask(amara.publicId).identities).toMatchObject([
      { platform: 'linkedin', label: 'Amara Okafor', href: 'https://www.linkedin.com/in/amara', note: 'connected since Feb 2023' },
      { platform: 'email', label: 'amara@slowclay.example', href: 'mailto:amara@slowclay.example' },
    ]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'not a url'])('never leads to %s', (url) => {
    const amara = makePerson(house, 'Amara Okafor');
    house.sql.prepare('UPDATE Identity SET profileUrl = ? WHERE id = ?').run(url, amara.identityId);
    expect(ask(amara.publicId).identities[0]?.href).toBeNull();
  });
});

describe('the timeline', () => {
  it('has everything once, newest first, notes between, what has no date at the end', () => {
    // Several at the same instant, notes among them, and more than two pages.
    const said = Array.from({ length: 95 }, (_, index) => ({ at: NOW - Math.floor(index / 3) * DAY, by: index % 2 ? ('you' as const) : ('them' as const) }));
    const amara = makePerson(house, 'Amara Okafor', said);
    for (let index = 0; index < 12; index += 1) note(amara, NOW - Math.floor(index / 2) * 3 * DAY, `Note ${index}`);
    for (let index = 0; index < 50; index += 1) {
      say(house, { conversationId: amara.conversationId, identityId: amara.identityId }, { at: null, by: 'them', kind: 'like' });
    }
    const pages = wholeTimeline(amara.publicId);
    const items = pages.flatMap((page) => page.items);
    expect(pages.slice(0, -1).every((page) => page.items.length === TIMELINE_PAGE)).toBe(true);
    expect(items).toHaveLength(95 + 12 + 50);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    const times = items.map(({ at }) => at ?? -1);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(items.slice(-50).every(({ at, date }) => at === null && date === '')).toBe(true);
  });

  it('shows one group, and offers only groups there are', () => {
    const amara = makePerson(house, 'Amara Okafor', everyDays(9, 25));
    say(house, { conversationId: amara.conversationId, identityId: amara.identityId }, { at: NOW - DAY, by: 'them', kind: 'like' });
    note(amara, NOW, 'Moving studio');
    expect(ask(amara.publicId).groups).toEqual(['messages', 'reactions', 'notes']);
    expect(wholeTimeline(amara.publicId, 'notes').flatMap(({ items }) => items)).toMatchObject([{ kind: 'note', text: 'Moving studio', byline: 'Note by Ines' }]);
    expect(wholeTimeline(amara.publicId, 'reactions').flatMap(({ items }) => items)).toHaveLength(1);
    expect(wholeTimeline(amara.publicId, 'messages').flatMap(({ items }) => items)).toHaveLength(49);
  });

  it('tells who, where and when in words', () => {
    const amara = makePerson(house, 'Amara Okafor', [{ at: Date.UTC(2026, 10, 11, 14, 5), by: 'them', text: 'Second kiln arrives' }]);
    logInteraction(
      house.sql, house.actor,
      { place: { contact: amara.publicId }, kind: 'call', direction: 'out', text: null, occurredAt: NOW - 400 * DAY, precision: 'day' }, NOW,
    );
    expect(ask(amara.publicId, { zone: 'Europe/Berlin' }).timeline.items).toMatchObject([
      { side: 'them', date: '11 Nov', fullDate: '11 November 2026, 15:05', text: 'Second kiln arrives', byline: 'Amara, on LinkedIn', edit: null },
      {
        side: 'you', date: '19 Oct 2025', fullDate: '19 October 2025', text: null, deed: 'You talked', byline: 'By phone',
        edit: { date: '2025-10-19', time: '', as: 'talked', deletable: true },
      },
    ]);
  });

  it.each(['', 'x', 'e.1', 'e.1.2.3', 'u.', 'z.1.2', 'e.99999999999999999999.1'])('begins at the top for a place it does not know: %s', (before) => {
    const amara = makePerson(house, 'Amara Okafor', everyDays(9, 2));
    expect(olderTimeline(house.sql, { publicId: amara.publicId, show: null, before, zone: 'UTC', now: NOW })?.items).toHaveLength(3);
  });

  it('asks as often for a long story as for a short one', () => {
    const short = makePerson(house, 'Short', everyDays(9, 4));
    const long = makePerson(house, 'Long', everyDays(2, 300));
    for (let index = 0; index < 60; index += 1) note(long, NOW - index * DAY, 'Note');
    const asked = [short, long].map(({ publicId }) => countStatements(house.sql, () => ask(publicId)));
    // What has no date is only looked for where the dates end, which is one statement more for the short story.
    expect(asked[1]).toBe((asked[0] ?? 0) - 1);
    expect(Math.max(...asked)).toBeLessThanOrEqual(18);
  });
});
