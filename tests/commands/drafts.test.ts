import { beforeEach, describe, expect, it } from 'vitest';
import { addNote } from '../../app/commands/add-note.server';
import { logInteraction } from '../../app/commands/log-interaction.server';
import { saveDraft } from '../../app/commands/save-draft.server';
import { undo } from '../../app/commands/undo.server';
import { draftOf } from '../../app/db/drafts.server';
import { GoneError } from '../../app/db/transact.server';
import { DAY, everyDays, makeHouse, makePerson, NOW, type House, type Person } from '../factories/history';
import { freshDatabase } from '../setup/database';

let house: House;
let leila: Person;

beforeEach(async () => {
  house = makeHouse(await freshDatabase());
  leila = makePerson(house, 'Leila Haddad', everyDays(9, 8, { silent: 4 }));
});

const save = (text: string, typedAt: number, now = typedAt) =>
  saveDraft(house.sql, house.actor.teammateId, { conversation: leila.conversation, mode: 'write', text, typedAt }, now);
const draft = () => draftOf(house.sql, { teammateId: house.actor.teammateId, conversationId: leila.conversationId });
const send = (text: string, now = NOW, idempotencyKey?: string) =>
  logInteraction(
    house.sql,
    house.actor,
    {
      place: { conversation: leila.conversation }, kind: 'message', direction: 'out', text, occurredAt: now, precision: 'minute',
      draft: { mode: 'write' }, ...(idempotencyKey ? { idempotencyKey } : {}),
    },
    now,
  );
const journal = () => house.sql.prepare('SELECT count(*) FROM JournalEntry').pluck().get();

describe('keeping what is being written', () => {
  it('keeps the last words, and no journal of typing', () => {
    save('Thursday', NOW - 20);
    expect(save('Thursday the 3rd works', NOW - 10)).toEqual({ conflict: null });
    expect(draft()).toEqual({ mode: 'write', text: 'Thursday the 3rd works', updatedAt: NOW - 10 });
    expect(journal()).toBe(0);
  });

  it('does not let an older save overwrite newer words, and hands those back', () => {
    save('Newer words, from the phone', NOW);
    expect(save('Older words', NOW - 1, NOW + 5)).toEqual({
      conflict: { mode: 'write', text: 'Newer words, from the phone', updatedAt: NOW },
    });
    expect(draft()?.text).toBe('Newer words, from the phone');
  });

  it('takes the same words late without a fuss', () => {
    save('The same', NOW);
    expect(save('The same', NOW - 1, NOW + 5)).toEqual({ conflict: null });
    expect(draft()?.updatedAt).toBe(NOW);
  });

  it('does not let a clock that runs ahead lock others out', () => {
    save('From the future', NOW + DAY, NOW);
    expect(save('From now', NOW + 1)).toEqual({ conflict: null });
  });

  it('makes no row of nothing', () => {
    save('', NOW);
    expect(draft()).toBeNull();
  });

  it('knows when the conversation is gone', () => {
    expect(() => saveDraft(house.sql, house.actor.teammateId, { conversation: 'nowhere', mode: 'write', text: 'x', typedAt: NOW }, NOW)).toThrow(GoneError);
  });
});

describe('words that were sent', () => {
  it('are no draft any more, also where a late save comes in after them', () => {
    save('Yes, gl', NOW - 5);
    send('Yes, gladly');
    expect(draft()?.text).toBe('');
    expect(save('Yes, gladl', NOW - 1, NOW + 3).conflict?.text).toBe('');
    expect(draft()?.text).toBe('');
  });

  it.each([
    ['saved before', () => save('Yes, gl', NOW - 5)],
    ['never saved', () => undefined],
  ])('are a draft again after undo, whole, %s', (_, before) => {
    before();
    const { journalId } = send('Yes, gladly');
    expect(undo(house.sql, house.actor, journalId, NOW + 10)).toMatchObject({ partly: false, conversations: [leila.conversation] });
    expect(draft()).toMatchObject({ mode: 'write', text: 'Yes, gladly' });
    expect(house.sql.prepare(`SELECT count(*) FROM Interaction WHERE origin = 'logged'`).pluck().get()).toBe(0);
  });

  it('come back before newer ones that were begun since: none are lost', () => {
    const { journalId } = send('Yes, gladly');
    save('PS: bring coffee', NOW + 5);
    expect(undo(house.sql, house.actor, journalId, NOW + 10)).toMatchObject({ partly: false });
    expect(draft()?.text).toBe('Yes, gladly\n\nPS: bring coffee');
  });

  it('clear the draft once, where the request came twice', () => {
    send('Yes, gladly', NOW, 'send-1');
    save('The next letter', NOW + 5);
    send('Yes, gladly', NOW + 6, 'send-1');
    expect(draft()?.text).toBe('The next letter');
  });
});

describe('a note', () => {
  const note = (text: string) =>
    addNote(house.sql, house.actor, { contact: leila.publicId, text, draftIn: leila.conversation }, NOW);
  const notes = () => house.sql.prepare('SELECT text FROM Note WHERE contactId = ? AND deletedAt IS NULL').pluck().all(leila.id);

  it('is kept with the person, and no draft any more', () => {
    save('Prefers mornin', NOW - 5);
    expect(note(' Prefers mornings ').sentence).toBe('Note about Leila kept');
    expect([notes(), draft()?.text]).toEqual([['Prefers mornings'], '']);
  });

  it('is a draft again after undo', () => {
    undo(house.sql, house.actor, note('Prefers mornings').journalId, NOW);
    expect([notes(), draft()]).toMatchObject([[], { mode: 'note', text: 'Prefers mornings' }]);
  });

  it('needs somebody to be about', () => {
    expect(() => addNote(house.sql, house.actor, { contact: 'nobody', text: 'x' }, NOW)).toThrow(GoneError);
  });
});
