/** One row of YouTube's tables as records. */
import type { CanonicalRecord, IdentityRecord, IdentityRef, InteractionKind, StatedTime } from '../../domain/activity';
import type { TableRow } from '../csv/table';
import { Introduced } from '../reading/introduced';
import { cleanName } from '../reading/names';
import { leftOut, rejected } from '../reading/records';
import { utcTime } from '../reading/stated-time';
import { isChannelId, readCommentText } from './text';
import type { TableKind } from './tables';

const EMPTY = 'Comments with nothing in them.';

export const channelIdentity = (id: string): IdentityRef => ({ platform: 'youtube', kind: 'id', key: id, scope: '' });
export const channelUrl = (id: string): string => `https://www.youtube.com/channel/${id}`;

/** "2024-06-02T10:00:00.123456+00:00", before 2024 "2023-01-02 10:00:00 UTC". */
export function parseTime(written: string): StatedTime | null {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d{1,9})?(?: ?UTC|Z|([+-]\d\d:?\d\d))?$/.exec(written.trim());
  if (!match) return null;
  const [, day, time, fraction = '', offset] = match;
  return utcTime(Date.parse(`${day}T${time}${fraction.slice(0, 4)}${offset ?? 'Z'}`), fraction === '' ? 'second' : 'ms');
}

export class YoutubeRows {
  readonly #introduced = new Introduced();

  /** @param self stands for the user; brand channels of theirs write in their own name */
  constructor(private readonly self: IdentityRef | null) {}

  read(kind: TableKind, row: TableRow, file: string): CanonicalRecord[] {
    if (kind === 'channel') return [];
    if (kind === 'subscriptions') return this.#subscription(row, file);
    return this.#comment(row, file, kind === 'comments' ? 'comment' : 'live chat');
  }

  #subscription(row: TableRow, file: string): CanonicalRecord[] {
    const id = row.cell('channel id').trim();
    if (!isChannelId(id)) return [rejected(file, row.line, 'This row names no channel.', row.sample())];
    return [
      ...this.#channel(id, cleanName(row.cell('channel title'))),
      { record: 'relation', identity: channelIdentity(id), kind: 'following', since: null, sinceBasis: 'first_seen' },
    ];
  }

  #comment(row: TableRow, file: string, prefix: 'comment' | 'live chat'): CanonicalRecord[] {
    const id = row.cell(`${prefix} id`).trim();
    const channel = row.cell('channel id').trim();
    const occurredAt = parseTime(row.cell(`${prefix} create timestamp`));
    if (!/^[\w.-]{1,200}$/.test(id) || occurredAt === null) return [rejected(file, row.line, 'This row has no number or no date that can be read.', row.cell(`${prefix} create timestamp`).slice(0, 40))];
    const { text, mentioned } = readCommentText(row.cell(`${prefix} text`));
    if (text === '') return [leftOut(file, EMPTY)];
    const parent = row.cell(`parent ${prefix} id`).trim() || row.cell('top-level comment id').trim();
    const thread = row.cell('video id').trim() || row.cell('post id').trim();
    const actor = isChannelId(channel) ? channelIdentity(channel) : this.self;
    if (!actor) return [rejected(file, row.line, 'This row names no channel.', id.slice(0, 80))];
    const isPaid = Number(row.cell('price')) > 0;
    const others = mentioned.filter((one) => one !== actor.key && one !== this.self?.key);
    return [
      ...others.flatMap((one) => this.#channel(one, '')),
      ...this.#thread(thread, actor, row.cell('video id').trim() !== ''),
      {
        record: 'interaction',
        kind: kindOf(prefix, parent !== '', isPaid),
        externalId: id,
        idBasis: 'native',
        direction: 'out',
        actor,
        targets: others.map((one) => ({ identity: channelIdentity(one), role: 'mentioned' })),
        occurredAt,
        text,
        textFormat: 'plain',
        ...(isVideo(row.cell('video id').trim()) ? { url: `https://www.youtube.com/watch?v=${row.cell('video id').trim()}${prefix === 'comment' ? `&lc=${encodeURIComponent(id)}` : ''}` } : {}),
        ...(parent === '' || parent === id ? {} : { parentExternalId: parent.slice(0, 200) }),
        ...(isVideo(thread) ? { conversationExternalId: thread } : {}),
      },
    ];
  }

  /** What is talked about below a video or post; who else talks there, Takeout does not say. */
  #thread(id: string, self: IdentityRef, isOfVideo: boolean): CanonicalRecord[] {
    if (!isVideo(id) || !this.#introduced.isNew(`thread ${id}`)) return [];
    return [{ record: 'conversation', externalId: id, kind: 'post_thread', participants: [self], ...(isOfVideo ? { nativeUrl: `https://www.youtube.com/watch?v=${id}` } : {}) }];
  }

  #channel(id: string, title: string): IdentityRecord[] {
    const identity = channelIdentity(id);
    if (!this.#introduced.isNewIdentity(identity, title)) return [];
    return [{ record: 'identity', ...identity, ...(title === '' ? {} : { displayName: title }), profileUrl: channelUrl(id), evidence: title === '' ? 'stub' : 'export' }];
  }
}

const isVideo = (id: string): boolean => /^[\w-]{1,80}$/.test(id);

function kindOf(prefix: 'comment' | 'live chat', isAnswer: boolean, isPaid: boolean): InteractionKind {
  if (isPaid) return 'gift';
  return prefix === 'comment' && isAnswer ? 'reply' : 'comment';
}
