/** Two archives of one LinkedIn account, years apart, and what the user does with what they brought. */
import { logInteraction } from '../../app/commands/log-interaction.server';
import type { Sql } from '../../app/db/connection.server';
import { csvTable } from '../fixtures/linkedin/csv-text';
import { eraNamed, exportOf, type Era } from '../fixtures/linkedin/eras';
import type { Files } from '../fixtures/zip';
import { NOBODY, NOW } from './imports';

export const EARLIER = eraNamed('2023');
export const LATER = eraNamed('2026');
const DAY = 86_400_000;

/** @param sql the database of the test that is running */
export function twoArchives(sql: () => Sql) {
  const contactNamed = (name: string) => {
    const row = sql().prepare<[string], { id: number; publicId: string }>('SELECT id, publicId FROM Contact WHERE name = ?').get(name);
    if (!row) throw new Error(`${name} is no contact`);
    return row;
  };
  const threadOf = (externalId: string) => {
    const publicId = sql().prepare<[string], string>('SELECT publicId FROM Conversation WHERE externalId = ?').pluck().get(externalId);
    if (!publicId) throw new Error(`There is no ${externalId}`);
    return publicId;
  };
  const messagesIn = (externalId: string) =>
    sql()
      .prepare<[string], string>(
        `SELECT b.text FROM Interaction i JOIN Conversation c ON c.id = i.conversationId JOIN InteractionBody b ON b.interactionId = i.id
         WHERE c.externalId = ? ORDER BY i.occurredAt, i.id`,
      )
      .pluck()
      .all(externalId);
  const answer = (thread: string, text: string | null, at = NOW - DAY) =>
    logInteraction(
      sql(), NOBODY,
      { place: { conversation: threadOf(thread) }, kind: 'message', direction: 'out', text, occurredAt: at, precision: 'minute' },
      NOW,
    );
  return { contactNamed, threadOf, messagesIn, answer };
}

/** A line of messages.csv. */
export interface Extra {
  thread: string;
  from: [name: string, slug: string];
  to: [name: string, slug: string][];
  at: string;
  text: string;
}

/** An export of that era with further lines at the head of its messages, where LinkedIn puts the newest. */
export function exportWith(era: Era, extras: readonly Extra[]): Files {
  const url = (slug: string) => `https://www.linkedin.com/in/${slug}`;
  const table = csvTable(
    era.messageColumns,
    extras.map((line) => ({
      'CONVERSATION ID': line.thread, FROM: line.from[0], 'SENDER PROFILE URL': url(line.from[1]),
      TO: line.to.map(([name]) => name).join(', '), 'RECIPIENT PROFILE URLS': line.to.map(([, slug]) => url(slug)).join(','),
      DATE: `${line.at} UTC`, CONTENT: line.text, FOLDER: 'INBOX', 'IS MESSAGE DRAFT': 'No',
    })),
    era.style,
  );
  const files = exportOf(era);
  const messages = String(files['messages.csv']);
  return { ...files, 'messages.csv': table + messages.slice(messages.indexOf('\n') + 1) };
}

export const ME: [string, string] = ['Jordan Pike', 'jordanpike'];
export const KOFI: [string, string] = ['Kofi Mensah', 'kofi-1188'];
/** Tomás under a new name, a new person, somebody new in a group, and an answer to Ines. */
export const NEWER: readonly Extra[] = [
  { thread: '2-kofi==', from: KOFI, to: [ME], at: '2026-11-20 10:00:00', text: 'A year already?' },
  { thread: '2-new==', from: ['Lena Ito', 'lena-ito'], to: [ME], at: '2026-11-19 10:00:00', text: 'Do you take on new clients?' },
  {
    thread: '2-circle==', from: ['Lena Ito', 'lena-ito'], to: [ME, ['Wren Hale, PhD', 'wren-hale'], ['Tomás Reyes-Lima', 'tomas-reyes']],
    at: '2026-11-18 10:00:00', text: 'Thanks for having me',
  },
  { thread: '2-tomas==', from: ['Tomás Reyes-Lima', 'tomas-reyes'], to: [ME], at: '2026-11-17 12:00:00', text: 'I married' },
  { thread: '2-ines==', from: ME, to: [['Ines Okafor', 'ines-okafor-3b2a91']], at: '2026-11-17 10:00:00', text: 'Let me think about it' },
];
