/** What the pane shows, as the server words it. Instants are UTC milliseconds. */
import type { InteractionKind, Platform } from '../../domain/activity';
import type { HealthStateName } from '../../domain/health/states';
import type { MonthCount, PulseGeometry } from '../../domain/pulse';

export interface MessageView {
  id: string;
  side: 'them' | 'you' | 'others';
  sender: string;
  kind: InteractionKind;
  text: string | null;
  /** All characters, where `text` is only their beginning. */
  length: number | null;
  attachments: number;
  at: number | null;
  day: string;
  moment: string;
  logged: boolean;
}

export interface ThreadView {
  /** Oldest first. */
  messages: MessageView[];
  earlier: { count: number; since: string | null; before: string } | null;
}

export interface PanePersonView {
  id: string;
  name: string;
  firstName: string;
  headline: string | null;
  met: string | null;
  state: HealthStateName | null;
  pulse: PulseGeometry | null;
  months: MonthCount[];
  expected: string | null;
  wrote: string | null;
  usually: string | null;
  health: { value: number; change: number | null; asOf: string | null } | null;
}

export type SnoozeKey = 'afternoon' | 'tomorrow' | 'rhythm' | 'they_write' | 'pick';

export interface SnoozeView {
  key: SnoozeKey;
  label: string;
  note: string | null;
}

export interface PaneView extends ThreadView {
  id: string;
  platform: Platform;
  nativeUrl: string | null;
  title: string | null;
  person: PanePersonView | null;
  turn: string;
  seenThrough: number | null;
  draft: { mode: string; text: string; updatedAt: number } | null;
  snooze: SnoozeView[];
}
