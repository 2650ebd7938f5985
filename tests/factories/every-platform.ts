/** One export of every platform, and the questions of an import answered the way it suggests. */
import { importArchive, type ImportOutcome } from '../../app/commands/import-archive.server';
import { answerImportQuestions } from '../../app/commands/answer-import-questions.server';
import { confirmImportOwner } from '../../app/commands/confirm-import-owner.server';
import type { Sql } from '../../app/db/connection.server';
import type { ReadingAnswers, ReadingQuestion } from '../../app/domain/imports/questions';
import { eraNamed as facebookEra } from '../fixtures/facebook/account';
import { eraNamed as instagramEra } from '../fixtures/instagram/eras';
import { eraNamed as linkedinEra, exportOf } from '../fixtures/linkedin/eras';
import { takeout } from '../fixtures/email/boxes';
import { LETTERS } from '../fixtures/email/letters';
import { archive as mastodonArchive } from '../fixtures/mastodon/archive';
import { HUBSPOT } from '../fixtures/people-csv/address-books';
import { CUSTOMERS } from '../fixtures/people-csv/any-table';
import { MAILCHIMP_ZIP, SUBSTACK_DASHBOARD } from '../fixtures/people-csv/newsletters';
import { ALL as CARDS } from '../fixtures/vcard/cards';
import { recentArchive } from '../fixtures/x/archive';
import { folderOnDisk, type Files } from '../fixtures/zip';
import {
  LOG_DM as DISCORD_CHANNEL, OLD_TABLE as DISCORD_TABLE, PACKAGE_2024 as DISCORD_PACKAGE, TABLE_NAME as DISCORD_TABLE_NAME,
} from '../platforms/discord/exports';
import { TAKEOUT as GOOGLE_CHAT } from '../platforms/google-chat/exports';
import { NAME as SLACK_NAME, WORKSPACE as SLACK } from '../platforms/slack/exports';
import { FULL as TELEGRAM } from '../platforms/telegram/exports';
import { TIKTOK_2025 as TIKTOK } from '../platforms/tiktok/exports';
import { IOS_ONE_TO_ONE } from '../platforms/whatsapp/chats';
import { COMMENTS_2024 as YOUTUBE_COMMENTS, SUBSCRIPTIONS_GERMAN as YOUTUBE_SUBSCRIPTIONS } from '../platforms/youtube/exports';
import { deps, NOBODY, NOW, received, runOf, type Imported } from './imports';

export interface PlatformExport {
  name: string;
  fileName: string;
  files: Files;
}

export const EVERY_PLATFORM: readonly PlatformExport[] = [
  { name: 'LinkedIn', fileName: linkedinEra('2026').archiveName, files: exportOf(linkedinEra('2026')) },
  { name: 'X', fileName: 'twitter-2026-09-01.zip', files: recentArchive() },
  { name: 'Mastodon', fileName: 'archive-20260901.zip', files: mastodonArchive() },
  { name: 'Instagram', fileName: 'instagram-jordan.pike-2026-11-01.zip', files: instagramEra('2023').files },
  { name: 'Facebook', fileName: 'facebook-jordan-2026-11-01.zip', files: facebookEra('2023').files },
  { name: 'WhatsApp', fileName: 'WhatsApp Chat - Priya Nair.zip', files: { '_chat.txt': IOS_ONE_TO_ONE } },
  { name: 'Telegram', fileName: 'result.json', files: { 'result.json': TELEGRAM } },
  { name: 'Slack', fileName: SLACK_NAME, files: SLACK },
  { name: 'Discord’s package', fileName: 'package.zip', files: DISCORD_PACKAGE },
  { name: 'a Discord channel', fileName: 'nova.json', files: { 'nova.json': DISCORD_CHANNEL } },
  { name: 'a Discord table', fileName: 'discord.zip', files: { [DISCORD_TABLE_NAME]: DISCORD_TABLE } },
  { name: 'TikTok', fileName: 'TikTok_Data_1719900000.zip', files: { 'user_data_tiktok.json': TIKTOK } },
  { name: 'YouTube', fileName: 'takeout-20261101T101010Z-001.zip', files: { 'comments.csv': YOUTUBE_COMMENTS, 'subscriptions.csv': YOUTUBE_SUBSCRIPTIONS } },
  { name: 'Google Chat', fileName: 'takeout-20261101T101010Z-001.zip', files: GOOGLE_CHAT },
  { name: 'Gmail', fileName: 'takeout-20261101T101010Z-001.zip', files: takeout(LETTERS, 'en') },
  { name: 'vCards', fileName: 'contacts.vcf', files: { 'contacts.vcf': CARDS } },
  { name: 'Mailchimp', fileName: 'mailchimp.zip', files: MAILCHIMP_ZIP },
  { name: 'Substack', fileName: 'substack.csv', files: { 'substack.csv': SUBSTACK_DASHBOARD.content } },
  { name: 'HubSpot', fileName: 'hubspot.csv', files: { 'hubspot.csv': HUBSPOT.content } },
  { name: 'any table', fileName: 'customers.csv', files: { 'customers.csv': CUSTOMERS.content } },
];

/** Brings an export in as a folder, answering whatever is asked as it is suggested; the first candidate is "me". */
export async function importAnswered(sql: Sql, { fileName, files }: Pick<PlatformExport, 'fileName' | 'files'>): Promise<Imported> {
  const publicId = received(sql, await folderOnDisk(files), fileName);
  for (;;) {
    const outcome = await importArchive(runOf(sql, publicId).id, deps(sql));
    if (!answerAsSuggested(sql, publicId, outcome)) return { publicId, outcome, run: runOf(sql, publicId) };
  }
}

/** @returns whether anything was asked, so that the import goes on */
export function answerAsSuggested(sql: Sql, publicId: string, { status }: ImportOutcome): boolean {
  const { owner, questions } = runOf(sql, publicId);
  if (status === 'needs_owner') confirmImportOwner(sql, NOBODY, publicId, owner?.question === 'another_account' ? { joins: 'new_account' } : { candidate: 0 }, NOW);
  else if (status === 'needs_answers') answerImportQuestions(sql, NOBODY, publicId, suggestedAnswers(questions), NOW);
  else return false;
  return true;
}

export function suggestedAnswers(questions: readonly ReadingQuestion[]): ReadingAnswers {
  const answers: ReadingAnswers = {};
  for (const question of questions) {
    if (question.asks === 'zone') answers.zone = 'Europe/Lisbon';
    else if (question.asks === 'date_order') answers.dateOrder = question.suggested;
    else if (question.asks === 'list_kind') answers.listKind = question.suggested;
    else answers.columns = question.columns.map(({ suggested }) => suggested);
  }
  return answers;
}
