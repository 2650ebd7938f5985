/** The tables of YouTube in Takeout. Folders and names are in the language of the account; most headings are not. */
import type { ArchiveFile } from '../contract';
import type { TableHeader, TableShape } from '../csv/header';
import { lookAtTable, readTable, readTableWith, recogniseTable } from '../csv/table';
import type { TableBatch } from '../csv/table';

export type TableKind = 'comments' | 'live chats' | 'channel' | 'subscriptions';

const SHAPES: readonly TableShape<TableKind>[] = [
  { kind: 'comments', required: ['comment id', 'channel id', 'comment create timestamp', 'comment text'] },
  { kind: 'live chats', required: ['live chat id', 'channel id', 'live chat create timestamp', 'live chat text'] },
  { kind: 'channel', required: ['channel id', 'channel title (original)'] },
];

/** Read by place: number, address, title. */
const SUBSCRIPTION_COLUMNS = ['channel id', 'channel url', 'channel title'];
const SUBSCRIPTION = /^"?UC[\w-]{1,40}"?([,;\t])"?https?:\/\/(?:www\.)?youtube\.com\/channel\/UC/;

export async function tableKindOf(file: ArchiveFile): Promise<TableKind | null> {
  const found = await recogniseTable(file, SHAPES);
  if (found && !('problem' in found)) return found.kind;
  return (await lookAtTable(file, subscriptionsHeader)) ? 'subscriptions' : null;
}

function subscriptionsHeader(text: string): TableHeader | null {
  const lines = text.slice(0, 10_000).split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => SUBSCRIPTION.test(line));
  if (first < 0 || first > 1) return null;
  return { kind: 'subscriptions', delimiter: SUBSCRIPTION.exec(lines[first] ?? '')?.[1] ?? ',', columns: SUBSCRIPTION_COLUMNS, headings: SUBSCRIPTION_COLUMNS, line: first };
}

export function readYoutubeTable(file: ArchiveFile, kind: TableKind): AsyncGenerator<TableBatch> {
  const shape = SHAPES.find((one) => one.kind === kind);
  return shape ? readTable(file, shape) : readTableWith(file, subscriptionsHeader);
}
