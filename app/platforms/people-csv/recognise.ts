/** Tells a table of people from anything else. Asked after all other readers, so whatever is another platform's is gone by then. */
import { baseName } from '../archive/entry-paths';
import type { Archive, ArchiveFile, Recognition } from '../contract';
import { unusedFiles } from '../reading/unused';
import { guessMeanings, listsPeople } from './guess';
import type { Preset } from './presets';
import { ANY_TABLE, lookAt } from './tables';
import type { PeopleTable } from './tables';

const TABLE_NAME = /\.(csv|tsv|txt|tab)$/i;
/** More tables than any of these exports has. */
const MOST_TABLES = 200;
/** Nobody's export is older; a zip without dates says 1980. */
const FIRST_EXPORTS = Date.UTC(2003, 0, 1);

/** Tables of other sources: of messages, posts and things, or of people in a form that a reader of its own knows. */
const NOT_PEOPLE: readonly (readonly string[])[] = [
  ['conversation id', 'content'], ['authorid', 'content'], ['id', 'timestamp', 'contents'], ['comment id'], ['live chat id'], ['channel id', 'channel url'],
  ['account address'], ['post_id'], ['endorsement date', 'skill name'], ['first name', 'last name', 'connected on'], ['sent at', 'direction'],
  ['first name', 'last name', 'headline'], ['email address', 'confirmed', 'primary'], ['record id', 'deal name'], ['record id', 'company name', 'company owner'],
];

const OTHER_LIST = 'A list of another kind than the one that is read. Import it by itself.';
const OTHER_COLUMNS = 'A table with other columns than the one that is read. Import it by itself if it lists people.';
const NO_PEOPLE = 'No table of people.';

/** Recognises the tables of these services; where none is given, any table that lists people. */
export const recogniserOf = (services: readonly Preset[]) => async (archive: Archive): Promise<Recognition | null> => {
  const tables = await tablesIn(archive);
  const chosen = largestKind(tables.filter(({ preset }) => (preset ? services.includes(preset) : services.length === 0)));
  const [first] = chosen;
  if (!first) return null;
  const { preset } = first;
  const paths = new Set(chosen.map(({ file }) => file.path));
  const left = new Map(tables.map(({ file, preset: other }) => [file.path, other ? OTHER_LIST : OTHER_COLUMNS]));
  return {
    platform: preset?.platform ?? 'csv',
    title: preset?.title ?? 'Table of people',
    accountLabel: labelOf(archive, first),
    generatedAt: generatedAt(archive, chosen),
    parts: chosen.map(({ file, header }) => ({ path: file.path, kind: preset ? header.kind : ANY_TABLE, size: file.size })),
    unused: unusedFiles(archive.files.filter(({ path }) => !paths.has(path)), (path) => left.get(path) ?? NO_PEOPLE),
  };
};

/** Three readers ask about one archive, which is looked through once. */
const looked = new WeakMap<Archive, Promise<PeopleTable[]>>();

function tablesIn(archive: Archive): Promise<PeopleTable[]> {
  const known = looked.get(archive) ?? peopleTables(archive);
  looked.set(archive, known);
  return known;
}

async function peopleTables(archive: Archive): Promise<PeopleTable[]> {
  const files = archive.files.filter(({ path }) => archive.container === 'file' || TABLE_NAME.test(path)).slice(0, MOST_TABLES);
  const tables: PeopleTable[] = [];
  for (const file of files) {
    const look = await lookAt(file);
    if (!look) continue;
    const { table, looks } = look;
    const known = new Set(table.header.columns);
    if (NOT_PEOPLE.some((columns) => columns.every((column) => known.has(column)))) continue;
    if (table.preset || listsPeople(guessMeanings(looks, file.path))) tables.push(table);
  }
  return tables;
}

/** One import reads one kind of list: the service's (or the columns') with the most bytes, all its files together. */
function largestKind(tables: readonly PeopleTable[]): PeopleTable[] {
  const sizes = new Map<string, number>();
  for (const table of tables) sizes.set(kindOf(table), (sizes.get(kindOf(table)) ?? 0) + table.file.size);
  const [largest] = [...sizes].sort((a, b) => b[1] - a[1]);
  return tables.filter((table) => kindOf(table) === largest?.[0]).sort(byConsent);
}

const kindOf = ({ preset, header }: PeopleTable): string => preset?.key ?? header.columns.join('\n');

/** Who must not be mailed comes last: where somebody stands in two files of one zip, the later word holds. */
function byConsent(a: PeopleTable, b: PeopleTable): number {
  const rank = ({ file, preset }: PeopleTable) => (preset?.consentInName ? ['subscribed', 'bounced', 'unsubscribed'].indexOf(consentNamed(file.path) ?? '') : 0);
  return rank(a) - rank(b) || (a.file.path < b.file.path ? -1 : 1);
}

/** What a file's name says about everybody in it: Mailchimp writes it nowhere else. */
export function consentNamed(path: string): 'subscribed' | 'unsubscribed' | 'bounced' | null {
  const name = baseName(path).toLowerCase();
  if (/(^|[^a-z])(un|non)[-_ ]?subscribed([^a-z]|$)/.test(name)) return 'unsubscribed';
  if (/(^|[^a-z])cleaned([^a-z]|$)/.test(name)) return 'bounced';
  return /(^|[^a-z])subscribed([^a-z]|$)/.test(name) ? 'subscribed' : null;
}

/** "Quietletters on Substack", "HubSpot", "Kundenliste": the same words next time mean the same list. */
function labelOf(archive: Archive, { file, preset }: PeopleTable): string {
  const list = preset ? listNamed(preset, file) : undefined;
  if (preset) return list === undefined ? preset.service : `${list} on ${preset.service}`;
  const name = baseName(archive.container === 'file' ? archive.name : file.path).replace(/\.[a-z]{1,5}$/i, '');
  const bare = name.replace(/\(\d+\)|\d{4}[-_.]?\d{2}[-_.]?\d{2}|\d{5,}/g, ' ').replace(/[\s_.-]+/g, ' ').trim();
  return bare.slice(0, 60) || 'Table of people';
}

/** The list's own name in the name of a file that holds all of it. */
export const listNamed = (preset: Preset, file: ArchiveFile): string | undefined => preset.wholeListName?.exec(file.path)?.[1];

/** The day in a file's name, as UTC midnight; else the earliest time the zip gives, since files saved again say when that was. */
function generatedAt(archive: Archive, tables: readonly PeopleTable[]): number | null {
  for (const name of [archive.name, ...tables.map(({ file }) => file.path)]) {
    const [, year, month, day] = /(?<!\d)(20\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/.exec(name) ?? [];
    const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
    if (new Date(at).getUTCDate() === Number(day) && new Date(at).getUTCMonth() === Number(month) - 1) return at;
  }
  if (archive.container !== 'zip') return null;
  const times = tables.flatMap(({ file }) => file.modifiedAt ?? []).filter((at) => at >= FIRST_EXPORTS);
  return times.length > 0 ? Math.min(...times) : null;
}

