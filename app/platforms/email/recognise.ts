/** Tells mailboxes and mails from anything else, by how they begin. */
import { baseName, folderName } from '../archive/entry-paths';
import type { Archive, ArchiveFile, Recognition } from '../contract';
import { readBeginning } from '../reading/text-file';
import { unusedFiles } from '../reading/unused';
import { isSeparator } from './mbox';
import { LOOSE, loosePart, partPurpose } from './sources';

const BEGINNING = 4_000;
/** Files looked into; loose mails are believed by their name after a few. */
const MOST_LOOKED_AT = 1_000;
const MOST_LOOSE_LOOKED_AT = 20;

/** Never a mailbox, whatever stands in it. */
const OTHER_KINDS =
  /\.(?:msf|dat|json|html?|css|js|csv|tsv|xml|plist|ics|vcf|vcard|pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|heic|webp|svg|mp[34]|mov|avi|m4a|ogg|opus|wav|zip|gz|tgz|sqlite|db|log|exe|dll)$/i;
const HEADER = /^(?:from|to|cc|subject|date|received|message-id|return-path|delivered-to|mime-version|content-type|x-[a-z0-9-]{1,60}|dkim-signature|authentication-results|reply-to|sender|references|in-reply-to)[ \t]*:/i;

type Kind = 'mbox' | 'loose';

/** Null where there is no mail. */
export async function recognise(archive: Archive): Promise<Recognition | null> {
  const { mailboxes, loose } = await findMail(archive);
  if (mailboxes.length + loose.length === 0) return null;
  const times = archive.container === 'zip' ? [...mailboxes, ...loose].flatMap(({ modifiedAt }) => modifiedAt ?? []) : [];
  const known = new Set([...mailboxes, ...loose]);
  return {
    platform: 'email',
    title: titleOf(archive, mailboxes, loose),
    generatedAt: times.length > 0 ? Math.max(...times.slice(0, 10_000)) : null,
    parts: draftsFirst([...mailboxes.map(({ path, size }) => ({ path, kind: 'mbox', size })), ...looseParts(archive, loose)], archive),
    unused: unusedFiles(archive.files.filter((file) => !known.has(file)), whyUnused),
  };
}

async function findMail(archive: Archive): Promise<{ mailboxes: ArchiveFile[]; loose: ArchiveFile[] }> {
  const [mailboxes, loose]: [ArchiveFile[], ArchiveFile[]] = [[], []];
  let [looked, lookedLoose] = [0, 0];
  for (const file of archive.files) {
    const isLoose = LOOSE.test(file.path);
    if (isLoose && lookedLoose >= MOST_LOOSE_LOOKED_AT && loose.length > 0) {
      loose.push(file);
      continue;
    }
    if (file.size === 0 || looked >= MOST_LOOKED_AT || (archive.container !== 'file' && OTHER_KINDS.test(file.path))) continue;
    looked += 1;
    if (isLoose) lookedLoose += 1;
    const kind = kindOf(await readBeginning(file, BEGINNING));
    if (kind === 'mbox') mailboxes.push(file);
    // A text that happens to begin like a mail is one only where it is called one, or is all there is.
    else if (kind === 'loose' && (isLoose || archive.container === 'file')) loose.push(file);
  }
  return { mailboxes, loose };
}

function kindOf(beginning: string): Kind | null {
  const lines = beginning.replace(/^\uFEFF/, '').replace(/^\s+/, '').split(/\r\n|\n|\r/);
  const [first = '', second = ''] = lines;
  if (isSeparator(first) && /^>?[\x21-\x39\x3b-\x7e]{1,80}[ \t]*:|^>From /.test(second)) return 'mbox';
  const start = /^\d{1,12}\s*$/.test(first) ? 1 : 0;
  if (!HEADER.test(lines[start] ?? '')) return null;
  const end = lines.indexOf('', start);
  const names = new Set(lines.slice(start, end === -1 ? undefined : end).flatMap((line) => HEADER.exec(line)?.[0].toLowerCase() ?? []));
  return names.size >= 2 ? 'loose' : null;
}

/** So that copies of drafts in other folders are known to be some when they come. */
const draftsFirst = (parts: Recognition['parts'], archive: Archive): Recognition['parts'] => {
  const isDrafts = (part: Recognition['parts'][number]) => partPurpose(part, archive) === 'drafts';
  return [...parts.filter(isDrafts), ...parts.filter((part) => !isDrafts(part))];
};

/** One part for the loose mails of a folder: there may be a hundred thousand of them. */
function looseParts(archive: Archive, loose: readonly ArchiveFile[]): Recognition['parts'] {
  if (archive.container === 'file') return loose.map(({ path, size }) => ({ path, kind: 'loose mails', size }));
  const sizes = new Map<string, number>();
  for (const { path, size } of loose) {
    const part = loosePart(folderName(path));
    sizes.set(part, (sizes.get(part) ?? 0) + size);
  }
  return [...sizes].map(([path, size]) => ({ path, kind: 'loose mails', size }));
}

function titleOf(archive: Archive, mailboxes: readonly ArchiveFile[], loose: readonly ArchiveFile[]): string {
  if (archive.files.some(({ path }) => baseName(path) === 'archive_browser.html')) return 'Gmail export (Google Takeout)';
  if (mailboxes.length === 0) return loose.length === 1 ? 'A single e-mail' : 'E-mails';
  return mailboxes.length === 1 ? 'Mailbox' : 'Mailboxes';
}

function whyUnused(path: string): string {
  if (/\.msf$/i.test(path)) return 'Thunderbird’s table of contents of a mailbox: the mails themselves are read.';
  if (/(?:^|\/)table_of_contents$/i.test(path)) return 'Apple Mail’s table of contents of a mailbox: the mails themselves are read.';
  if (/(?:^|\/)archive_browser\.html$/i.test(path)) return 'Google’s own page about the export.';
  if (/\.(?:vcf|vcard)$/i.test(path)) return 'Cards of an address book: hand them in by themselves.';
  if (LOOSE.test(path)) return 'It is called like a mail and is none.';
  return 'No mail, so not read.';
}
