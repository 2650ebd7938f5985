/** A thread as any of Meta's message files tells it: JSON of both schemas and pages of HTML come out alike. */
import type { StatedTime } from '../../domain/activity';

export interface MetaReaction {
  emoji: string;
  actor: string;
  at: StatedTime | null;
}

export interface MetaMessage {
  sender: string;
  occurredAt: StatedTime;
  kind: 'message' | 'call' | 'system';
  /** '' where only a picture or a link was sent. */
  text: string;
  attachments: number;
  /** Of what was shared; http and https only. */
  url: string | null;
  reactions: MetaReaction[];
  /** Taken back by the sender: nothing of it is left but that it was there. */
  unsent: boolean;
}

/** A message that can't be used, with a sentence why. */
export interface BrokenMessage {
  problem: string;
  sample: string;
}

export interface MetaThread {
  /** Names, the user's own among them. */
  participants: string[];
  /** False where the file names nobody but those who wrote: a page. */
  namesEverybody: boolean;
  title: string;
  /** "inbox/ana_ABC123"; '' where the file does not say. */
  path: string;
  messages: (MetaMessage | BrokenMessage)[];
}

/** An address to open, or null: `javascript:` and the like stand in archives too. */
export function webAddress(written: string): string | null {
  const trimmed = written.trim();
  if (trimmed.length > 2_000 || !/^https?:\/\/[^\s<>"]+$/i.test(trimmed)) return null;
  return trimmed;
}
