import { describe, expect, it } from 'vitest';
import { EntryDrafts, parseEntryDraft, type EntryDraft } from '../../app/ui/person/entry-draft';
import { entryProblems, type TypedEntry } from '../../app/ui/person/entry-problems';

const DRAFT: EntryDraft = { choice: 'met', text: 'Coffee at the fair', date: '2026-11-20', time: '14:05', place: null };

function shelf() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('words of the log dialog', () => {
  it('are kept per person, for whoever opens the dialog next, until they are logged', () => {
    const storage = shelf();
    new EntryDrafts(storage).keep('amara', DRAFT);
    const later = new EntryDrafts(storage);
    expect(later.read('amara')).toEqual(DRAFT);
    expect(later.read('leila')).toBeNull();
    later.drop('amara');
    expect(later.read('amara')).toBeNull();
    expect(storage.kept.size).toBe(0);
  });

  it('leave nothing behind once they are taken away', () => {
    const storage = shelf();
    const drafts = new EntryDrafts(storage);
    drafts.keep('amara', DRAFT);
    drafts.keep('amara', { ...DRAFT, text: ' ' });
    expect(storage.kept.size).toBe(0);
  });

  it('are typed on where the browser keeps nothing', () => {
    const full = () => {
      throw new Error('QuotaExceededError');
    };
    for (const drafts of [new EntryDrafts(null), new EntryDrafts({ getItem: full, setItem: full, removeItem: full })]) {
      drafts.keep('amara', DRAFT);
      expect(drafts.read('amara')).toBeNull();
      drafts.drop('amara');
    }
  });

  it.each(['', '{', 'null', '7', '{"choice":"shouted","text":"x","time":""}', '{"choice":"met","text":7,"time":""}'])('are not read from %j', (json) => {
    expect(parseEntryDraft(json)).toBeNull();
  });
});

describe('what an entry lacks', () => {
  const typed = (changed: Partial<TypedEntry>) =>
    entryProblems({ choice: 'they_said', isEdit: false, text: 'Hello', date: '2026-11-23', badTime: false, ...changed }, '2026-11-23');

  it.each<[Partial<TypedEntry>, object]>([
    [{}, {}],
    [{ text: ' ' }, { text: 'Write what was said.' }],
    [{ text: '', choice: 'met' }, {}],
    [{ text: '', isEdit: true }, {}],
    [{ text: '', choice: 'note', date: '' }, { text: 'A note needs words.' }],
    [{ text: '', choice: 'note', isEdit: true }, { text: 'A note needs words.' }],
    [{ date: '' }, { date: 'Say which day it was.' }],
    [{ date: '2026-11-24' }, { date: 'That day is still to come.' }],
    [{ date: '0226-11-23' }, { date: 'That day is too long ago.' }],
    [{ badTime: true }, { time: 'Say the time in full, or leave it empty.' }],
    [{ text: '', date: '2027-01-01' }, { text: 'Write what was said.', date: 'That day is still to come.' }],
  ])('%o', (changed, problems) => {
    expect(typed(changed)).toEqual(problems);
  });
});
