/** Lists of accounts and of liked posts: nothing but addresses, without dates. */
import type { CanonicalRecord, RelationKind } from '../../domain/activity';
import { isObject, textIn } from '../reading/json-fields';
import { leftOut, rejected } from '../reading/records';
import { authorOf, cleanHandle, handleIdentity, personAt } from './people';
import type { Person } from './people';
import { TWICE } from './reading';
import type { Reading } from './reading';
import { firstCell } from './recognise';

/** A line of following_accounts.csv and its like. The line of headings, where there is one, gives nothing. */
export function readListLine(line: unknown, row: number, kind: RelationKind, reading: Reading, file: string): CanonicalRecord[] {
  const written = typeof line === 'string' ? line : '';
  if (written.trim() === '' || (row === 1 && firstCell(written).toLowerCase() === 'account address')) return [];
  const handle = cleanHandle(firstCell(written));
  if (handle === '') return [rejected(file, row, 'This line holds no account.', written)];
  return related({ identity: handleIdentity(handle), handle, isStated: true }, kind, reading, file);
}

/** An entry of followers.json or following.json, which other servers write. */
export function readMember(entry: unknown, kind: RelationKind, reading: Reading, file: string): CanonicalRecord[] {
  const uri = typeof entry === 'string' ? entry : isObject(entry) ? textIn(entry, 'id') : '';
  const person = personAt(uri);
  return person ? related(person, kind, reading, file) : [rejected(file, null, 'This entry holds no account.', uri)];
}

function related(person: Person, kind: RelationKind, reading: Reading, file: string): CanonicalRecord[] {
  if (!reading.isFirst(kind, person.identity.key)) return [leftOut(file, TWICE)];
  return [...reading.introduce([person]), { record: 'relation', identity: person.identity, kind, since: null, sinceBasis: 'first_seen' }];
}

/** Older than Mastodon's own addresses: "tag:o.ex,2017-04-05:objectId=1:objectType=Status". */
const OLD_STATUS = /^tag:[^\s]{1,500}$/;

/** An entry of likes.json: the address of a post, from whose form its author is told where it can be. */
export function readLike(entry: unknown, reading: Reading, file: string): CanonicalRecord[] {
  const uri = typeof entry === 'string' ? entry : isObject(entry) ? textIn(entry, 'id') : '';
  const { self } = reading;
  if (!/^https?:\/\/[^\s]{3,1000}$/i.test(uri) && !OLD_STATUS.test(uri)) return [rejected(file, null, 'This like names no post.', uri)];
  if (!self) return [leftOut(file, 'Likes of an archive that doesn’t tell whose it is.')];
  if (!reading.isFirst('like', uri)) return [leftOut(file, TWICE)];
  const author = authorOf(uri);
  const liked = author && !reading.isOwn(author) ? [author] : [];
  return [
    ...reading.introduceSelf(),
    ...reading.introduce(liked),
    {
      record: 'interaction',
      kind: 'like',
      externalId: uri,
      idBasis: 'native',
      direction: 'out',
      actor: self,
      targets: liked.map(({ identity }) => ({ identity, role: 'to' })),
      occurredAt: null,
    },
  ];
}
