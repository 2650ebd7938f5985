/** What sources can see of a house, and what its pages then say. */
import { refreshAccounts } from '../../app/db/derive/refresh-accounts.server';
import type { Platform } from '../../app/domain/activity';
import type { HealthStateName } from '../../app/domain/health';
import { newPublicId } from '../../app/lib/ids.server';
import { personInPane } from '../../app/queries/conversation/person-pane.server';
import { person, type Person } from '../../app/queries/person.server';
import { makeConversation, NOW, say, type House, type Person as Made, type Said } from './history';

/** What one kind of thing shows, and between which instants (UTC milliseconds; null: up to now). */
export interface Seen {
  kind?: string;
  directions?: readonly ('in' | 'out')[];
  from?: number;
  to?: number | null;
}

const BOTH = ['in', 'out'] as const;

/** @param house the house of the test that is running */
export function sources(house: () => House) {
  function ask(publicId: string, now = NOW): Person {
    const answer = person(house().sql, { publicId, show: null, zone: 'UTC', now });
    if (answer?.is !== 'person') throw new Error('There is no such person.');
    return answer.person;
  }

  function cover(ownAccountId: number, { kind = 'message', directions = BOTH, from = 0, to = NOW }: Seen): void {
    const insert = house().sql.prepare(`INSERT INTO Coverage (ownAccountId, kind, direction, "from", "to") VALUES (?, ?, ?, ?, ?)`);
    for (const direction of directions) insert.run(ownAccountId, kind, direction, from, to);
  }

  /** A further own account and the house as seen from it: what is made there is said there. */
  function elsewhere(platform: Platform, seen: readonly Seen[], access = 'archive'): House {
    const { lastInsertRowid } = house().sql
      .prepare(`INSERT INTO OwnAccount (publicId, platform, label, access, createdAt) VALUES (?, ?, 'Ines', ?, 0)`)
      .run(newPublicId(), platform, access);
    for (const one of seen) cover(Number(lastInsertRowid), one);
    return { ...house(), linkedIn: Number(lastInsertRowid) };
  }

  /** Says something to somebody on another account, and brings everything up to date. */
  function sayThere(there: House, made: Made, said: readonly Said[]): string {
    const thread = makeConversation(there, made.identityId);
    for (const one of said) say(there, { ...thread, identityId: made.identityId }, one);
    refreshAccounts(house().sql, [there.linkedIn], NOW, () => undefined);
    return thread.conversation;
  }

  function seenUntil(to: number): void {
    house().sql.prepare('UPDATE Coverage SET "to" = ? WHERE ownAccountId = ?').run(to, house().linkedIn);
  }

  function turnOf(conversation: string) {
    return house().sql
      .prepare('SELECT s.turn, s.quietBecause FROM ConversationState s JOIN Conversation c ON c.id = s.conversationId WHERE c.publicId = ?')
      .get(conversation);
  }

  const stored = ({ id }: Made) =>
    house().sql
      .prepare<[number], { stateName: HealthStateName; readAt: number }>('SELECT stateName, readAt FROM ContactHealth WHERE contactId = ?')
      .get(id);

  const names = ({ facts }: Person) => facts.between.map(({ name }) => name);
  const pane = (made: Made, waitingSince: number | null = null, now = NOW) =>
    personInPane(house().sql, { id: made.id, publicId: made.publicId, name: 'Amara Okafor', headline: null, waitingSince }, { zone: 'UTC', now }).person;

  return { ask, cover, elsewhere, sayThere, seenUntil, turnOf, stored, names, pane };
}
