/** Friends, requests and blocked people of Discord's package. */
import type { CanonicalRecord, RelationKind } from '../../domain/activity';
import type { Introduced } from '../reading/introduced';
import { textIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';
import { leftOut, rejected } from '../reading/records';
import { discordIdentity, identityRecord, userOf } from './people';
import { parseTime } from './time';

const KINDS: Readonly<Record<string, RelationKind>> = {
  '1': 'friend', FRIEND: 'friend',
  '2': 'blocked', BLOCKED: 'blocked',
  '3': 'request_in', PENDING_INCOMING: 'request_in',
  '4': 'request_out', PENDING_OUTGOING: 'request_out',
};

/** People Discord itself puts near the user are in the list too. */
const OTHER = 'Relations that Discord keeps for itself: people it suggests, or whom you merely wrote with.';

export function relationRecords(row: JsonObject, file: string, introduced: Introduced): CanonicalRecord[] {
  const type = textIn(row, 'type');
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  const person = userOf(row);
  if (!person) return [rejected(file, null, 'This relation names nobody.', textIn(row, 'id').slice(0, 40))];
  if (!kind) return [leftOut(file, OTHER)];
  const identity = discordIdentity(person.id);
  const since = parseTime(textIn(row, 'since'));
  return [
    ...(introduced.isNewIdentity(identity) ? [identityRecord(person)] : []),
    { record: 'relation', identity, kind, since, sinceBasis: since ? 'stated' : 'first_seen' },
  ];
}
