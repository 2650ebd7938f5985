/** Followers and the other lists of accounts, the address book, likes: entries without a date. */
import type { CanonicalRecord, IdentityRecord, IdentityRef, RelationKind } from '../../domain/activity';
import { isObject, fieldsIn, textIn, textsIn } from '../reading/json-fields';
import { phoneKey } from '../reading/phone';
import { leftOut, rejected } from '../reading/records';
import { byId, isUserId } from './people';
import { TWICE, WHO_IS_ME } from './reading';
import type { PartReader, Reading } from './reading';
import { postText } from './text';

/** What an entry of each list is wrapped in, and the relation it means. */
export const LISTS = {
  followers: { wrapper: 'follower', relation: 'follower' },
  following: { wrapper: 'following', relation: 'following' },
  blocked: { wrapper: 'blocking', relation: 'blocked' },
  muted: { wrapper: 'muting', relation: 'muted' },
} as const satisfies Record<string, { wrapper: string; relation: RelationKind }>;

export class RelationReader implements PartReader {
  constructor(private readonly reading: Reading, private readonly list: keyof typeof LISTS) {}

  read(entry: unknown, file: string): CanonicalRecord[] {
    const { wrapper, relation } = LISTS[this.list];
    const row = isObject(entry) ? (isObject(entry[wrapper]) ? entry[wrapper] : entry) : {};
    const id = textIn(row, 'accountId') || (/[?&]user_id=(\d+)/.exec(textIn(row, 'userLink'))?.[1] ?? '');
    if (!isUserId(id)) return [rejected(file, null, 'This account has no id that can be read.', textIn(row, 'accountId') || textIn(row, 'userLink'))];
    if (!this.reading.isFirst(relation, id)) return [leftOut(file, TWICE)];
    const identity = byId(id);
    return [...this.reading.introduce([identity]), { record: 'relation', identity, kind: relation, since: null, sinceBasis: 'first_seen' }];
  }
}

const EMAIL = /^[^\s@,;<>]{1,64}@[^\s@,;<>]{1,190}\.[^\s@,;<>.]{2,}$/;
/** Addresses and numbers per card; more is filler. */
const MOST_PER_CARD = 20;

/**
 * contact.js: the address book the user once let X copy, without names. Its ids are X's own numbers for cards, not
 * accounts. The addresses become identities, which join what else is known of them, and no contacts by themselves.
 */
export class ContactReader implements PartReader {
  constructor(private readonly reading: Reading) {}

  read(entry: unknown, file: string): CanonicalRecord[] {
    const card = isObject(entry) ? (isObject(entry['contact']) ? entry['contact'] : entry) : {};
    const emails = textsIn(card, 'emails').map((email) => email.trim().toLowerCase()).filter((email) => EMAIL.test(email));
    const written = textsIn(card, 'phoneNumbers');
    const phones = written.map((phone) => phoneKey(phone)).filter((phone) => phone !== '');
    const identities = [...emails.map(emailRecord), ...phones.map(phoneRecord)].slice(0, MOST_PER_CARD);
    const left = phones.length < written.length ? [leftOut(file, 'Phone numbers without the code of their country.', written.length - phones.length)] : [];
    if (identities.length === 0) return left.length > 0 ? left : [rejected(file, null, 'This card has no address that can be read.')];
    const refs = identities.map(({ platform, kind, key, scope }): IdentityRef => ({ platform, kind, key, scope }));
    const isNew = this.reading.isFirst('card', refs.map(({ key }) => key).sort().join(' '));
    if (!isNew) return [leftOut(file, TWICE), ...left];
    return [...identities, ...(refs.length > 1 ? [{ record: 'same_person' as const, identities: refs }] : []), ...left];
  }
}

const emailRecord = (email: string): IdentityRecord => ({
  record: 'identity', platform: 'email', kind: 'email', key: email, scope: '', email, evidence: 'export',
});
const phoneRecord = (phone: string): IdentityRecord => ({
  record: 'identity', platform: 'vcard', kind: 'phone', key: phone, scope: '', phone, evidence: 'export',
});

/** like.js: no date, and no author but where the user also answered the post. */
export class LikeReader implements PartReader {
  constructor(private readonly reading: Reading) {}

  read(entry: unknown, file: string): CanonicalRecord[] {
    const like = isObject(entry) ? fieldsIn(entry, 'like') : {};
    const id = textIn(like, 'tweetId') || (isObject(entry) ? textIn(entry, 'tweetId') : '');
    if (!isUserId(id)) return [rejected(file, null, 'This like has no id that can be read.', textIn(like, 'fullText'))];
    if (!this.reading.isFirst('like', id)) return [leftOut(file, TWICE)];
    const { self, people } = this.reading;
    if (!self) return [leftOut(file, WHO_IS_ME)];
    const author = people.authorOf(id);
    const liked = author === null || this.reading.isOwn(author) ? [] : [byId(author)];
    const text = postText(textIn(like, 'fullText'), []);
    return [
      ...this.reading.introduce([self, ...liked]),
      {
        record: 'interaction',
        kind: 'like',
        externalId: id,
        idBasis: 'native',
        direction: 'out',
        actor: self,
        targets: liked.map((identity) => ({ identity, role: 'to' })),
        occurredAt: null,
        ...(text === '' ? {} : { text, textFormat: 'plain' }),
        url: `https://x.com/i/web/status/${id}`,
      },
    ];
  }
}
