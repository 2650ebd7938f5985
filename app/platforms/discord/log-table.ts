/** A channel as DiscordChatExporter writes it as a table: numbers for people, none for messages. */
import type { CanonicalRecord, ConversationKind, IdentityRef, StatedTime } from '../../domain/activity';
import { baseName } from '../archive/entry-paths';
import type { ArchiveFile } from '../contract';
import { readTable, TableRow } from '../csv/table';
import type { TableShape } from '../csv/header';
import type { BrokenRecord } from '../csv/tokenizer';
import { address } from '../reading/addressing';
import { cleanText } from '../reading/clean-text';
import type { Introduced } from '../reading/introduced';
import { cleanName } from '../reading/names';
import { OrdinalCounter } from '../reading/ordinals';
import { rejected } from '../reading/records';
import type { LeftOutTally } from '../reading/tally';
import { discordIdentity, handleOf, identityRecord, isSnowflake } from './people';
import { lacksZone, parseLocalTime, parseTime } from './time';

export const LOG_TABLE: TableShape<'log table'> = { kind: 'log table', required: ['authorid', 'author', 'date', 'content'] };

const UNNAMED = 'Reactions: a table says how many there are, not whose.';
const EMPTY = 'Messages with nothing in them.';
const MOST_AUTHORS = 20_000;
const EXAMPLES = 3;

export interface TableSurvey {
  channel: string;
  kind: ConversationKind;
  title: string;
  authors: Map<string, { name: string; messages: number }>;
  /** Times without a zone. */
  unzoned: string[];
}

export async function* readLogTable(file: ArchiveFile): AsyncGenerator<{ rows: (TableRow | BrokenRecord)[]; bytes: number }> {
  let bytes = 0;
  for await (const batch of readTable(file, LOG_TABLE)) {
    bytes += batch.bytes;
    yield { rows: batch.rows, bytes };
  }
}

/** "Direct Messages - Private - nova [1180000000000000001].csv": the name of the file is all that says what the channel is. */
export async function surveyLogTable(file: ArchiveFile): Promise<TableSurvey> {
  const name = cleanName(baseName(file.path).replace(/\.csv$/i, '')).slice(0, 200);
  const channel = /\[(\d{5,20})\]/.exec(name)?.[1] ?? name.toLowerCase();
  const isDirect = /^direct messages/i.test(name);
  const survey: TableSurvey = {
    channel,
    kind: isDirect ? (/^direct messages - group/i.test(name) ? 'group' : 'dm') : 'channel',
    title: (name.replace(/ ?\[\d+\].*$/, '').split(' - ').at(-1) ?? name).trim(),
    authors: new Map(),
    unzoned: [],
  };
  for await (const { rows } of readLogTable(file)) for (const row of rows) if (row instanceof TableRow) note(survey, row);
  return survey;
}

function note({ authors, unzoned }: TableSurvey, row: TableRow): void {
  const id = row.cell('authorid').trim();
  const known = authors.get(id);
  if (known) known.messages += 1;
  else if (isSnowflake(id) && authors.size < MOST_AUTHORS) authors.set(id, { name: handleOfCell(row.cell('author')), messages: 1 });
  const date = row.cell('date');
  if (unzoned.length < EXAMPLES && lacksZone(date)) unzoned.push(date.trim());
}

const handleOfCell = (author: string): string => handleOf(author.replace(/#0+$/, ''), '');

export interface TablePeople {
  self: IdentityRef | null;
  ownKeys: ReadonlySet<string>;
  /** What ids are made from. */
  ownKey: string;
  introduced: Introduced;
}

export class LogTableReader {
  readonly #ordinals = new OrdinalCounter();
  readonly #others: IdentityRef[];

  constructor(private readonly survey: TableSurvey, private readonly people: TablePeople, private readonly zone: string, private readonly tally: LeftOutTally) {
    this.#others = [...survey.authors.keys()].filter((id) => !people.ownKeys.has(id)).map(discordIdentity);
  }

  introduce(): CanonicalRecord[] {
    const { survey, people } = this;
    const persons = [...survey.authors].map(([id, { name }]) => ({ id, handle: name, displayName: name.replace(/#\d+$/, '') }));
    return [
      ...persons.filter(({ id, displayName }) => people.introduced.isNewIdentity(discordIdentity(id), displayName)).map(identityRecord),
      {
        record: 'conversation',
        externalId: survey.channel,
        kind: survey.kind,
        ...(survey.title === '' ? {} : { title: survey.title }),
        participants: [...(people.self === null ? [] : [people.self]), ...this.#others],
      },
    ];
  }

  read(row: TableRow | BrokenRecord, file: string): CanonicalRecord[] {
    if (!(row instanceof TableRow)) return [rejected(file, row.line, row.problem)];
    const id = row.cell('authorid').trim();
    const occurredAt = parseTime(row.cell('date')) ?? parseLocalTime(row.cell('date'), this.zone);
    if (!isSnowflake(id) || occurredAt === null) return [rejected(file, row.line, 'This message has no sender or no time that can be read.', row.cell('date').slice(0, 40))];
    const counts = [...row.cell('reactions').matchAll(/\((\d{1,6})\)/g)].map((match) => Number(match[1]));
    if (counts.length > 0) this.tally.add(UNNAMED, counts.reduce((sum, count) => sum + count, 0));
    const { text } = cleanText(row.cell('content'), false);
    const attachments = row.cell('attachments').split(/[\s,]+/).filter((url) => url !== '').length;
    if (text === '' && attachments === 0) {
      this.tally.add(EMPTY);
      return [];
    }
    return [this.#interaction({ id, text, attachments, occurredAt, stated: row.cell('date').trim() })];
  }

  #interaction({ id, text, attachments, occurredAt, stated }: { id: string; text: string; attachments: number; occurredAt: StatedTime; stated: string }): CanonicalRecord {
    const { survey, people } = this;
    const { direction, targets } = address({
      self: people.self, isOwn: people.ownKeys.has(id), others: this.#others, size: this.#others.length + 1, named: [], namesSelf: false,
    });
    // Where the time has a zone, the instant: the next export may be made in another one.
    const when = occurredAt.zone === 'assumed' ? stated : occurredAt.at;
    return {
      record: 'interaction',
      kind: 'message',
      externalId: this.#ordinals.idOf(['discord', people.ownKey, survey.channel, when, id, text]),
      idBasis: 'hash',
      direction,
      actor: discordIdentity(id),
      targets,
      occurredAt,
      ...(text === '' ? {} : { text, textFormat: 'plain' }),
      ...(attachments === 0 ? {} : { attachments }),
      conversationExternalId: survey.channel,
    };
  }
}
