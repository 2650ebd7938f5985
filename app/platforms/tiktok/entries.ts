/** One entry of TikTok's lists as records. */
import type { CanonicalRecord, IdentityRef, InteractionRecord, RelationKind, StatedTime } from '../../domain/activity';
import type { Own } from '../contract';
import { cleanText } from '../reading/clean-text';
import { Introduced } from '../reading/introduced';
import type { JsonObject } from '../reading/json-fields';
import { namedPerson } from '../reading/names';
import { hashOf, OrdinalCounter } from '../reading/ordinals';
import { rejected } from '../reading/records';
import type { LeftOutTally } from '../reading/tally';
import { anyTextAt } from './layout';
import type { Entry } from './layout';
import { handleKey, identityRecord, parseTime, tiktokIdentity } from './people';

const RELATIONS: Readonly<Record<string, RelationKind>> = { followers: 'follower', following: 'following', blocked: 'blocked' };

const NO_NAME = 'This entry names nobody.';
const NO_DATE = 'This entry has no date that can be read.';
const NO_VIDEO = 'Likes that name no video.';
const EMPTY = 'Messages and comments with nothing in them: shared videos, for example, which TikTok leaves away.';

export class TiktokEntries {
  readonly #ordinals = new OrdinalCounter();
  readonly #introduced = new Introduced();
  readonly #self: IdentityRef;
  readonly #ownKeys: ReadonlySet<string>;
  readonly #ownKey: string;

  constructor(own: Own) {
    this.#self = own.identities[0] ?? namedPerson('tiktok', own.displayName || 'me', 'owner');
    this.#ownKeys = new Set(own.identities.map(({ key }) => key));
    this.#ownKey = own.identities[0]?.key ?? '';
  }

  read(entry: Entry, file: string, tally: LeftOutTally): CanonicalRecord[] {
    if ('problem' in entry) return [rejected(file, null, entry.problem)];
    if ('owner' in entry) return [];
    if ('unknown' in entry) {
      tally.add(`Entries of “${entry.unknown}”, which say nothing about people.`);
      return [];
    }
    const { list, heading, value } = entry;
    const relation = RELATIONS[list];
    if (relation) return this.relation(relation, anyTextAt(value, 'username'), anyTextAt(value, 'date'), file);
    const occurredAt = parseTime(anyTextAt(value, 'date'));
    if (occurredAt === null) return [rejected(file, null, NO_DATE, anyTextAt(value, 'date').slice(0, 40))];
    if (list === 'messages') return this.#message(heading, value, occurredAt, { file, tally });
    return list === 'comments' ? this.#comment(value, occurredAt, tally) : this.#like(value, occurredAt, tally);
  }

  relation(kind: RelationKind, name: string, date: string, file: string): CanonicalRecord[] {
    const key = handleKey(name);
    if (key === '') return [rejected(file, null, NO_NAME, name.slice(0, 80))];
    const since = parseTime(date);
    return [...this.#person(key, name), { record: 'relation', identity: tiktokIdentity(key), kind, since, sinceBasis: since ? 'stated' : 'first_seen' }];
  }

  /** The heading names the other one; FROM tells who of the two wrote. */
  #message(heading: string, value: JsonObject, occurredAt: StatedTime, { file, tally }: { file: string; tally: LeftOutTally }): CanonicalRecord[] {
    const partnerName = heading.replace(/^.*?\bwith\s+/i, '').replace(/\s*:+\s*$/, '');
    const partner = handleKey(partnerName);
    const from = handleKey(anyTextAt(value, 'from'));
    if (partner === '' || from === '') return [rejected(file, null, NO_NAME, heading.slice(0, 80))];
    const { text } = cleanText(anyTextAt(value, 'content'), false);
    if (text === '') {
      tally.add(EMPTY);
      return [];
    }
    const isOwn = from !== partner;
    const other = tiktokIdentity(partner);
    const conversation = `with ${partner}`;
    const message: InteractionRecord = {
      record: 'interaction', kind: 'message',
      externalId: this.#ordinals.idOf(['tiktok', this.#ownKey, conversation, occurredAt.at, isOwn ? this.#ownKey : partner, text]),
      idBasis: 'hash', direction: isOwn ? 'out' : 'in',
      actor: isOwn ? this.#self : other, targets: [{ identity: isOwn ? other : this.#self, role: 'to' }],
      occurredAt, text, textFormat: 'plain', conversationExternalId: conversation,
    };
    return [...this.#person(partner, partnerName), ...this.#conversation(conversation, other), message];
  }

  #conversation(externalId: string, other: IdentityRef): CanonicalRecord[] {
    if (!this.#introduced.isNew(externalId)) return [];
    return [{ record: 'conversation', externalId, kind: 'dm', participants: [this.#self, other] }];
  }

  /** TikTok says what, when and perhaps where, never to whom. */
  #comment(value: JsonObject, occurredAt: StatedTime, tally: LeftOutTally): CanonicalRecord[] {
    const { text } = cleanText(anyTextAt(value, 'comment'), false);
    if (text === '') {
      tally.add(EMPTY);
      return [];
    }
    const externalId = this.#ordinals.idOf(['tiktok', this.#ownKey, 'comment', occurredAt.at, text]);
    return [this.#outgoing({ kind: 'comment', externalId, idBasis: 'hash', occurredAt, text, textFormat: 'plain', ...urlOf(anyTextAt(value, 'url')) })];
  }

  #like(value: JsonObject, occurredAt: StatedTime, tally: LeftOutTally): CanonicalRecord[] {
    const where = urlOf(anyTextAt(value, 'link', 'videolink'));
    if (!where.url) {
      tally.add(NO_VIDEO);
      return [];
    }
    return [this.#outgoing({ kind: 'like', externalId: hashOf(['tiktok', this.#ownKey, 'like', where.url]), idBasis: 'hash', occurredAt, ...where })];
  }

  #outgoing(details: Pick<InteractionRecord, 'kind' | 'externalId' | 'idBasis' | 'occurredAt'> & Partial<InteractionRecord>): InteractionRecord {
    return { record: 'interaction', direction: 'out', actor: this.#self, targets: [], ...details };
  }

  #person(key: string, written: string): CanonicalRecord[] {
    if (this.#ownKeys.has(key) || !this.#introduced.isNewIdentity(tiktokIdentity(key))) return [];
    return [identityRecord(key, written)];
  }
}

/** The address of a video, put together from its number: what stands in an archive leads anywhere. */
function urlOf(written: string): { url?: string } {
  const id = /^https:\/\/(?:www\.)?tiktok(?:v)?\.com\/(?:share\/video|@[\w.]{1,60}\/video)\/(\d{5,25})\/?/.exec(written)?.[1];
  return id === undefined ? {} : { url: `https://www.tiktokv.com/share/video/${id}/` };
}
