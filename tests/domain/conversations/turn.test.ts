import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deriveTurn, NEW_APPROACH_AFTER, type DerivedTurn, type TurnInput, type TurnMessage, type UserWords,
} from '../../../app/domain/conversations/turn';
import { DAY, HOUR } from '../../../app/lib/dates';

const START = Date.UTC(2026, 9, 1, 9);
const NOW = START + 60 * DAY;
const day = (n: number): number => START + n * DAY;

/** A line of the story: who, on which day, and what differs from a plain message. */
type Line = [who: 'they' | 'you' | 'others', day: number, differs?: Partial<TurnMessage>];

const DIRECTION = { they: 'in', you: 'out', others: 'other' } as const;
const OPEN: UserWords = {
  closedThrough: null, closedBecause: null, snoozeMode: null, snoozedUntil: null, snoozedThrough: null,
};

/** A one-to-one conversation between people who know each other, told oldest first; ids are 1, 2, 3 in that order. */
function story(lines: Line[], differs: Partial<TurnInput> = {}): TurnInput {
  const told = lines.map(([who, at, extra], index): TurnMessage => ({
    id: index + 1, at: day(at), direction: DIRECTION[who], kind: 'message', text: 'So would Thursday work?', subject: null,
    addressesUser: false, hasAttachments: false, ...extra,
  }));
  return {
    kind: 'dm', people: 2, recent: told.toReversed(), everAnswered: lines.some(([who]) => who === 'you'), knownBefore: true,
    oneSided: new Set(), connectedAt: null, opening: told.filter((line) => line.direction === 'in').slice(0, 5), words: OPEN, ...differs,
  };
}

const turnOf = (input: TurnInput, now = NOW): DerivedTurn => deriveTurn(input, now);

describe('the last word decides', () => {
  const ROWS: [says: string, lines: Line[], turn: DerivedTurn['turn'], since: number | null][] = [
    ['they asked', [['you', 0], ['they', 3]], 'yours', 3],
    ['you answered', [['they', 3], ['you', 4]], 'theirs', 4],
    ['they never got an answer', [['they', 3]], 'yours', 3],
    ['you wrote first', [['you', 3]], 'theirs', 3],
    ['they asked, and asked again', [['you', 0], ['they', 3], ['they', 6]], 'yours', 3],
    ['you wrote twice', [['they', 0], ['you', 3], ['you', 6]], 'theirs', 3],
    ['they liked your answer', [['they', 3], ['you', 4], ['they', 5, { kind: 'reaction' }]], 'theirs', 4],
    ['they liked your post after asking', [['they', 3], ['they', 5, { kind: 'like' }]], 'yours', 3],
    ['a system line came last', [['they', 3], ['you', 4], ['they', 5, { kind: 'system' }]], 'theirs', 4],
    ['you reacted to their question', [['they', 3], ['you', 4, { kind: 'reaction' }]], 'yours', 3],
    ['they sent only a picture', [['you', 0], ['they', 3, { text: null, hasAttachments: true }]], 'yours', 3],
    ['you answered elsewhere, without text', [['they', 3], ['you', 4, { text: null }]], 'theirs', 4],
    ['they mailed', [['you', 0], ['they', 3, { kind: 'email' }]], 'yours', 3],
    ['they replied', [['you', 0], ['they', 3, { kind: 'reply' }]], 'yours', 3],
    ['they commented', [['you', 0], ['they', 3, { kind: 'comment' }]], 'yours', 3],
    ['they mentioned you', [['you', 0], ['they', 3, { kind: 'mention' }]], 'yours', 3],
    ['both at the same instant: yours is the answer', [['you', 3], ['they', 3]], 'theirs', 3],
  ];

  it.each(ROWS)('%s', (_says, lines, turn, since) => {
    expect(turnOf(story(lines))).toMatchObject({
      turn, since: since === null ? null : day(since), quietBecause: null, wakeAt: null,
    });
  });

  it.each<[says: string, lines: Line[], turn: DerivedTurn['turn'], quietBecause: DerivedTurn['quietBecause']]>([
    ['your post, where their answers can’t be seen', [['you', 3, { kind: 'reply' }]], 'none', 'one_sided'],
    ['their comment, where your answers can’t be seen', [['they', 3, { kind: 'reply' }]], 'none', 'one_sided'],
    ['an older such word does not matter', [['they', 3, { kind: 'reply' }], ['you', 4]], 'theirs', null],
    ['a word of a kind that both sides are seen of', [['you', 3, { kind: 'reply' }], ['they', 4]], 'yours', null],
  ])('nobody’s turn after what shows one side only: %s', (_says, lines, turn, quietBecause) => {
    expect(turnOf(story(lines, { oneSided: new Set(['reply']) }))).toMatchObject({ turn, quietBecause });
  });

  it.each([
    ['nobody wrote', []],
    ['they only followed', [['they', 1, { kind: 'follow' }]]],
    ['they only sent an invitation', [['they', 1, { kind: 'invitation' }]]],
  ] satisfies [string, Line[]][])('nothing said: %s', (_says, lines) => {
    expect(turnOf(story(lines))).toEqual({
      turn: 'none', since: null, quietBecause: 'nothing_said', wakeAt: null, lastMessageId: null, lastInAt: null, lastOutAt: null,
    });
  });

  it('says which word was the last, and the last of each side', () => {
    const told = turnOf(story([['they', 1], ['you', 2], ['they', 3], ['they', 4, { kind: 'like' }]]));
    expect(told).toMatchObject({ lastMessageId: 3, lastInAt: day(3), lastOutAt: day(2) });
  });
});

