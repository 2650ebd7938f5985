/** Long posts: tweets.js holds their beginning, note-tweet.js the whole, under an id of its own and with the same time. */
import type { IdentityRef, StatedTime } from '../../domain/activity';
import { isObject, fieldsIn, objectsIn, textIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';
import { readTime } from './dates';
import { isUserId } from './people';
import type { People } from './people';
import { postText } from './text';

export interface Note {
  id: string;
  occurredAt: StatedTime;
  text: string;
  mentions: IdentityRef[];
}

/** Letters of all long posts kept in memory: some 10,000 of the longest there are. */
const MOST_LETTERS = 50_000_000;
/** What a long post costs besides its text. */
const LETTERS_PER_NOTE = 200;
const MOST_MENTIONS = 100;
/** Letters of a beginning that prove the post; shorter ones may be like others of the same second. */
const ENOUGH = 30;

/** The long post in an entry, or a sentence why there is none. */
export function noteOf(entry: unknown, people: People): Note | string {
  const note = isObject(entry) ? (isObject(entry['noteTweet']) ? entry['noteTweet'] : entry) : null;
  if (!note) return 'This entry is no post.';
  const id = textIn(note, 'noteTweetId') || textIn(note, 'id');
  if (!isUserId(id)) return 'This post has no id that can be read.';
  const occurredAt = readTime(textIn(note, 'createdAt'));
  if (!occurredAt) return 'This post has no date that can be read.';
  const core = fieldsIn(note, 'core');
  const mentions = objectsIn(core, 'mentions').slice(0, MOST_MENTIONS).flatMap((mention) => {
    const userId = textIn(mention, 'userId') || textIn(mention, 'id_str');
    return people.reference(userId, textIn(mention, 'screenName') || textIn(mention, 'screen_name')) ?? [];
  });
  return { id, occurredAt, text: postText(textIn(core, 'text'), objectsIn(core, 'urls').map(linkOf)), mentions };
}

export class Notes {
  readonly #bySecond = new Map<number, Note[]>();
  #letters = 0;
  taken = 0;

  /** Keeps a long post; more than the memory should hold stand alone without being kept. */
  add(note: Note): void {
    this.#letters += note.text.length + LETTERS_PER_NOTE;
    if (this.#letters > MOST_LETTERS) return;
    const second = secondOf(note.occurredAt.at);
    const there = this.#bySecond.get(second);
    if (there) there.push(note);
    else this.#bySecond.set(second, [note]);
  }

  /** The long post that a short one is the beginning of; it is then no longer here. */
  takeFor(at: number, beginning: string): Note | null {
    const there = this.#bySecond.get(secondOf(at));
    if (!there) return null;
    // X ends the short form with "…" and an address of the whole.
    const bare = beginning.replace(/\s*(?:…\s*)?(?:https?:\/\/\S+)?\s*$/, '').replace(/…$/, '');
    const index = there.findIndex(({ text }) => bare.length >= Math.min(ENOUGH, text.length) && text.startsWith(bare));
    const [note] = index === -1 ? [] : there.splice(index, 1);
    if (note) this.taken += 1;
    return note ?? null;
  }

  /** Those no post asked for. */
  rest(): Note[] {
    return [...this.#bySecond.values()].flat();
  }
}

const secondOf = (at: number): number => Math.floor(at / 1000);

const linkOf = (url: JsonObject): JsonObject => ({
  url: textIn(url, 'shortUrl') || textIn(url, 'url'),
  expanded: textIn(url, 'expandedUrl') || textIn(url, 'expanded'),
});
