/** tweets.js and note-tweet.js: whom the user answered, mentioned and reposted. Nobody else's posts are in an archive. */
import type { CanonicalRecord, IdentityRef, InteractionKind, InteractionRecord, StatedTime } from '../../domain/activity';
import { listIn, isObject, fieldsIn, objectsIn, textIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';
import { leftOut, rejected } from '../reading/records';
import { readTime } from './dates';
import { noteOf } from './notes';
import type { Note, Notes } from './notes';
import { isUserId } from './people';
import type { People } from './people';
import { TWICE, WHO_IS_ME } from './reading';
import type { PartReader, Reading } from './reading';
import { postText, unescaped } from './text';

export const SPEAKS_TO_NOBODY = 'Your own posts that answer and mention nobody.';

/** X marks a repost by nothing else: its flags are false in every archive. */
const REPOST = /^RT @(\w{1,20})\b/;

/** Mentioned people per post; more is filler. */
const MOST_MENTIONS = 100;

/** The post in an entry: wrapped since 2019, bare before. */
export const postOf = (entry: unknown): JsonObject | null =>
  isObject(entry) ? (isObject(entry['tweet']) ? entry['tweet'] : entry) : null;

const idOf = (post: JsonObject): string => textIn(post, 'id_str') || textIn(post, 'id');
const textOf = (post: JsonObject): string => textIn(post, 'full_text') || textIn(post, 'text');
const mentionsOf = (post: JsonObject): JsonObject[] => objectsIn(fieldsIn(post, 'entities'), 'user_mentions').slice(0, MOST_MENTIONS);
const answeredId = (post: JsonObject): string => textIn(post, 'in_reply_to_user_id_str') || textIn(post, 'in_reply_to_user_id');

/** First pass: handles and names, and who wrote what the user answered. */
export function harvest(people: People, entry: unknown): void {
  const post = postOf(entry);
  if (!post) return;
  const at = readTime(textIn(post, 'created_at'))?.at ?? 0;
  for (const mention of mentionsOf(post)) {
    people.note(textIn(mention, 'id_str') || textIn(mention, 'id'), textIn(mention, 'screen_name'), textIn(mention, 'name'), at);
  }
  people.note(answeredId(post), textIn(post, 'in_reply_to_screen_name'), '', at);
  people.noteAuthor(textIn(post, 'in_reply_to_status_id_str') || textIn(post, 'in_reply_to_status_id'), answeredId(post));
}

/** What a post or a note says, and to whom. */
interface Said {
  id: string;
  occurredAt: StatedTime;
  text: string;
  attachments: number;
  answered: { identity: IdentityRef; parent: string } | null;
  mentioned: IdentityRef[];
}

export class PostReader implements PartReader {
  /** @param notes long posts by the post they belong to; what stays in there stands alone */
  constructor(private readonly reading: Reading, private readonly notes: Notes) {}

  read(entry: unknown, file: string): CanonicalRecord[] {
    const post = postOf(entry);
    if (!post) return [rejected(file, null, 'This entry is no post.')];
    const id = idOf(post);
    if (!isUserId(id)) return [rejected(file, null, 'This post has no id that can be read.', textOf(post))];
    const occurredAt = readTime(textIn(post, 'created_at'));
    if (!occurredAt) return [rejected(file, null, 'This post has no date that can be read.', textOf(post))];
    if (!this.reading.isFirst('post', id)) return [leftOut(file, TWICE)];
    const reposted = REPOST.exec(unescaped(textOf(post)))?.[1];
    if (reposted !== undefined) return this.#repost(post, { id, occurredAt, file }, reposted);
    return recordsOf(this.#said(post, id, occurredAt), this.reading, file);
  }

  #said(post: JsonObject, id: string, occurredAt: StatedTime): Said {
    const { people } = this.reading;
    const urls = objectsIn(fieldsIn(post, 'entities'), 'urls');
    const text = postText(textOf(post), urls);
    const note = this.notes.takeFor(occurredAt.at, text);
    const answered = people.reference(answeredId(post), textIn(post, 'in_reply_to_screen_name'));
    const mentions = mentionsOf(post).map((mention) =>
      people.reference(textIn(mention, 'id_str') || textIn(mention, 'id'), textIn(mention, 'screen_name')),
    );
    return {
      id,
      occurredAt,
      text: note?.text ?? text,
      attachments: attachmentsOf(post),
      answered:
        answered && !this.reading.isSelf(answered)
          ? { identity: answered, parent: textIn(post, 'in_reply_to_status_id_str') || textIn(post, 'in_reply_to_status_id') }
          : null,
      mentioned: [...mentions, ...(note?.mentions ?? [])].filter((one) => one !== null),
    };
  }

  #repost(post: JsonObject, { id, occurredAt, file }: { id: string; occurredAt: StatedTime; file: string }, handle: string): CanonicalRecord[] {
    const { people, self } = this.reading;
    const mention = mentionsOf(post).find((one) => textIn(one, 'screen_name').toLowerCase() === handle.toLowerCase());
    const author = people.reference(mention ? textIn(mention, 'id_str') || textIn(mention, 'id') : '', handle);
    if (!self) return [leftOut(file, WHO_IS_ME)];
    if (!author || this.reading.isSelf(author)) return [leftOut(file, SPEAKS_TO_NOBODY)];
    const urls = objectsIn(fieldsIn(post, 'entities'), 'urls');
    const said = { id, occurredAt, text: postText(textOf(post), urls), attachments: attachmentsOf(post) };
    return [...this.reading.introduce([self, author]), interaction('repost', id, self, { identity: author, role: 'to' }, said)];
  }
}

