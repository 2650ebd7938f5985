/** The records of a repository that concern people. All of them go out: nobody else's words are in it. */
import type { CanonicalRecord, IdentityRef, InteractionKind, InteractionRecord, RelationKind, StatedTime } from '../../domain/activity';
import { cleanText } from '../reading/clean-text';
import { Introduced } from '../reading/introduced';
import { isObject, listIn, fieldsIn, objectsIn, textIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';
import { leftOut, rejected } from '../reading/records';
import { recordTime } from './dates';
import { authorOf, byDid, personRecord, profileUrl } from './people';
import type { RepoRecord } from './repo';

export const SPEAKS_TO_NOBODY = 'Your own posts that answer and mention nobody.';
export const OWN = 'Likes and reposts of your own posts.';
export const TWICE = 'Follows and blocks that stand in the repository twice; the first of each was read.';

/** Mentions in a post; more is filler. */
const MOST_MENTIONS = 100;

const UNREAD: Readonly<Record<string, string>> = {
  'app.bsky.actor.profile': 'Your own profile.',
  'app.bsky.graph.list': 'Your lists.',
  'app.bsky.graph.listitem': 'Who stands on your lists.',
  'app.bsky.graph.listblock': 'Lists you block as a whole.',
  'app.bsky.graph.starterpack': 'Your starter packs.',
  'app.bsky.feed.threadgate': 'Who may answer your posts.',
  'app.bsky.feed.postgate': 'Who may quote your posts.',
  'app.bsky.feed.generator': 'Feeds you made.',
  'chat.bsky.actor.declaration': 'Who may write to you.',
};

interface Mention {
  identity: IdentityRef;
  /** "@ana.bsky.social", as it stands in the post. */
  written: string;
}

export class RecordReader {
  readonly #introduced = new Introduced();

  /** @param latest UTC milliseconds of the repository's last change */
  constructor(
    private readonly self: IdentityRef,
    private readonly displayName: string,
    private readonly file: string,
    private readonly latest: number | null,
  ) {}

  read({ collection, key, value }: RepoRecord): CanonicalRecord[] {
    if (value === null) return [rejected(this.file, null, 'This record is missing or damaged.', `${collection}/${key}`)];
    const uri = `at://${this.self.key}/${collection}/${key}`;
    switch (collection) {
      case 'app.bsky.feed.post':
        return this.#post(uri, key, value);
      case 'app.bsky.feed.like':
        return this.#reaction('like', uri, key, value);
      case 'app.bsky.feed.repost':
        return this.#reaction('repost', uri, key, value);
      case 'app.bsky.graph.follow':
        return this.#relation('following', uri, key, value);
      case 'app.bsky.graph.block':
        return this.#relation('blocked', uri, key, value);
      default:
        return [leftOut(this.file, UNREAD[collection] ?? `Records of another app (${collection.slice(0, 80)}).`)];
    }
  }

  #introduce(people: readonly Mention[]): CanonicalRecord[] {
    const records: CanonicalRecord[] = [];
    if (this.#introduced.isNewIdentity(this.self)) {
      records.push({ ...personRecord(this.self), ...(this.displayName === '' ? {} : { displayName: this.displayName }), evidence: 'export' });
    }
    for (const { identity, written } of people) {
      const record = personRecord(identity, written);
      // Given again when a handle shows for the first time.
      if (this.#introduced.isNewIdentity(identity, record.handle === undefined ? '' : 'handle')) records.push(record);
    }
    return records;
  }

  #relation(kind: RelationKind, uri: string, key: string, value: JsonObject): CanonicalRecord[] {
    const identity = byDid(textIn(value, 'subject'));
    if (!identity) return [rejected(this.file, null, 'This record names no account.', uri)];
    if (!this.#introduced.isNew(`${kind} ${identity.key}`)) return [leftOut(this.file, TWICE)];
    const since = recordTime(textIn(value, 'createdAt'), key, this.latest);
    return [
      ...this.#introduce([{ identity, written: '' }]),
      { record: 'relation', identity, kind, since, sinceBasis: since ? 'stated' : 'first_seen' },
    ];
  }

  #reaction(kind: 'like' | 'repost', uri: string, key: string, value: JsonObject): CanonicalRecord[] {
    const subject = textIn(fieldsIn(value, 'subject'), 'uri');
    const author = authorOf(subject);
    const occurredAt = recordTime(textIn(value, 'createdAt'), key, this.latest);
    if (!author) return [rejected(this.file, null, 'This record names no post.', uri)];
    if (author.key === this.self.key) return [leftOut(this.file, OWN)];
    return [
      ...this.#introduce([{ identity: author, written: '' }]),
      { ...this.#said(kind, uri, occurredAt), targets: [{ identity: author, role: 'to' }], parentExternalId: subject },
    ];
  }

  #post(uri: string, key: string, value: JsonObject): CanonicalRecord[] {
    const occurredAt = recordTime(textIn(value, 'createdAt'), key, this.latest);
    if (!occurredAt) return [rejected(this.file, null, 'This post has no date that can be read.', uri)];
    const isOther = (identity: IdentityRef | null): identity is IdentityRef => identity !== null && identity.key !== this.self.key;
    const parent = textIn(fieldsIn(fieldsIn(value, 'reply'), 'parent'), 'uri');
    const quotedUri = quotedIn(value);
    const answered = authorOf(parent);
    const quoted = authorOf(quotedUri);
    const mentioned = mentionsIn(value).filter(({ identity }) => identity.key !== this.self.key);
    const words = { ...wordsOf(value), url: `${profileUrl(this.self.key)}/post/${key}` };
    const to = (identity: IdentityRef, parentExternalId: string) => ({
      targets: [
        { identity, role: 'to' as const },
        ...mentioned.filter((one) => one.identity.key !== identity.key).map((one) => ({ identity: one.identity, role: 'mentioned' as const })),
      ],
      parentExternalId,
    });
    const records: InteractionRecord[] = [];
    if (isOther(answered)) records.push({ ...this.#said('reply', uri, occurredAt), ...words, ...to(answered, parent) });
    if (isOther(quoted)) records.push({ ...this.#said('quote', uri, occurredAt), ...words, ...to(quoted, quotedUri) });
    if (records.length === 0 && mentioned.length > 0) {
      records.push({ ...this.#said('mention', uri, occurredAt), ...words, targets: mentioned.map(({ identity }) => ({ identity, role: 'mentioned' })) });
    }
    if (records.length === 0) return [leftOut(this.file, SPEAKS_TO_NOBODY)];
    const people = [...mentioned, ...[answered, quoted].filter(isOther).map((identity) => ({ identity, written: '' }))];
    return [...this.#introduce(people), ...records];
  }

  #said(kind: InteractionKind, uri: string, occurredAt: StatedTime | null): Omit<InteractionRecord, 'targets'> {
    return { record: 'interaction', kind, externalId: uri, idBasis: 'native', direction: 'out', actor: this.self, occurredAt };
  }
}

function wordsOf(post: JsonObject): Pick<InteractionRecord, 'text' | 'textFormat' | 'attachments'> {
  const { text } = cleanText(textIn(post, 'text'), false);
  const embed = fieldsIn(post, 'embed');
  const media = isObject(embed['media']) ? embed['media'] : embed;
  const attachments = listIn(media, 'images').length + (isObject(media['video']) ? 1 : 0);
  return { ...(text === '' ? {} : { text, textFormat: 'plain' as const }), ...(attachments === 0 ? {} : { attachments }) };
}

/** The post that is quoted; with pictures beside it, it stands one level deeper. */
function quotedIn(post: JsonObject): string {
  const record = fieldsIn(fieldsIn(post, 'embed'), 'record');
  const uri = textIn(record, 'uri') || textIn(fieldsIn(record, 'record'), 'uri');
  return uri.includes('/app.bsky.feed.post/') ? uri : '';
}

/** Whom a post mentions. Where in the text is counted in bytes. */
function mentionsIn(post: JsonObject): Mention[] {
  const facets = objectsIn(post, 'facets').slice(0, MOST_MENTIONS);
  if (facets.length === 0) return [];
  const bytes = Buffer.from(textIn(post, 'text'));
  const found = new Map<string, Mention>();
  for (const facet of facets) {
    const { byteStart, byteEnd } = fieldsIn(facet, 'index');
    const written = typeof byteStart === 'number' && typeof byteEnd === 'number' ? bytes.subarray(byteStart, byteEnd).toString('utf8') : '';
    for (const feature of objectsIn(facet, 'features').slice(0, MOST_MENTIONS)) {
      const identity = textIn(feature, '$type') === 'app.bsky.richtext.facet#mention' ? byDid(textIn(feature, 'did')) : null;
      if (identity && !found.has(identity.key)) found.set(identity.key, { identity, written });
    }
  }
  return [...found.values()];
}
