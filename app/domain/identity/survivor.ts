/** Which of two contacts stays, and what it takes over of the other. */
import { STAGES, type Stage } from '../contacts/stages';

/** What the user said or a source shows of a contact, as its row holds it. Instants in UTC milliseconds. */
export interface ContactWords {
  name: string;
  nameBasis: string;
  headline: string | null;
  headlineBasis: string;
  stage: Stage;
  howMet: string | null;
  ownerId: number | null;
  idealGapDays: number | null;
  longestGapDays: number | null;
  restedAt: number | null;
  askAgainAt: number | null;
  awayFrom: number | null;
  awayUntil: number | null;
  coolingSeenAt: number | null;
  coolingSeenState: string | null;
}

/** Contact.createdHow where no import made them. */
const BY_HAND: ReadonlySet<string> = new Set(['by_hand', 'welcomed']);

/** The one the user brought in themselves, else the one whose name they typed, else the one that was there first. */
export function staysOf<One extends Pick<ContactWords, 'nameBasis'> & { id: number; createdHow: string }>(a: One, b: One): { stays: One; goes: One } {
  const rank = ({ nameBasis, createdHow }: One) => (BY_HAND.has(createdHow) ? 2 : 0) + (nameBasis === 'user' ? 1 : 0);
  const first = rank(a) === rank(b) ? a.id < b.id : rank(a) > rank(b);
  return first ? { stays: a, goes: b } : { stays: b, goes: a };
}

/** Both stories of how they met, the staying one's first. */
function bothStories(one: string | null, other: string | null): string | null {
  if (one === null || other === null || one.includes(other)) return one ?? other;
  return `${one}\n\n${other}`;
}

const later = (one: number | null, other: number | null): boolean => (other ?? -Infinity) > (one ?? -Infinity);

/**
 * Nothing the user said is lost: gaps, rest and time away hold for the one they were said of, so they hold for the person.
 * Where both say something, the staying one's word stands, of rest and absence the later one.
 * @returns the columns that change
 */
export function takenOver(stays: ContactWords, goes: ContactWords): Partial<ContactWords> {
  const next: ContactWords = { ...stays, howMet: bothStories(stays.howMet, goes.howMet), ownerId: stays.ownerId ?? goes.ownerId };
  if (stays.nameBasis !== 'user' && goes.nameBasis === 'user') Object.assign(next, { name: goes.name, nameBasis: 'user' });
  const headlineOfTheirs = stays.headline === null ? goes.headline !== null : stays.headlineBasis !== 'user' && goes.headlineBasis === 'user';
  if (headlineOfTheirs) Object.assign(next, { headline: goes.headline, headlineBasis: goes.headlineBasis });
  if (STAGES.indexOf(goes.stage) > STAGES.indexOf(stays.stage)) next.stage = goes.stage;
  if (stays.idealGapDays === null && stays.longestGapDays === null) {
    Object.assign(next, { idealGapDays: goes.idealGapDays, longestGapDays: goes.longestGapDays });
  }
  if (later(stays.restedAt, goes.restedAt)) Object.assign(next, { restedAt: goes.restedAt, askAgainAt: goes.askAgainAt });
  if (later(stays.awayUntil, goes.awayUntil)) Object.assign(next, { awayFrom: goes.awayFrom, awayUntil: goes.awayUntil });
  if (later(stays.coolingSeenAt, goes.coolingSeenAt)) {
    Object.assign(next, { coolingSeenAt: goes.coolingSeenAt, coolingSeenState: goes.coolingSeenState });
  }
  const before: Record<string, unknown> = { ...stays };
  return Object.fromEntries(Object.entries(next).filter(([column, value]) => value !== before[column]));
}
