/** What the page of a person is given: everything worded and formatted by the server. */
import type { InteractionKind, Platform } from '../../domain/activity';
import type { Logged } from '../../domain/contacts/logged';
import type { Gap } from '../../domain/contacts/keeping';
import type { Stage } from '../../domain/contacts/stages';
import type { TimelineGroup } from '../../domain/contacts/timeline';
import type { EvidenceTopic } from '../../domain/health/evidence';
import type { HealthStateName } from '../../domain/health/states';
import type { MonthCount, PulseGeometry } from '../../domain/pulse';
import type { KnownAsView } from '../identity/known-as';
import type { PulseNote } from '../pulse/page-pulse';

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
  /** The topic asks for the events behind a reason; null where it rests on everybody. */
  reasons: { points: number; sentence: string; topic: EvidenceTopic | null }[];
  base: number;
  late: boolean;
  asOf: string | null;
}

/** What is between the two, without points. */
export interface FactView {
  topic: EvidenceTopic;
  name: string;
  value: string;
}

/** What could be seen of the two, and where. */
export interface SourceView {
  platform: Platform;
  words: string;
  old: boolean;
}

/** The sentence whose events the timeline shows. */
export interface BecauseView {
  topic: EvidenceTopic;
  sentence: string;
  note: string | null;
  /** "6 entries" */
  entries: string;
  part: { topic: EvidenceTopic; words: string } | null;
}

export interface PulseCard {
  geometry: PulseGeometry;
  nowLabel: string;
  notes: PulseNote[];
  expected: string[];
  wished: boolean;
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
  identities: { publicId: string; platform: Platform; label: string; href: string | null; note: string; gone: boolean; refusal: string | null }[];
  known: KnownAsView[];
  merged: { publicId: string; words: string }[];
  places: WritePlace[];
  facts: { cadence: string | null; between: FactView[] };
  sources: SourceView[];
  keeping: KeepingWords;
  health: HealthWords | null;
  pulse: PulseCard | null;
  gap: SilenceLine | null;
  timeline: TimelineSlice;
  because: BecauseView | null;
  groups: TimelineGroup[];
  removable: boolean;
}
