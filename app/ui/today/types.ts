/** What Today shows, as the server words it. Instants are UTC milliseconds. */
import type { Platform } from '../../domain/activity';
import type { HealthStateName } from '../../domain/health/states';
import type { SampleStanding } from '../../domain/sample/words';
import type { PulseGeometry } from '../../domain/pulse';

export interface RowView {
  /** A conversation in which it is the user's turn, or a person who has gone quiet. */
  about: 'turn' | 'quiet';
  /** Public id of what it is about: what makes the row one. */
  id: string;
  /** Null where nothing was ever written one to one. */
  conversation: string | null;
  contact: string;
  name: string;
  platform: Platform | null;
  state: HealthStateName | null;
  line: string;
  lineIsTheirs: boolean;
  wait: string;
  since: number;
  waiting: string;
  tone: 'amber' | 'red' | null;
  pulse: PulseGeometry | null;
  seenThrough: number | null;
}

export interface GroupView {
  key: string;
  title: string;
  why: string;
  rows: RowView[];
  total: number;
  rest: string | null;
}

export interface ChangedView {
  contact: string;
  name: string;
  platform: Platform | null;
  pulse: PulseGeometry | null;
  change: number | null;
}

export interface DayView {
  date: string;
  headline: string;
  groups: GroupView[];
  waiting: number;
  minutesLeft: number;
  longer: number | null;
  done: number;
  canUndo: boolean;
  older: number;
  pitches: number;
  /** "Six people are drawing closer", and where that leads; null where nobody is. */
  closer: { words: string; to: string } | null;
  stale: { platform: Platform; asOf: string }[];
  empty: boolean;
  importing: boolean;
  sample: SampleStanding;
  changed: ChangedView[];
}
