/** What the user did to others in public: comments, likes, answers to stories. Instagram tells nothing of the other way. */
import type { CanonicalRecord, InteractionKind, StatedTime } from '../../domain/activity';
import type { MetaOwn } from '../meta/own';
import { plainText } from '../meta/plain-text';
import { isoTime, list, text } from '../meta/shapes';
import { hashOf, OrdinalCounter } from '../reading/ordinals';
import type { LeftOutTally } from '../reading/tally';
import type { Entry, EntryField } from './entries';
import { handleIdentity, handleIn, postAt } from './handles';
import type { HandlePlatform } from './handles';
import type { PartKind } from './known-files';
import { accountRecord, handleInFields } from './lists';

const OWN = 'What you did on your own posts and stories.';
const NOBODY = 'Likes, comments and answers that do not say on whose post or story.';

/** Something the user did, still without its ids. */
interface Deed {
  kind: InteractionKind;
  /** What the id is made from besides the account's key: the same in every layout. */
  id: (string | number)[];
  owner: string | null;
  at: StatedTime | null;
  text?: string;
  url?: string;
}

export class ActivityReader {
  readonly #ordinals = new OrdinalCounter();

  constructor(private readonly own: MetaOwn) {}

  read(kind: PartKind, entry: Entry, tally: LeftOutTally): CanonicalRecord[] {
    const platform: HandlePlatform = kind === 'threads likes' ? 'threads' : 'instagram';
    const deeds = kind === 'comments' ? [commentOf(entry)] : likesOf(kind, entry);
    return deeds.flatMap((deed) => this.#records(platform, deed, tally));
  }

  /** A row of the comments of 2020 and before: date, text, on whose post. Null for what is none. */
  readOld(row: unknown, tally: LeftOutTally): CanonicalRecord[] | null {
    const [date, words, owner] = list(row).map(text);
    const at = isoTime(date);
    if (at === null || words === undefined || owner === undefined) return null;
    return this.#records('instagram', comment(plainText(words), handleIn(owner), at), tally);
  }

  #records(platform: HandlePlatform, { kind, id, owner, at, text: words, url }: Deed, tally: LeftOutTally): CanonicalRecord[] {
    const isOwn = owner !== null && this.own.isHandle(platform, owner);
    if (owner === null || isOwn) {
      tally.add(isOwn ? OWN : NOBODY);
      return [];
    }
    const parts = [platform, this.own.self.key, ...id];
    return [
      accountRecord(platform, owner),
      {
        record: 'interaction',
        kind,
        // A post is liked once, however often an export says so.
        externalId: id[0] === 'post' ? hashOf(parts) : this.#ordinals.idOf(parts),
        idBasis: 'hash',
        direction: 'out',
        actor: this.own.on(platform),
        targets: [{ identity: handleIdentity(platform, owner), role: 'to' }],
        occurredAt: at,
        ...(words === undefined ? {} : { text: words, textFormat: 'plain' }),
        ...(url === undefined ? {} : { url }),
      },
    ];
  }
}

function likesOf(kind: PartKind, entry: Entry): Deed[] {
  const owner = handleIn(entry.title) ?? handleInFields(entry);
  const strings = entry.strings.length > 0 ? entry.strings : [{ href: '', value: '', at: entry.at }];
  const inFields = entry.fields.map(({ value }) => postAt(value)).find((post) => post !== null) ?? null;
  return strings.map(({ href, at }) => {
    const post = postAt(href) ?? inFields;
    const when = at ?? entry.at;
    const isPost = post !== null && (kind === 'likes' || kind === 'threads likes');
    return {
      kind: kind === 'story answers' ? 'reaction' : 'like',
      id: isPost ? ['post', 'like', post.code] : [kind, owner ?? '', when?.at ?? 0],
      owner,
      at: when,
      ...(post === null ? {} : { url: post.url }),
    };
  });
}

const OWNER_LABELS = /owner|eigenaar|eigent|inhaber|propri[eé]t|propietari|ägare|ejer|eier|omistaja|właściciel|sahib/i;
const COMMENT_LABELS = /^(?:comment|opmerking|reactie|kommentar|commentaire|comentario|comentário|commento)$/i;

/** Fields in the user's language: the owner is the one that looks like a handle, the last where both do. */
function commentOf({ title, strings, fields, at }: Entry): Deed {
  const [first] = strings;
  const ownerField = fields.find(({ label, value }) => OWNER_LABELS.test(label) && handleIn(value) !== null) ?? (fields.length > 1 ? fields.findLast(isHandleField) : undefined);
  if (ownerField === undefined && handleIn(title) !== null && first) return comment(plainText(first.value), handleIn(title), first.at ?? at);
  const isWords = (field: EntryField) => field !== ownerField && !/^https?:/i.test(field.value);
  const words = fields.find((field) => isWords(field) && COMMENT_LABELS.test(field.label)) ?? fields.find(isWords);
  return comment(plainText(words?.value ?? ''), ownerField ? handleIn(ownerField.value) : null, at);
}

const isHandleField = ({ value }: EntryField): boolean => handleIn(value) === value && /[a-z]/.test(value);

const comment = (words: string, owner: string | null, at: StatedTime | null): Deed => ({
  kind: 'comment',
  id: ['comment', owner ?? '', at?.at ?? 0, words],
  owner,
  at,
  ...(words === '' ? {} : { text: words }),
});