describe('since when they wait', () => {
  it('a long silence between two words of theirs begins a new wait', () => {
    expect(turnOf(story([['you', 0], ['they', 1], ['they', 40], ['they', 42]])).since).toBe(day(40));
  });

  it('a gap of exactly the limit is still the same approach', () => {
    const limit = NEW_APPROACH_AFTER / DAY;
    expect(turnOf(story([['they', 1], ['they', 1 + limit]])).since).toBe(day(1));
    expect(turnOf(story([['they', 1], ['they', 1.001 + limit]])).since).toBe(day(1.001 + limit));
  });

  it('what was closed no longer counts', () => {
    const input = story([['you', 0], ['they', 3], ['they', 5]], { words: { ...OPEN, closedThrough: day(3) } });
    expect(turnOf(input)).toMatchObject({ turn: 'yours', since: day(5) });
  });
});

describe('groups: only what addresses the user', () => {
  const group = { kind: 'group', people: 6 } as const;
  const toYou = { addressesUser: true };
  const ROWS: [says: string, lines: Line[], turn: DerivedTurn['turn'], quiet: DerivedTurn['quietBecause'], since: number | null][] = [
    ['they named you', [['they', 3, toYou]], 'yours', null, 3],
    ['they named you, and talk went on', [['they', 3, toYou], ['others', 4], ['they', 5]], 'yours', null, 3],
    ['they named you and you answered', [['they', 3, toYou], ['you', 4]], 'theirs', null, 4],
    ['you answered and talk went on', [['they', 3, toYou], ['you', 4], ['others', 5]], 'none', 'not_addressed', null],
    ['nobody meant you', [['others', 3], ['they', 4]], 'none', 'not_addressed', null],
    ['somebody else named you after your line', [['you', 1], ['others', 2], ['others', 3, toYou]], 'yours', null, 3],
  ];

  it.each(ROWS)('%s', (_says, lines, turn, quietBecause, since) => {
    const expected = { turn, quietBecause, since: since === null ? null : day(since) };
    expect(turnOf(story(lines, group))).toMatchObject(expected);
    expect(turnOf(story(lines, { kind: 'channel', people: 900 }))).toMatchObject(expected);
    expect(turnOf(story(lines, { kind: 'email_thread', people: 3 }))).toMatchObject(expected);
  });
});

