/** What the page of a person is given: everything worded and formatted by the server. */
import type { InteractionKind, Platform } from '../../domain/activity';
import type { Logged } from '../../domain/contacts/logged';
import type { Gap } from '../../domain/contacts/keeping';
import type { Stage } from '../../domain/contacts/stages';
import type { TimelineGroup } from '../../domain/contacts/timeline';
import type { HealthStateName } from '../../domain/health/states';
import type { PulseGeometry } from '../../domain/pulse';
import type { MonthCount, PulseNote } from '../pulse/page-pulse';

export interface TimelineEntry {
  id: string;
  what: 'interaction' | 'note';
  side: 'them' | 'you' | 'others';
  kind: InteractionKind | 'note';
  platform: Platform | null;
  /** UTC milliseconds; null without a date. */
  at: number | null;
  date: string;
  fullDate: string;
  text: string | null;
  words: 'theirs' | 'yours';
  subject: string | null;
  deed: string;
  byline: string;
  edit: { date: string; time: string; as: Logged | null; deletable: boolean } | null;
}

export interface SilenceLine {
  /** UTC milliseconds: their last word, above which the line stands. */
  lastIn: number;
  sentence: string;
  tone: 'amber' | 'red' | 'mute';
}

export interface TimelineSlice {
  items: TimelineEntry[];
  next: string | null;
}

export interface HealthWords {
  state: HealthStateName;
  health: number;
  change: number | null;
  past: (number | null)[];
  sentence: string;
  reasons: { points: number; sentence: string }[];
  base: number;
  late: boolean;
  asOf: string | null;
}

export interface PulseCard {
  geometry: PulseGeometry;
  nowLabel: string;
  notes: PulseNote[];
  expected: string[];
  late: string | null;
  months: MonthCount[];
}

export interface WritePlace {
  /** Public id of the conversation. */
  conversation: string;
  platform: Platform;
  yourTurn: boolean;
}

/** How they are kept; null where it is not so. */
export interface KeepingWords {
  own: Gap;
  wish: { words: string; source: string } | null;
  resting: string | null;
  away: string | null;
}

export interface PersonView {
  publicId: string;
  name: string;
  called: string;
  headline: string | null;
  howMet: string | null;
  stage: Stage;
  stageSince: string | null;
  addedIn: string;
  tags: { publicId: string; name: string }[];
  identities: { publicId: string; platform: Platform; label: string; href: string | null; note: string; gone: boolean }[];
  places: WritePlace[];
  facts: { cadence: string | null; firstWords: string | null; theyReplyIn: string | null; youReplyIn: string | null };
  keeping: KeepingWords;
  health: HealthWords | null;
  pulse: PulseCard | null;
  gap: SilenceLine | null;
  timeline: TimelineSlice;
  groups: TimelineGroup[];
  removable: boolean;
}