/** note-tweet.js: the whole text of posts longer than the short form holds. Those that belong to no post stand alone. */
export class NoteReader implements PartReader {
  constructor(private readonly reading: Reading, private readonly notes: Notes) {}

  /** Good ones were kept beforehand, so that posts could ask for them. */
  read(entry: unknown, file: string): CanonicalRecord[] {
    const note = noteOf(entry, this.reading.people);
    return typeof note === 'string' ? [rejected(file, null, note)] : [];
  }

  end(file: string): CanonicalRecord[] {
    const belonging = this.notes.taken;
    return [
      ...(belonging === 0 ? [] : [leftOut(file, 'Long posts whose text was put to the post they belong to.', belonging)]),
      ...this.notes.rest().flatMap((note) => this.#alone(note, file)),
    ];
  }

  #alone(note: Note, file: string): CanonicalRecord[] {
    if (!this.reading.isFirst('note', note.id)) return [leftOut(file, TWICE)];
    const { id, occurredAt, text, mentions } = note;
    return recordsOf({ id, occurredAt, text, attachments: 0, answered: null, mentioned: mentions }, this.reading, file);
  }
}

/** One record for the answer and one for each person named in it: the id table of import-formats.md (b). */
function recordsOf(said: Said, reading: Reading, file: string): CanonicalRecord[] {
  const { self } = reading;
  const keyOf = ({ kind, key }: IdentityRef) => `${kind} ${key}`;
  const mentioned = new Map(said.mentioned.filter((one) => !reading.isSelf(one)).map((one) => [keyOf(one), one]));
  if (said.answered) mentioned.delete(keyOf(said.answered.identity));
  if (!said.answered && mentioned.size === 0) return [leftOut(file, SPEAKS_TO_NOBODY)];
  if (!self) return [leftOut(file, WHO_IS_ME)];
  const records: CanonicalRecord[] = [...reading.introduce([self, ...(said.answered ? [said.answered.identity] : []), ...mentioned.values()])];
  if (said.answered) {
    const { identity, parent } = said.answered;
    const reply = interaction('reply', `${said.id}:reply`, self, { identity, role: 'to' }, said);
    records.push(isUserId(parent) ? { ...reply, parentExternalId: parent } : reply);
  }
  for (const identity of mentioned.values()) {
    records.push(interaction('mention', `${said.id}:mention:${identity.key}`, self, { identity, role: 'mentioned' }, said));
  }
  return records;
}

const interaction = (
  kind: InteractionKind,
  externalId: string,
  actor: IdentityRef,
  target: InteractionRecord['targets'][number],
  said: Pick<Said, 'id' | 'occurredAt' | 'text' | 'attachments'>,
): InteractionRecord => ({
  record: 'interaction',
  kind,
  externalId,
  idBasis: 'native',
  direction: 'out',
  actor,
  targets: [target],
  occurredAt: said.occurredAt,
  ...(said.text === '' ? {} : { text: said.text, textFormat: 'plain' }),
  ...(said.attachments === 0 ? {} : { attachments: said.attachments }),
  url: `https://x.com/i/web/status/${said.id}`,
});

const attachmentsOf = (post: JsonObject): number =>
  Math.max(listIn(fieldsIn(post, 'extended_entities'), 'media').length, listIn(fieldsIn(post, 'entities'), 'media').length);
