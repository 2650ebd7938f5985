/** Tells a Slack export by its lists and days. */
import { baseName, folderName } from '../archive/entry-paths';
import { ArchiveProblem } from '../contract';
import type { Archive, ArchiveFile, Recognition } from '../contract';
import { readBeginning } from '../reading/text-file';
import { unusedFiles } from '../reading/unused';
import { isUsersList, layoutOf } from './layout';
import type { Layout } from './layout';

const BEGINNING = 100_000;
const SLACK_OPENED = Date.UTC(2013, 7, 1);
const MONTHS: readonly string[] = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export async function recognise(archive: Archive): Promise<Recognition | null> {
  const layout = await slackLayout(archive);
  if (!layout) return null;
  const users = layout.lists.filter(({ path }) => isUsersList(path));
  const read = new Set([...layout.lists, ...[...layout.days.values()].flat()].map(({ path }) => path));
  return {
    platform: 'slack',
    title: 'Slack export',
    generatedAt: generatedAt(archive, layout),
    parts: [
      ...users.map(({ path, size }) => ({ path, kind: 'people', size })),
      ...[...layout.days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([folder, files]) => ({ path: `${folder}/`, kind: 'messages', size: files.reduce((sum, { size }) => sum + size, 0) })),
    ],
    unused: unusedFiles(archive.files.filter(({ path }) => !read.has(path)), whyUnread),
  };
}

/** Null for what is not Slack's. A list of users alone is enough: it has the people. */
export async function slackLayout(archive: Archive): Promise<Layout | null> {
  const layout = layoutOf(archive);
  for (const file of layout.lists) if (isUsersList(file.path) && isUsers(await readBeginning(file, BEGINNING))) return layout;
  for (const [, [day]] of layout.days) {
    if (day && isDay(await readBeginning(day, BEGINNING))) return layout;
  }
  return null;
}

const isUsers = (text: string): boolean => /^\s*\[\s*\{/.test(text) && /"id"\s*:\s*"[UW][A-Z0-9]+"/.test(text) && /"profile"\s*:|"is_bot"\s*:|"team_id"\s*:/.test(text);

const isDay = (text: string): boolean => /^\s*\[/.test(text) && /"ts"\s*:\s*"\d{9,11}\.\d+"/.test(text) && /"type"\s*:\s*"message"/.test(text);

/** Slack names the zip "Acme Slack export Jan 1 2024 - Feb 1 2024"; else what the zip says of its lists. */
function generatedAt(archive: Archive, layout: Layout): number | null {
  const named = /Slack export .{0,20} - (\w{3}) (\d{1,2}) (20\d\d)/i.exec(archive.name);
  const month = named ? MONTHS.indexOf(named[1] ?? '') : -1;
  if (named && month >= 0) return Date.UTC(Number(named[3]), month, Number(named[2]));
  if (archive.container !== 'zip') return null;
  const files: ArchiveFile[] = layout.lists.length > 0 ? layout.lists : [...layout.days.values()].flat();
  const times = files.flatMap(({ modifiedAt }) => modifiedAt ?? []).filter((at) => at >= SLACK_OPENED);
  return times.length > 0 ? times.reduce((least, at) => Math.min(least, at)) : null;
}

function whyUnread(path: string): string {
  const name = baseName(path);
  if (/^(integration_logs|access_logs|audit_logs)/.test(name)) return 'A log of Slack’s settings and apps: nothing in it is about people’s talk.';
  if (/^(canvases|file_conversations|lists|workflows)/.test(name) || /canvas/i.test(folderName(path))) return 'Canvases, lists or workflows, which Kith does not read.';
  return /\.json$/i.test(name) ? 'Not a list or a day of messages as Slack writes them.' : 'A file from the workspace: it counts as an attachment, and Kith does not keep it.';
}

export const notThere = (path: string, name: string): ArchiveProblem =>
  new ArchiveProblem(`${path} is no longer in ${name}. Choose the archive again.`);