describe('the user closed it', () => {
  const closed = (through: number): Partial<TurnInput> => ({
    words: { ...OPEN, closedThrough: day(through), closedBecause: 'done' },
  });

  it('stays quiet, also when time passes', () => {
    const input = story([['you', 0], ['they', 3]], closed(3));
    expect(turnOf(input)).toMatchObject({ turn: 'none', since: null, quietBecause: 'closed' });
    expect(turnOf(input, NOW + 900 * DAY)).toEqual(turnOf(input));
  });

  it('reopens when they write again', () => {
    expect(turnOf(story([['they', 3], ['they', 5]], closed(3)))).toMatchObject({ turn: 'yours', since: day(5) });
  });

  it('an older message that an archive brings later does not reopen it', () => {
    expect(turnOf(story([['they', 2], ['they', 3]], closed(3)))).toMatchObject({ turn: 'none', quietBecause: 'closed' });
  });

  it('is theirs once the user writes after all', () => {
    expect(turnOf(story([['they', 3], ['you', 4]], closed(3)))).toMatchObject({ turn: 'theirs', since: day(4), quietBecause: null });
  });

  it('a reaction of theirs does not reopen it', () => {
    const input = story([['they', 3], ['they', 5, { kind: 'reaction' }]], closed(3));
    expect(turnOf(input)).toMatchObject({ turn: 'none', quietBecause: 'closed' });
  });

  it('in a group other people talking does not reopen it, a line to the user does', () => {
    const lines: Line[] = [['they', 3, { addressesUser: true }], ['others', 5]];
    const group = { kind: 'group', people: 5, ...closed(3) } as const;
    expect(turnOf(story(lines, group))).toMatchObject({ turn: 'none', quietBecause: 'closed' });
    expect(turnOf(story([...lines, ['others', 6, { addressesUser: true }]], group))).toMatchObject({ turn: 'yours', since: day(6) });
  });
});

describe('the user snoozed it', () => {
  const asked: Line[] = [['you', 0], ['they', 3]];
  const snoozed = (mode: UserWords['snoozeMode'], until: number | null): Partial<TurnInput> => ({
    words: { ...OPEN, snoozeMode: mode, snoozedUntil: until, snoozedThrough: day(3) },
  });

  it.each(['date', 'rhythm'] as const)('by %s: quiet until then, and back with its whole wait', (mode) => {
    const input = story(asked, snoozed(mode, day(10)));
    expect(turnOf(input, day(10) - 1)).toMatchObject({ turn: 'none', since: null, quietBecause: 'snoozed', wakeAt: day(10) });
    expect(turnOf(input, day(10))).toMatchObject({ turn: 'yours', since: day(3), quietBecause: null, wakeAt: null });
  });

  it.each(['date', 'rhythm', 'they_write'] as const)('by %s: awake as soon as they write', (mode) => {
    const input = story([...asked, ['they', 5]], snoozed(mode, mode === 'they_write' ? null : day(50)));
    expect(turnOf(input, day(6))).toMatchObject({ turn: 'yours', since: day(3), wakeAt: null });
  });

  it('until they write: no time wakes it', () => {
    const input = story(asked, snoozed('they_write', null));
    expect(turnOf(input, NOW + 900 * DAY)).toMatchObject({ turn: 'none', quietBecause: 'snoozed', wakeAt: null });
  });

  it('the user wrote meanwhile: theirs, and nothing to wake', () => {
    expect(turnOf(story([...asked, ['you', 4]], snoozed('date', day(10))), day(5))).toMatchObject({ turn: 'theirs', wakeAt: null });
  });

  it('closing outranks snoozing', () => {
    const words = { ...OPEN, closedThrough: day(3), snoozeMode: 'date' as const, snoozedUntil: day(10), snoozedThrough: day(3) };
    expect(turnOf(story(asked, { words }), day(5))).toMatchObject({ quietBecause: 'closed', wakeAt: null });
  });
});

