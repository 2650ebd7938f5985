/** Tells a WhatsApp chat from any other text, by its first lines. */
import { baseName } from '../archive/entry-paths';
import type { Archive, ArchiveFile, Recognition } from '../contract';
import { readBeginning } from '../reading/text-file';
import { unusedFiles } from '../reading/unused';
import { messageStart } from './line';
import { titleOf } from './title';

/** Letters looked at. */
const BEGINNING = 20_000;
/** Text files looked at; a chat's export has one beside its pictures. */
const MOST_TEXTS = 2_000;
/** WhatsApp opened in 2009; a zip without dates says 1980. */
const WHATSAPP_OPENED = Date.UTC(2009, 0, 1);
/** Words that programs write where a chat has its authors: a log is no chat. */
const LOG_LEVEL = /^(?:info|warn(?:ing)?|error|debug|trace|fatal|notice)$/i;
const LOOKS_LIKE_TEXT = /\.(txt|text)$/i;

const COPY = 'A second copy of a chat that is already read from the larger file. Import it by itself if it holds more.';

export async function recognise(archive: Archive): Promise<Recognition | null> {
  const texts = archive.files.filter(({ path }) => archive.container === 'file' || LOOKS_LIKE_TEXT.test(path)).slice(0, MOST_TEXTS);
  const chats: ArchiveFile[] = [];
  for (const file of texts) if (await isChat(file)) chats.push(file);
  if (chats.length === 0) return null;
  const parts = withoutCopies(chats, archive.name);
  const isCopy = (path: string) => chats.some((file) => file.path === path);
  return {
    platform: 'whatsapp',
    title: parts.length === 1 ? 'WhatsApp chat' : 'WhatsApp chats',
    generatedAt: generatedAt(archive, parts),
    parts: parts.map(({ path, size }) => ({ path, kind: 'chat', size })),
    unused: unusedFiles(archive.files.filter((file) => !parts.includes(file)), (path) => (isCopy(path) ? COPY : whyUnread(path))),
  };
}

/** Its first line with anything on it begins a message, and a log's line doesn't. */
async function isChat(file: ArchiveFile): Promise<boolean> {
  const lines = (await readBeginning(file, BEGINNING)).split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const [first] = lines;
  if (first === undefined) return false;
  const start = messageStart(first);
  if (start === null) return false;
  const authors = lines.flatMap((line) => messageStart(line)?.author ?? []);
  return start.author === null ? authors.length > 0 || /whatsapp/i.test(first) : !authors.every((author) => LOG_LEVEL.test(author.trim()));
}

/** The same chat twice ("Chat (1).txt") would count the same words twice. */
function withoutCopies(chats: readonly ArchiveFile[], archiveName: string): ArchiveFile[] {
  const largest = new Map<string, ArchiveFile>();
  for (const file of chats) {
    const title = titleOf(file.path, archiveName) ?? file.path;
    const known = largest.get(title);
    if (!known || known.size < file.size) largest.set(title, file);
  }
  return [...largest.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function generatedAt(archive: Archive, parts: readonly ArchiveFile[]): number | null {
  if (archive.container !== 'zip') return null;
  const times = parts.flatMap(({ modifiedAt }) => modifiedAt ?? []).filter((at) => at >= WHATSAPP_OPENED);
  return times.length > 0 ? Math.min(...times) : null;
}

function whyUnread(path: string): string {
  if (/\.(jpe?g|png|webp|gif|heic|mp4|mov|3gp|opus|m4a|mp3|aac|pdf|docx?|xlsx?|pptx?|zip)$/i.test(path))
    return 'A picture, recording or document from the chat: it counts as an attachment, and Kith does not keep the file.';
  if (/\.vcf$/i.test(path)) return 'A contact card that was sent in the chat. Import it by itself if you want the person in it.';
  return `Not a chat as WhatsApp exports it (${baseName(path).includes('.') ? 'another kind of file' : 'a file without an ending'}).`;
}
