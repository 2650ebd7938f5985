/** Tells Discord's own package, and the channels that DiscordChatExporter writes. */
import { baseName, folderName } from '../archive/entry-paths';
import { ArchiveProblem } from '../contract';
import type { Archive, ArchiveFile, Recognition } from '../contract';
import { recogniseTable } from '../csv/table';
import { readBeginning } from '../reading/text-file';
import { unusedFiles } from '../reading/unused';
import { LOG_TABLE } from './log-table';
import { packageLayout } from './package';
import { parseTime } from './time';

/** What a part is. */
export type PartKind = 'account' | 'own messages' | 'channel' | 'table';
export const PART_KINDS: readonly PartKind[] = ['account', 'own messages', 'channel', 'table'];

const BEGINNING = 20_000;
const MOST_LOOKED_AT = 2_000;
const DISCORD_OPENED = Date.UTC(2015, 4, 13);

interface Part {
  file: ArchiveFile;
  kind: PartKind;
  /** When DiscordChatExporter says it wrote it. */
  exportedAt?: number | null;
}

export async function recognise(archive: Archive): Promise<Recognition | null> {
  const own = await packageParts(archive);
  const logs = await logParts(archive, own);
  const parts = [...own, ...logs];
  if (parts.length === 0) return throwIfPages(archive);
  return {
    platform: 'discord',
    title: own.length > 0 ? 'Discord data package' : parts.length === 1 ? 'Discord channel' : 'Discord channels',
    generatedAt: generatedAt(archive, parts),
    parts: parts.map(({ file, kind }) => ({ path: file.path, kind, size: file.size })),
    unused: unusedFiles(archive.files.filter((file) => !parts.some((part) => part.file === file) && !isRead(file, own)), whyUnread),
  };
}

async function packageParts(archive: Archive): Promise<Part[]> {
  const { user, channels } = packageLayout(archive);
  const messages: Part[] = [];
  for (const { messages: file, channel } of channels) {
    // The folder alone proves nothing: a channel of Discord's stands beside its messages, or they look like it.
    if (channel || isOwnMessages(await readBeginning(file, 2_000), file.path)) messages.push({ file, kind: 'own messages' });
  }
  const isAccount = user !== null && isUser(await readBeginning(user, BEGINNING));
  return [...(isAccount ? [{ file: user, kind: 'account' as const }] : []), ...messages.sort((a, b) => (a.file.path < b.file.path ? -1 : 1))];
}

const isOwnMessages = (text: string, path: string): boolean =>
  /\.csv$/i.test(path) ? /^\uFEFF?"?ID"?,"?Timestamp"?,"?Contents"?/i.test(text) : /"ID"\s*:\s*"?\d/.test(text) || /^\s*\[\s*\]\s*$/.test(text);

const isUser = (text: string): boolean => /^\s*\{/.test(text) && /"id"\s*:\s*"?\d{1,20}"?/.test(text) && /"username"\s*:/.test(text) && /"(?:discriminator|global_name|relationships|email|flags)"\s*:/.test(text);

async function logParts(archive: Archive, taken: readonly Part[]): Promise<Part[]> {
  const free = archive.files.filter((file) => !taken.some((part) => part.file === file) && (archive.container === 'file' || /\.(json|csv)$/i.test(file.path)));
  const parts: Part[] = [];
  for (const file of free.slice(0, MOST_LOOKED_AT)) {
    const text = await readBeginning(file, BEGINNING);
    if (/^\s*\{/.test(text) && /"guild"\s*:\s*\{/.test(text) && /"channel"\s*:\s*\{/.test(text)) parts.push({ file, kind: 'channel', exportedAt: exportedAt(text) });
    else if (/authorid/i.test(text)) {
      const table = await recogniseTable(file, [LOG_TABLE]);
      if (table && !('problem' in table)) parts.push({ file, kind: 'table' });
    }
  }
  return parts.sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
}

const exportedAt = (text: string): number | null => parseTime(/"exportedAt"\s*:\s*"([^"]{10,40})"/.exec(text)?.[1] ?? '')?.at ?? null;

const isRead = ({ path }: ArchiveFile, own: readonly Part[]): boolean =>
  own.length > 0 && (/(?:^|\/)c?\d{5,21}\/channel\.json$/i.test(path) || (baseName(path).toLowerCase() === 'index.json' && own.some((part) => folderName(folderName(part.file.path)) === folderName(path))));

async function throwIfPages(archive: Archive): Promise<null> {
  const pages = archive.files.filter(({ path }) => /\.html?$/i.test(path)).slice(0, 5);
  for (const file of pages) {
    const text = await readBeginning(file, BEGINNING);
    if (!text.includes('chatlog__') && !/DiscordChatExporter/i.test(text)) continue;
    throw new ArchiveProblem(`${baseName(file.path)} is a Discord channel as a web page. Export it again with DiscordChatExporter and choose the format “JSON”, which says who everybody is.`);
  }
  return null;
}

/** Several channels were seen to the end of the first that was written. */
function generatedAt(archive: Archive, parts: readonly Part[]): number | null {
  const stated = parts.flatMap((part) => part.exportedAt ?? []);
  if (stated.length > 0) return Math.min(...stated);
  if (archive.container !== 'zip') return null;
  const times = parts.flatMap(({ file }) => file.modifiedAt ?? []).filter((at) => at >= DISCORD_OPENED);
  return times.length > 0 ? times.reduce((least, at) => Math.min(least, at)) : null;
}

function whyUnread(path: string): string {
  if (/(^|\/)activity\//i.test(path) || /events-\d/i.test(path)) return 'What you clicked in Discord: nothing in it is about people.';
  if (/(^|\/)servers?\//i.test(path)) return 'The servers you are in, without their people.';
  if (/(^|\/)(programs|ads|support_tickets)\//i.test(path)) return 'Programs, advertisements or letters to Discord’s support.';
  if (/(avatar|recent_avatars)|\.(png|jpe?g|gif|webp)$/i.test(path)) return 'A picture.';
  return 'Not a file that tells about people you talk with on Discord.';
}
