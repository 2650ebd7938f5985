import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Draft } from '../../app/domain/conversations/draft';
import { DraftStore, draftFrom, parseDraft, type DraftShelf } from '../../app/ui/conversation/draft-store';

const NOW = 1_000_000;
let shelf: Map<string, string>;
let saved: { conversation: string; text: string; leaving: boolean }[];
let answer: (draft: Draft) => Draft | null;
let waiting: (() => void)[];
let clock: number;

beforeEach(() => {
  shelf = new Map();
  saved = [];
  answer = () => null;
  waiting = [];
  clock = NOW;
});

function open(overrides: { shelf?: DraftShelf | null } = {}): DraftStore {
  return new DraftStore({
    shelf: { getItem: (key) => shelf.get(key) ?? null, setItem: (key, value) => shelf.set(key, value), removeItem: (key) => shelf.delete(key) },
    save: async (conversation, draft, leaving) => {
      saved.push({ conversation, text: draft.text, leaving });
      return { conflict: answer(draft) };
    },
    now: () => clock,
    later: (work) => {
      waiting.push(work);
      return () => {
        waiting = waiting.filter((one) => one !== work);
      };
    },
    ...overrides,
  });
}

/** The pause in typing is over, and the server has answered. */
async function pause() {
  for (const work of waiting.splice(0)) work();
  await new Promise((done) => setImmediate(done));
}

const stored = (text: string, updatedAt: number): Draft => ({ mode: 'write', text, updatedAt });

describe('typing', () => {
  it('keeps every key in the browser, and the last words on the server after a pause', async () => {
    const drafts = open();
    drafts.type('leila', { text: 'Thur' });
    drafts.type('leila', { text: 'Thursday' });
    expect([parseDraft(shelf.get('kith.draft.leila') ?? null)?.text, saved]).toEqual(['Thursday', []]);
    await pause();
    expect(saved).toEqual([{ conversation: 'leila', text: 'Thursday', leaving: false }]);
    expect(shelf.size).toBe(0);
  });

  it('survives a crash before the pause is over', () => {
    open().type('leila', { text: 'Half a sen' });
    const afterwards = open();
    afterwards.open('leila', stored('Half', NOW - 10));
    expect(afterwards.draft('leila').text).toBe('Half a sen');
  });

  it('survives a server that is not reached', async () => {
    const drafts = open();
    answer = () => {
      throw new Error('Not reached');
    };
    drafts.type('leila', { text: 'Still here' });
    await pause();
    expect([drafts.draft('leila').text, shelf.size]).toEqual(['Still here', 1]);
  });

  it('works where the browser keeps nothing', async () => {
    const refuse = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
    const drafts = open({ shelf: { getItem: refuse, setItem: refuse, removeItem: refuse } });
    drafts.open('leila', null);
    drafts.type('leila', { text: 'Kept' });
    await pause();
    expect([drafts.draft('leila').text, saved.length]).toEqual(['Kept', 1]);
  });

  it('is saved at once when the page goes away', async () => {
    const drafts = open();
    drafts.type('leila', { text: 'Bye' });
    await drafts.flush(true);
    expect(saved).toEqual([{ conversation: 'leila', text: 'Bye', leaving: true }]);
  });

  it('tells whoever shows it, with the same object until it changes', () => {
    const drafts = open();
    const listener = vi.fn();
    drafts.subscribe(listener);
    drafts.type('leila', { text: 'A' });
    expect(listener).toHaveBeenCalledTimes(1);
    expect(drafts.draft('leila')).toBe(drafts.draft('leila'));
  });
});

describe('two copies', () => {
  it.each([
    ['the browser’s where it is later', NOW, NOW - 1, 'Shelved'],
    ['the server’s where it is later', NOW - 1, NOW, 'Stored'],
    ['the server’s where they are equally old', NOW, NOW, 'Stored'],
  ])('%s', (_, shelvedAt, storedAt, text) => {
    shelf.set('kith.draft.leila', JSON.stringify(stored('Shelved', shelvedAt)));
    const drafts = open();
    drafts.open('leila', stored('Stored', storedAt));
    expect(drafts.draft('leila').text).toBe(text);
  });

  it('what is being typed is not replaced by what a page brings along', () => {
    const drafts = open();
    drafts.type('leila', { text: 'Being typed' });
    drafts.open('leila', stored('From elsewhere', NOW + 100));
    expect(drafts.draft('leila').text).toBe('Being typed');
  });

  it('newer words on the server are shown, not overwritten; going on to write wins', async () => {
    const drafts = open();
    drafts.type('leila', { text: 'Mine' });
    answer = () => stored('Theirs', NOW + 50);
    await pause();
    expect([drafts.draft('leila').text, drafts.conflict('leila')?.text]).toEqual(['Mine', 'Theirs']);
    answer = () => null;
    drafts.type('leila', { text: 'Mine, longer' });
    expect(drafts.draft('leila').updatedAt).toBeGreaterThan(NOW + 50);
    await pause();
    expect([drafts.conflict('leila'), saved.at(-1)?.text]).toEqual([null, 'Mine, longer']);
  });

  it('newer words can be taken instead', async () => {
    const drafts = open();
    drafts.type('leila', { text: 'Mine' });
    answer = () => stored('Theirs', NOW + 50);
    await pause();
    drafts.takeTheirs('leila');
    expect([drafts.draft('leila').text, drafts.conflict('leila'), shelf.size]).toEqual(['Theirs', null, 0]);
  });

  it('a clock behind the server’s does not lose what is typed after sending', async () => {
    const drafts = open();
    drafts.type('leila', { text: 'New words' });
    answer = (draft) => (draft.updatedAt > NOW + 500 ? null : stored('', NOW + 500));
    await pause();
    await pause();
    expect([saved.length, drafts.conflict('leila'), drafts.draft('leila').text, shelf.size]).toEqual([2, null, 'New words', 0]);
  });
});

describe('sending', () => {
  it('rests the draft: no save comes in after the message', async () => {
    const drafts = open();
    drafts.type('leila', { text: 'Sent' });
    drafts.rest('leila');
    await pause();
    await drafts.flush();
    expect(saved).toEqual([]);
    drafts.spent('leila');
    expect([drafts.draft('leila').text, shelf.size]).toEqual(['', 0]);
  });

  it('keeps the words where it did not work', async () => {
    const drafts = open();
    drafts.type('leila', { text: 'Not sent' });
    drafts.rest('leila');
    drafts.failed('leila');
    await pause();
    expect([drafts.draft('leila').text, saved.length]).toEqual(['Not sent', 1]);
  });
});

it.each([
  ['null', null], ['no JSON', '{'], ['another shape', '{"text":1}'], ['an unknown mode', '{"mode":"shout","text":"x","updatedAt":1}'],
  ['a string', '"x"'], ['nothing', 'null'],
])('takes %s in the browser’s storage for no draft', (_, json) => {
  expect(parseDraft(json)).toBeNull();
});

it('takes an unknown mode of the server for writing', () => {
  expect(draftFrom({ mode: 'shout', text: 'x', updatedAt: 1 })).toEqual({ mode: 'write', text: 'x', updatedAt: 1 });
});
