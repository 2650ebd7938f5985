/** The sample community in a real store: in beside real people, and out again without a trace. */
import { beforeEach, describe, expect, it } from 'vitest';
import { addNote } from '../../app/commands/add-note.server';
import { logInteraction } from '../../app/commands/log-interaction.server';
import { saveDraft } from '../../app/commands/save-draft.server';
import { startSample } from '../../app/commands/start-sample.server';
import { stopImport } from '../../app/commands/stop-import.server';
import { tagContact } from '../../app/commands/tag-contact.server';
import { undo } from '../../app/commands/undo.server';
import { welcomeIdentity } from '../../app/commands/welcome-identity.server';
import { loadSample } from '../../app/commands/load-sample.server';
import type { Sql } from '../../app/db/connection.server';
import { healthContext } from '../../app/db/derive/contact-health.server';
import { HEALTH_STATES } from '../../app/domain/health';
import { SAMPLE_SCOPE } from '../../app/domain/sample/records';
import { refoldHealth } from '../../app/jobs/refold-health.server';
import { imports } from '../../app/queries/imports.server';
import { replayInBrief } from '../../app/queries/replay.server';
import { today } from '../../app/queries/today.server';
import { DAY, derivedOf, everyDays, makeHouse, makePerson, NOW, type House } from '../factories/history';
import { dump, importFolder, NOBODY, rowCounts, runOf } from '../factories/imports';
import { loadSampleNow, removeSampleNow } from '../factories/sample';
import { PROFILE_CSV } from '../fixtures/linkedin/eras';
import { freshDatabase } from '../setup/database';

let sql: Sql;
let house: House;

beforeEach(async () => {
  sql = await freshDatabase();
  house = makeHouse(sql, { timeZone: 'Europe/Lisbon' });
});

/** As after an import: everybody is read with the workspace's own intercepts. */
const fitted = () => refoldHealth({ sql, now: () => NOW, pause: () => undefined });
const contactNamed = (name: string) => String(sql.prepare('SELECT publicId FROM Contact WHERE name = ?').pluck().get(name));
const todayAt = (now: number) =>
  today(sql, { now, zone: 'Europe/Lisbon', teammateId: house.actor.teammateId, horizonDays: 90, minutesADay: 15, room: null });

describe('loading the sample community', () => {
  it('fills Today, and knows every state', () => {
    loadSampleNow(sql, NOW);
    const day = todayAt(NOW);
    const rows = day.groups.find(({ key }) => key === 'your-turn')?.rows ?? [];
    expect(rows[0]?.name).toBe('Leila Haddad');
    expect(rows.map(({ name }) => name).sort()).toEqual(
      ['Aroha Ngata', 'Kwame Boateng', 'Leila Haddad', 'Linh Tran', 'Sofie Brandt', 'Tomás Ferreyra', 'Wren Castellanos'],
    );
    expect([day.older, day.pitches, day.stale]).toEqual([4, 3, []]);
    const states = sql.prepare<[], string>('SELECT stateName FROM ContactHealth GROUP BY stateName HAVING count(*) >= 2').pluck().all();
    expect(states.sort()).toEqual([...HEALTH_STATES].sort());
  });

  it('is one line among the imports, with what it brought and no last day', () => {
    loadSampleNow(sql, NOW);
    const { cards, lines } = imports(sql, { now: NOW + DAY, timeZone: 'UTC', horizonDays: 90 });
    expect(cards).toEqual([]);
    expect(lines).toMatchObject([{ title: 'Sample community', isSample: true, undoUntil: null }]);
    expect(lines[0]?.sentence).toMatch(/^\d+ people, [\d,]+ messages$/);
  });

  it('keeps one person in several places', () => {
    loadSampleNow(sql, NOW);
    const several = sql.prepare('SELECT count(*) FROM (SELECT contactId FROM Identity WHERE contactId IS NOT NULL GROUP BY contactId HAVING count(*) > 1)');
    expect(Number(several.pluck().get())).toBeGreaterThan(15);
    expect(sql.prepare(`SELECT count(*) - count(DISTINCT name) FROM Contact`).pluck().get()).toBe(0);
  });

  it('loads once, however often it is asked for', () => {
    const first = loadSampleNow(sql, NOW);
    const before = dump(sql);
    expect(startSample(sql, NOBODY, NOW)).toBe(first);
    expect(dump(sql)).toEqual(before);
  });

  it('begins anew where it was cut off', () => {
    const publicId = startSample(sql, NOBODY, NOW);
    const { id } = runOf(sql, publicId);
    let pauses = 0;
    const cutOff = () => {
      pauses += 1;
      if (pauses === 9) throw new Error('The power went.');
    };
    expect(loadSample(id, { sql, now: () => NOW, pause: cutOff }).status).toBe('failed');
    const again = loadSampleNow(sql, NOW);
    const counted = rowCounts(sql);
    removeSampleNow(sql, again, NOW);
    loadSampleNow(sql, NOW);
    expect(rowCounts(sql)).toEqual(counted);
  });

  it('stops where somebody asks, and keeps nothing', () => {
    const before = dump(sql);
    const publicId = startSample(sql, NOBODY, NOW);
    stopImport(sql, NOBODY, publicId, NOW);
    expect(loadSample(runOf(sql, publicId).id, { sql, now: () => NOW, pause: () => undefined }).status).toBe('gone');
    expect(dump(sql)).toEqual(before);
  });
});

