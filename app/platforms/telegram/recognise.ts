/** Tells Telegram's result.json, whole or of one chat, and says what to choose where somebody brings web pages. */
import { baseName } from '../archive/entry-paths';
import { ArchiveProblem } from '../contract';
import type { Archive, ArchiveFile, Recognition } from '../contract';
import { readBeginning } from '../reading/text-file';
import { unusedFiles } from '../reading/unused';

const BEGINNING = 40_000;
const MOST_LOOKED_AT = 500;
const TELEGRAM_OPENED = Date.UTC(2013, 7, 14);

const CHAT_TYPE = /"type"\s*:\s*"(?:personal_chat|bot_chat|saved_messages|private_group|private_supergroup|public_supergroup|private_channel|public_channel)"/;
const MESSAGES = /"messages"\s*:\s*\[/;
const FULL = /"(?:personal_information|frequent_contacts|chats)"\s*:\s*\{/;
/** Words of Telegram's own in a whole export, and fields only it has. */
const TELEGRAMS = /Telegram|"from_id"\s*:\s*"(?:user|channel)\d|"user_id"\s*:|"list"\s*:\s*\[/;

export async function recognise(archive: Archive): Promise<Recognition | null> {
  const parts: { file: ArchiveFile; kind: string }[] = [];
  for (const file of likely(archive, /\.json$/i)) {
    const kind = kindOf(await readBeginning(file, BEGINNING));
    if (kind) parts.push({ file, kind });
  }
  if (parts.length === 0) return throwIfPages(archive);
  return {
    platform: 'telegram',
    title: parts.some(({ kind }) => kind === 'account') ? 'Telegram export' : parts.length === 1 ? 'Telegram chat' : 'Telegram chats',
    generatedAt: generatedAt(archive, parts.map(({ file }) => file)),
    parts: parts.map(({ file, kind }) => ({ path: file.path, kind, size: file.size })),
    unused: unusedFiles(archive.files.filter((file) => !parts.some((part) => part.file === file)), whyUnread),
  };
}

function likely(archive: Archive, ending: RegExp): ArchiveFile[] {
  const files = archive.files.filter(({ path }) => archive.container === 'file' || ending.test(path));
  const isResult = ({ path }: ArchiveFile) => /(^|\/)result[^/]*$/i.test(path);
  return [...files.filter(isResult), ...files.filter((file) => !isResult(file))].slice(0, MOST_LOOKED_AT);
}

function kindOf(text: string): 'account' | 'chat' | null {
  if (!/^\s*\{/.test(text)) return null;
  if (FULL.test(text) && TELEGRAMS.test(text) && !/"guild"\s*:/.test(text)) return 'account';
  if (CHAT_TYPE.test(text) && MESSAGES.test(text)) return 'chat';
  return MESSAGES.test(text) && /"from_id"\s*:\s*"(?:user|channel)\d/.test(text) ? 'chat' : null;
}

/** The format that Telegram suggests can be read by people only. */
async function throwIfPages(archive: Archive): Promise<null> {
  const pages = archive.files.filter(({ path }) => /(^|\/)(messages\d*|export_results)\.html?$/i.test(path) || (archive.container === 'file' && /\.html?$/i.test(path)));
  for (const file of pages.slice(0, 5)) {
    const text = await readBeginning(file, BEGINNING);
    if (!/<title>\s*Exported Data\s*<\/title>/i.test(text) && !(text.includes('page_wrap') && text.includes('page_header'))) continue;
    throw new ArchiveProblem(
      `${baseName(file.path)} is a Telegram export as web pages, which hold no numbers to know people by. In Telegram Desktop, export again and under “Format” ` +
        'choose “Machine-readable JSON” instead of “HTML”; then bring the file result.json or its folder.',
    );
  }
  return null;
}

/** Telegram writes the day into the folder's name: ChatExport_2024-11-14, DataExport_2024-11-14. */
function generatedAt(archive: Archive, files: readonly ArchiveFile[]): number | null {
  const named = /(?:Chat|Data)Export_(\d{4})-(\d\d)-(\d\d)/.exec([archive.name, ...files.map(({ path }) => path)].join('\n'));
  if (named) {
    const at = Date.UTC(Number(named[1]), Number(named[2]) - 1, Number(named[3]));
    if (at >= TELEGRAM_OPENED) return at;
  }
  if (archive.container !== 'zip') return null;
  const times = files.flatMap(({ modifiedAt }) => modifiedAt ?? []).filter((at) => at >= TELEGRAM_OPENED);
  return times.length > 0 ? Math.min(...times) : null;
}

function whyUnread(path: string): string {
  if (/\.html?$|\.css$|\.js$/i.test(path)) return 'The same as web pages: what Kith reads is result.json.';
  if (/\.json$/i.test(path)) return 'Not an export of Telegram’s chats.';
  return 'A picture, recording or document: it counts as an attachment, and Kith does not keep the file.';
}