describe('cold pitches make no turn', () => {
  const text = 'We help agencies like yours generate qualified leads. Would you be open to a quick call?';
  const stranger = { knownBefore: false } as const;

  it('while never answered', () => {
    expect(turnOf(story([['they', 3, { text }]], stranger))).toMatchObject({ turn: 'none', quietBecause: 'cold_pitch' });
    expect(turnOf(story([['they', 3, { text }], ['you', 4], ['they', 5]], stranger)).turn).toBe('yours');
    expect(turnOf(story([['they', 3, { text }]])).turn).toBe('yours');
  });

  it('until the stranger says something of their own, even long after the opening', () => {
    const lines: Line[] = [0, 1, 2, 3, 4, 5].map((n) => ['they', n, { text }]);
    const own: Line = ['they', 6, { text: 'Your article on rest helped me through the winter. Thank you.' }];
    expect(turnOf(story(lines, stranger)).quietBecause).toBe('cold_pitch');
    expect(turnOf(story([...lines, own], stranger)).turn).toBe('yours');
  });

  it('unless the user asked to see it again', () => {
    const words = { ...OPEN, snoozeMode: 'date' as const, snoozedUntil: day(10), snoozedThrough: day(3) };
    expect(turnOf(story([['they', 3, { text }]], { ...stranger, words }), day(10)).turn).toBe('yours');
  });
});

const anyLine: fc.Arbitrary<Line> = fc.tuple(
  fc.constantFrom('they', 'you', 'others'),
  fc.integer({ min: 0, max: 59 }),
  fc.record({ kind: fc.constantFrom('message', 'reaction', 'system', 'comment'), addressesUser: fc.boolean() }),
);
const anyWords: fc.Arbitrary<UserWords> = fc.record({
  closedThrough: fc.option(fc.integer({ min: START, max: NOW })),
  closedBecause: fc.constant(null),
  snoozeMode: fc.option(fc.constantFrom('date', 'they_write', 'rhythm')),
  snoozedUntil: fc.option(fc.integer({ min: START, max: NOW + 30 * DAY })),
  snoozedThrough: fc.option(fc.integer({ min: START, max: NOW })),
});
const anyInput = fc
  .tuple(fc.array(anyLine, { maxLength: 12 }), fc.constantFrom('dm', 'group'), anyWords)
  .map(([lines, kind, words]) => story(lines, { kind, people: kind === 'dm' ? 2 : 5, words }));

describe('whatever happened', () => {
  it('a reason is given exactly where it is nobody\'s turn, a beginning exactly where it is somebody\'s', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { turn, since, quietBecause, wakeAt } = turnOf(input);
        expect(quietBecause === null).toBe(turn !== 'none');
        expect(since === null).toBe(turn === 'none');
        if (wakeAt !== null) expect([quietBecause, wakeAt > NOW]).toEqual(['snoozed', true]);
      }),
    );
  });

  it('the order in which messages come does not matter', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(turnOf({ ...input, recent: input.recent.toReversed() })).toEqual(turnOf(input));
      }),
    );
  });

  it('nothing changes between now and the moment it says it wakes', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const derived = turnOf(input);
        expect(turnOf(input, (derived.wakeAt ?? NOW + DAY) - 1)).toEqual(derived);
        if (derived.wakeAt !== null) expect(turnOf(input, derived.wakeAt).turn).toBe('yours');
      }),
    );
  });

  it('a word of the user an hour later always hands the turn over', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const answer: TurnMessage = {
          id: 99, at: day(59) + HOUR, direction: 'out', kind: 'message', text: 'Yes.', subject: null, addressesUser: false, hasAttachments: false,
        };
        expect(turnOf({ ...input, recent: [answer, ...input.recent], everAnswered: true }).turn).toBe('theirs');
      }),
    );
  });
});
