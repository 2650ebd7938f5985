/** The user's own messages in one channel of Discord's package. */
import type { CanonicalRecord, IdentityRecord, IdentityRef, InteractionRecord } from '../../domain/activity';
import type { ArchiveFile } from '../contract';
import { readTable, TableRow } from '../csv/table';
import type { TableShape } from '../csv/header';
import { address } from '../reading/addressing';
import { cleanText } from '../reading/clean-text';
import type { Introduced } from '../reading/introduced';
import { isObject, textIn } from '../reading/json-fields';
import { readJsonValues } from '../reading/json-stream';
import { rejected } from '../reading/records';
import type { LeftOutTally } from '../reading/tally';
import { othersIn } from './package';
import type { Channel } from './package';
import { discordIdentity, identityRecord, isSnowflake } from './people';
import type { Person } from './people';
import { parseTime } from './time';

const EMPTY = 'Messages with nothing in them: stickers, for example, which Discord leaves away.';
const CUT_OFF = 'The file ends in the middle: what would follow is missing. Ask Discord for the package again.';

/** Before March 2024. */
const CSV: TableShape<'messages'> = { kind: 'messages', required: ['id', 'timestamp', 'contents'] };

export interface OwnMessage {
  id: string;
  timestamp: string;
  contents: string;
  attachments: string;
}

export interface Batch {
  rows: (OwnMessage | { line: number | null; problem: string })[];
  bytes: number;
}

export async function* readOwnMessages(file: ArchiveFile): AsyncGenerator<Batch> {
  if (/\.csv$/i.test(file.path)) yield* readCsv(file);
  else yield* readMessagesJson(file);
}

async function* readCsv(file: ArchiveFile): AsyncGenerator<Batch> {
  let bytes = 0;
  for await (const batch of readTable(file, CSV)) {
    bytes += batch.bytes;
    yield {
      rows: batch.rows.map((row) =>
        row instanceof TableRow
          ? { id: row.cell('id'), timestamp: row.cell('timestamp'), contents: row.cell('contents'), attachments: row.cell('attachments') }
          : { line: row.line, problem: row.problem },
      ),
      bytes,
    };
  }
}

async function* readMessagesJson(file: ArchiveFile): AsyncGenerator<Batch> {
  for await (const { items, bytes, whole } of readJsonValues(file, (path) => (path === '' ? 'enter' : path === '/#' ? 'give' : 'skip'))) {
    const rows: Batch['rows'] = items.map(({ value, broken }) =>
      broken || !isObject(value)
        ? { line: null, problem: 'One message is damaged and can’t be read.' }
        : { id: textIn(value, 'ID'), timestamp: textIn(value, 'Timestamp'), contents: textIn(value, 'Contents'), attachments: textIn(value, 'Attachments') },
    );
    if (whole === false) rows.push({ line: null, problem: CUT_OFF });
    yield { rows, bytes };
  }
}

export interface PackagePeople {
  self: IdentityRef;
  ownKeys: ReadonlySet<string>;
  known: ReadonlyMap<string, Person>;
  introduced: Introduced;
}

export class OwnMessageReader {
  readonly #others: IdentityRef[];

  constructor(private readonly channel: Channel, private readonly people: PackagePeople, private readonly tally: LeftOutTally) {
    this.#others = othersIn(channel, people.ownKeys);
  }

  introduce(): CanonicalRecord[] {
    const { channel, people } = this;
    return [
      ...this.#others.flatMap((identity) => this.#person(identity)),
      {
        record: 'conversation',
        externalId: channel.id,
        kind: channel.kind,
        ...(channel.title === '' ? {} : { title: channel.title }),
        participants: [people.self, ...this.#others],
        ...(channel.kind === 'channel' ? {} : { nativeUrl: `https://discord.com/channels/@me/${channel.id}` }),
      },
    ];
  }

  read(row: Batch['rows'][number], file: string): CanonicalRecord[] {
    if ('problem' in row) return [rejected(file, row.line, row.problem)];
    const occurredAt = parseTime(row.timestamp);
    if (!isSnowflake(row.id) || occurredAt === null) return [rejected(file, null, 'This message has no number or no time that can be read.', row.timestamp.slice(0, 40))];
    const text = cleanText(this.#shown(row.contents), false).text;
    const attachments = row.attachments.split(/[\s,]+/).filter((url) => url !== '').length;
    if (text === '' && attachments === 0) {
      this.tally.add(EMPTY);
      return [];
    }
    return [...this.#mentioned(row.contents).flatMap((identity) => this.#person(identity)), { ...this.#interaction(row, text, attachments), occurredAt }];
  }

  #interaction(row: OwnMessage, text: string, attachments: number): Omit<InteractionRecord, 'occurredAt'> {
    const { channel, people } = this;
    const size = channel.kind === 'channel' ? Number.POSITIVE_INFINITY : this.#others.length + 1;
    const { direction, targets } = address({ self: people.self, isOwn: true, others: this.#others, size, named: this.#mentioned(row.contents), namesSelf: false });
    return {
      record: 'interaction',
      kind: 'message',
      externalId: row.id,
      idBasis: 'native',
      direction,
      actor: people.self,
      targets,
      ...(text === '' ? {} : { text, textFormat: 'plain' as const }),
      ...(attachments === 0 ? {} : { attachments }),
      conversationExternalId: channel.id,
    };
  }

  /** "<@118…>" as the name people see, "<:wave:118…>" as its word. */
  #shown(contents: string): string {
    return contents
      .replace(/<@!?(\d{5,20})>/g, (_, id: string) => `@${this.people.known.get(id)?.displayName || id}`)
      .replace(/<a?:(\w{1,40}):\d{5,20}>/g, ':$1:');
  }

  #mentioned(contents: string): IdentityRef[] {
    const ids = [...contents.matchAll(/<@!?(\d{5,20})>/g)].slice(0, 100).map((match) => match[1] ?? '');
    return [...new Set(ids)].filter((id) => id !== '' && !this.people.ownKeys.has(id)).map(discordIdentity);
  }

  #person(identity: IdentityRef): IdentityRecord[] {
    if (!this.people.introduced.isNewIdentity(identity)) return [];
    if (identity.kind === 'name') return [{ record: 'identity', ...identity, displayName: 'Deleted User', evidence: 'export', gone: true }];
    if (identity.kind === 'handle') return [{ record: 'identity', ...identity, handle: identity.key, displayName: identity.key, evidence: 'export' }];
    const { partner } = this.channel;
    const isPartner = this.channel.kind === 'dm' && partner !== '' && this.#others.some(({ key }) => key === identity.key);
    return [identityRecord(this.people.known.get(identity.key) ?? { id: identity.key, handle: isPartner ? partner : '', displayName: isPartner ? partner : '' })];
  }
}
