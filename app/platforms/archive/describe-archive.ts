/** Says in words what an archive is that no reader knows, and what to hand in instead. */
import { counted, sizeInWords } from '../../lib/text';
import type { Archive } from '../contract';

/** Exports by paths that only they have: so that the user sees it was understood, although none of it could be read. */
const EXPORTS: readonly { what: string; path: RegExp }[] = [
  { what: 'an X archive', path: /(^|\/)(tweets?|direct-messages|data\/manifest)\.js$/ },
  {
    what: 'an Instagram export',
    path: /(^|\/)(followers_and_following\b|your_instagram_activity\b|followers_\d+\.json$)/,
  },
  {
    what: 'a Facebook export',
    path: /(^|\/)(your_facebook_activity|your_activity_across_facebook|friends_and_followers|your_friends)(\/|\.json$)/,
  },
  { what: 'a TikTok export', path: /(^|\/)user_data(_tiktok)?\.json$/ },
  { what: 'a Mastodon archive', path: /(^|\/)outbox\.json$/ },
  { what: 'a Google Takeout archive', path: /(^|\/)(Takeout|YouTube and YouTube Music|archive_browser\.html)\b/ },
  { what: 'a Discord package', path: /(^|\/)messages\/c?\d+\/(channel|messages)\.(json|csv)$/i },
  { what: 'a WhatsApp chat', path: /(^|\/)(_chat|WhatsApp Chat with .+)\.txt$/ },
  { what: 'a Telegram export', path: /(^|\/)result\.json$/ },
];

const KINDS: Readonly<Record<string, string>> = {
  jpg: 'JPEG',
  jpeg: 'JPEG',
  png: 'PNG',
  heic: 'HEIC',
  gif: 'GIF',
  pdf: 'PDF',
  csv: 'CSV',
  json: 'JSON',
  html: 'HTML',
  htm: 'HTML',
  txt: 'text',
  mp4: 'MP4',
  mov: 'MOV',
  js: 'JavaScript',
  xlsx: 'Excel',
  docx: 'Word',
  zip: 'zip',
  xml: 'XML',
};

/** File kinds that could hold somebody's data, so that "no data file" is only said where it is true. */
const DATA_KINDS: readonly string[] = ['CSV', 'JSON', 'HTML', 'text', 'JavaScript', 'XML'];

/** What an import page says beside: the card stands on it. */
const READABLE = 'What Kith reads, and how to get it, stands on this page.';

/** Two or three sentences: what was found ("a zip with 214 JPEG files and no data files") and where it says what Kith can read. */
export function describeArchive(archive: Archive): string {
  const known = EXPORTS.find(({ path }) => archive.files.some((file) => path.test(file.path)));
  if (known) return `This looks like ${known.what}, but Kith found nothing in it that it reads. Ask for it again with more of the boxes ticked. ${READABLE}`;
  return [unknownWords(archive), refusedWords(archive), READABLE].filter(Boolean).join(' ');
}

function unknownWords(archive: Archive): string {
  if (archive.files.length === 0 && archive.skipped.length > 0) return `Nothing in this ${archive.container} could be opened.`;
  return `This is ${contents(archive)}, and none of it is an export that Kith knows.`;
}

/** Refused entries named in a sentence; the rest is a number. */
const REFUSED_NAMED = 3;

/** What of an archive was refused, why, and what to do about it; '' where nothing was. */
export function refusedWords({ container, skipped }: Archive): string {
  if (skipped.length === 0) return '';
  const named = skipped.slice(0, REFUSED_NAMED).map(({ path, reason }) => `${path} (${clauseOf(reason)})`);
  const rest = skipped.length - named.length;
  if (rest > 0) named.push(counted(rest, 'other', 'others'));
  const wayOut =
    container === 'folder'
      ? 'Put the files themselves into the folder and choose it again.'
      : 'Download the export again from the platform itself; if you packed it yourself, choose the unpacked folder.';
  return `Kith did not open ${listed(named)}. ${wayOut}`;
}

/** "it has no name" of "It has no name." */
const clauseOf = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');

function contents(archive: Archive): string {
  const [only] = archive.files;
  if (archive.container === 'file' && only) {
    return only.size === 0 ? 'an empty file' : `a single ${kindOf(only.path)} file of ${sizeInWords(only.size)}`;
  }
  const container = `a ${archive.container}`;
  if (!only) return `${container} with nothing in it`;
  const counts = new Map<string, number>();
  for (const file of archive.files) counts.set(kindOf(file.path), (counts.get(kindOf(file.path)) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1]);
  const named = most.slice(0, 3).map(([kind, count]) => `${count} ${kind} ${count === 1 ? 'file' : 'files'}`);
  const rest = most.slice(3).reduce((sum, [, count]) => sum + count, 0);
  if (rest > 0) named.push(`${rest} other${rest === 1 ? '' : 's'}`);
  const data = DATA_KINDS.some((kind) => counts.has(kind)) ? '' : ' and no data files';
  return `${container} with ${listed(named)}${data}`;
}

function kindOf(path: string): string {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === undefined) return 'unnamed';
  return KINDS[ending] ?? ending.toUpperCase();
}

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}