describe('beside real people', () => {
  it('leaves their turn, health and as-of alone', () => {
    const real = makePerson(house, 'Amara Okafor', everyDays(9, 20, { silent: 12 }));
    fitted();
    const before = derivedOf(sql, real.id);
    loadSampleNow(sql, NOW);
    expect(derivedOf(sql, real.id)).toEqual(before);
    expect(sql.prepare('SELECT count(*) FROM Contact WHERE name = ?').pluck().get('Amara Okafor')).toBe(2);
  });

  it('lets a real export in without asking whose it is', async () => {
    const fresh = await freshDatabase();
    fresh.prepare(`INSERT INTO Workspace (id, publicId, name, timeZone, createdAt) VALUES (1, 'w', 'Mine', 'UTC', 0)`).run();
    loadSampleNow(fresh, NOW);
    const { outcome, run } = await importFolder(fresh, 'export', { 'Profile.csv': PROFILE_CSV, 'Connections.csv': CONNECTIONS });
    expect(outcome.status).toBe('finished');
    const account = fresh.prepare('SELECT access FROM OwnAccount WHERE id = ?').pluck().get(run.ownAccountId);
    expect(account).toBe('archive');
  });
});

const CONNECTIONS = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAmara,Okafor,https://www.linkedin.com/in/amara-okafor,,Slow Clay,Ceramicist,12 May 2024\n';

describe('its replay', () => {
  it('is shown, and nothing is learned from invented people', () => {
    sql.prepare(`DELETE FROM OwnAccount WHERE access = 'archive'`).run();
    loadSampleNow(sql, NOW);
    expect(replayInBrief(sql)).toMatchObject({ sentence: expect.stringMatching(/would have given \d+ names/), tilt: null });
    expect(healthContext(sql).delta).toEqual({ twoWay: 0, inbound: 0 });
  });

  it('leaves them out once there are real ones', () => {
    makePerson(house, 'Nour Real', everyDays(9, 20));
    loadSampleNow(sql, NOW);
    const names = sql.prepare('SELECT DISTINCT c.name FROM ReplayedContact r JOIN Contact c ON c.id = r.contactId').pluck().all();
    expect(names).toEqual(['Nour Real']);
  });
});

describe('removing it', () => {
  it('leaves what was there byte for byte, and nothing else', () => {
    makePerson(house, 'Nour Real', everyDays(9, 20));
    const nour = contactNamed('Nour Real');
    tagContact(sql, house.actor, { contact: nour, name: 'Wood' }, NOW);
    addNote(sql, house.actor, { contact: nour, text: 'A real note' }, NOW);
    fitted();
    const before = dump(sql);
    const result = removeSampleNow(sql, loadSampleNow(sql, NOW), NOW);
    expect(dump(sql)).toEqual(before);
    expect(result.removed.people).toBeGreaterThan(100);
    expect(result.stayed).toEqual([]);
    expect(sql.prepare('SELECT count(*) FROM ImportRunRow').pluck().get()).toBe(0);
    expect(sql.pragma('foreign_key_check')).toEqual([]);
  });

  it('takes with it what was tried on it, and what undo remembered', () => {
    const real = makePerson(house, 'Nour Real', everyDays(9, 20));
    const publicId = loadSampleNow(sql, NOW);
    const conversation = String(
      sql.prepare(`SELECT c.publicId FROM Conversation c JOIN ConversationState s ON s.conversationId = c.id JOIN Contact k ON k.id = s.contactId
        WHERE k.name = 'Leila Haddad' AND s.turn = 'yours'`).pluck().get(),
    );
    const leila = contactNamed('Leila Haddad');
    const silent = String(sql.prepare('SELECT publicId FROM Identity WHERE contactId IS NULL AND scope = ? AND key <> ?').pluck().get(SAMPLE_SCOPE, 'you'));
    const say = { direction: 'out' as const, text: 'Thursday it is.', occurredAt: NOW, precision: 'minute' as const };
    logInteraction(sql, house.actor, { ...say, place: { conversation }, kind: 'message' }, NOW);
    logInteraction(sql, house.actor, { ...say, place: { contact: leila }, kind: 'meeting' }, NOW);
    addNote(sql, house.actor, { contact: leila, text: 'Tried a note' }, NOW);
    tagContact(sql, house.actor, { contact: leila, name: 'only tried' }, NOW);
    saveDraft(sql, house.actor.teammateId, { conversation, mode: 'write', text: 'half a', typedAt: NOW }, NOW);
    welcomeIdentity(sql, house.actor, { identity: silent }, NOW);
    removeSampleNow(sql, publicId, NOW);
    const left = dump(sql);
    expect(left['Contact']).toHaveLength(1);
    expect([left['Tag'], left['Note'], left['Draft'], left['ContactTag']]).toEqual([[], [], [], []]);
    expect(left['OwnAccount']).toHaveLength(2);
    expect(sql.prepare('SELECT count(*) FROM Interaction WHERE origin = ?').pluck().get('logged')).toBe(0);
    expect(sql.prepare('SELECT count(*) FROM JournalEntry').pluck().get()).toBe(0);
    expect(undo(sql, house.actor, null, NOW)).toBeNull();
    expect(derivedOf(sql, real.id).health).toBeDefined();
  });

  it('says so on its line, and can be loaded again', () => {
    removeSampleNow(sql, loadSampleNow(sql, NOW), NOW);
    const { lines } = imports(sql, { now: NOW, timeZone: 'UTC', horizonDays: 90 });
    expect(lines[0]?.sentence).toMatch(/^Removed on 23 Nov\. \d+ invented people taken out, with everything you tried on them\.$/);
    loadSampleNow(sql, NOW + DAY);
    expect(todayAt(NOW + DAY).groups[0]).toMatchObject({ key: 'your-turn', total: 7 });
  });

  it('can be removed after years', () => {
    const publicId = loadSampleNow(sql, NOW);
    expect(removeSampleNow(sql, publicId, NOW + 900 * DAY).removed.people).toBeGreaterThan(100);
  });
});
