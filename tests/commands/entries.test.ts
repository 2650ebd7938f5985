import { beforeEach, describe, expect, it } from 'vitest';
import { deleteInteraction } from '../../app/commands/delete-interaction.server';
import { deleteNote } from '../../app/commands/delete-note.server';
import { editInteraction, type EditedInteraction } from '../../app/commands/edit-interaction.server';
import { editNote } from '../../app/commands/edit-note.server';
import { logInteraction, type LogInput } from '../../app/commands/log-interaction.server';
import { undo } from '../../app/commands/undo.server';
import { GoneError } from '../../app/db/transact.server';
import { newPublicId } from '../../app/lib/ids.server';
import { DAY, derivedOf, everyDays, makeHouse, makePerson, NOW, rebuildAll, type House, type Person } from '../factories/history';
import { freshDatabase } from '../setup/database';

let house: House;
let leila: Person;

beforeEach(async () => {
  house = makeHouse(await freshDatabase());
  leila = makePerson(house, 'Leila Haddad', everyDays(9, 8, { silent: 4 }));
});

function log(input: Partial<LogInput>): string {
  const done = logInteraction(
    house.sql,
    house.actor,
    {
      place: { conversation: leila.conversation }, kind: 'message', direction: 'out', text: 'Logged', occurredAt: NOW - DAY,
      precision: 'minute', ...input,
    },
    NOW,
  );
  return done.result ?? '';
}

const edit = (changes: Partial<EditedInteraction> & { interaction: string }) =>
  editInteraction(
    house.sql,
    house.actor,
    { deed: null, text: 'Logged', when: null, ...changes },
    NOW,
  );

/** What a command left must be what a rebuild from the log makes. */
function expectRebuilt() {
  const left = derivedOf(house.sql, leila.id);
  rebuildAll(house.sql, leila.id, NOW);
  expect(derivedOf(house.sql, leila.id)).toEqual(left);
}

const textOf = (publicId: string) =>
  house.sql.prepare('SELECT b.text FROM Interaction i JOIN InteractionBody b ON b.interactionId = i.id WHERE i.publicId = ?').pluck().get(publicId);

describe('editing what was logged', () => {
  const CASES: [string, Partial<EditedInteraction>][] = [
    ['its words', { text: 'Better words' }],
    ['without words', { text: null }],
    ['its time, later', { when: { occurredAt: NOW - 60_000, precision: 'minute' } }],
    ['its time, before everything else', { when: { occurredAt: NOW - 300 * DAY, precision: 'day' } }],
    ['who wrote', { deed: { kind: 'message', direction: 'in' } }],
    ['what it was', { deed: { kind: 'call', direction: 'out' } }],
    ['everything', { deed: { kind: 'meeting', direction: 'in' }, text: 'Met', when: { occurredAt: NOW - 40 * DAY, precision: 'day' } }],
  ];

  it.each(CASES)('%s: as if it had been logged so', (_, changes) => {
    const interaction = log({});
    edit({ interaction, ...changes });
    expectRebuilt();
  });

  it.each(CASES)('%s: undone whole', (_, changes) => {
    const interaction = log({});
    const before = [derivedOf(house.sql, leila.id), textOf(interaction)];
    const done = edit({ interaction, ...changes });
    expect(undo(house.sql, house.actor, done.journalId, NOW)?.partly).toBe(false);
    expect([derivedOf(house.sql, leila.id), textOf(interaction)]).toEqual(before);
  });

  it('leaves the time alone, to the millisecond', () => {
    const interaction = log({ occurredAt: NOW - DAY + 7 });
    edit({ interaction, text: 'Better words' });
    expect(house.sql.prepare('SELECT occurredAt FROM Interaction WHERE publicId = ?').pluck().get(interaction)).toBe(NOW - DAY + 7);
  });

  it('moves an instant in the future to now', () => {
    const interaction = log({});
    edit({ interaction, when: { occurredAt: NOW + DAY, precision: 'minute' } });
    expect(house.sql.prepare('SELECT occurredAt FROM Interaction WHERE publicId = ?').pluck().get(interaction)).toBe(NOW);
  });

  it('turns the turn round with who wrote', () => {
    const interaction = log({ occurredAt: NOW - 60_000 });
    const turn = () => house.sql.prepare('SELECT turn FROM ConversationState').pluck().get();
    expect(turn()).toBe('theirs');
    edit({ interaction, deed: { kind: 'message', direction: 'in' }, text: 'Can you send it?' });
    expect(turn()).toBe('yours');
  });

  it('leaves words alone that somebody has changed since', () => {
    const interaction = log({});
    const first = edit({ interaction, text: 'Second' });
    edit({ interaction, text: 'Third' });
    expect(undo(house.sql, house.actor, first.journalId, NOW)?.partly).toBe(true);
    expect(textOf(interaction)).toBe('Third');
  });

  it('never touches what an archive brought', () => {
    const imported = String(house.sql.prepare(`SELECT publicId FROM Interaction WHERE origin = 'imported' LIMIT 1`).pluck().get());
    expect(() => edit({ interaction: imported })).toThrow(GoneError);
    expect(() => deleteInteraction(house.sql, house.actor, { interaction: imported }, NOW)).toThrow(GoneError);
  });
});

describe('deleting what was logged', () => {
  it.each<[string, Partial<LogInput>]>([
    ['an answer', {}],
    ['a word of theirs', { direction: 'in' }],
    ['a meeting', { place: { contact: '' }, kind: 'meeting' }],
  ])('%s: health and turn are what they were; undo brings it back', (_, input) => {
    const before = derivedOf(house.sql, leila.id);
    const interaction = log({ ...input, ...(input.place ? { place: { contact: leila.publicId } } : {}) });
    const logged = derivedOf(house.sql, leila.id);
    expect(logged).not.toEqual(before);
    const done = deleteInteraction(house.sql, house.actor, { interaction }, NOW);
    expect(derivedOf(house.sql, leila.id)).toEqual(before);
    expectRebuilt();
    undo(house.sql, house.actor, done.journalId, NOW);
    expect(derivedOf(house.sql, leila.id)).toEqual(logged);
  });

  it('happens once', () => {
    const interaction = log({});
    deleteInteraction(house.sql, house.actor, { interaction }, NOW);
    expect(() => deleteInteraction(house.sql, house.actor, { interaction }, NOW)).toThrow(GoneError);
  });
});

describe('notes', () => {
  function note(): string {
    const publicId = newPublicId();
    house.sql.prepare('INSERT INTO Note (publicId, contactId, text, writtenAt) VALUES (?, ?, ?, ?)').run(publicId, leila.id, 'Moving studio', NOW);
    return publicId;
  }
  const stored = () => house.sql.prepare('SELECT text, deletedAt FROM Note').get();

  it('are edited and deleted with undo', () => {
    const id = note();
    const edited = editNote(house.sql, house.actor, { note: id, text: ' Moved ' }, NOW);
    expect(stored()).toEqual({ text: 'Moved', deletedAt: null });
    const deleted = deleteNote(house.sql, house.actor, { note: id }, NOW + 1);
    expect(stored()).toEqual({ text: 'Moved', deletedAt: NOW + 1 });
    expect(() => editNote(house.sql, house.actor, { note: id, text: 'x' }, NOW)).toThrow(GoneError);
    undo(house.sql, house.actor, deleted.journalId, NOW + 2);
    undo(house.sql, house.actor, edited.journalId, NOW + 2);
    expect(stored()).toEqual({ text: 'Moving studio', deletedAt: null });
  });
});
