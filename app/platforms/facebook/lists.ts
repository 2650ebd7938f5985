/** Lists of people on Facebook: a name and a date, and nothing else to tell two people of one name apart by. */
import type { IdentityRecord, RelationRecord, StatedTime } from '../../domain/activity';
import { isGone } from '../meta/gone';
import { textOf } from '../meta/page';
import type { PageBlock } from '../meta/page-blocks';
import { pageTime } from '../meta/message-html';
import { plainName } from '../meta/plain-text';
import { dict, list, text, unixTime } from '../meta/shapes';
import { nameKey } from '../reading/names';
import { LISTS } from './known-files';
import type { PartKind } from './known-files';

export interface ListedPerson {
  name: string;
  since: StatedTime | null;
}

/** `{"name":"Anna B","timestamp":1700000000}`, or a name among labels in the user's language (2025 on). */
export function personOfJson(value: unknown): ListedPerson | null {
  const row = dict(value);
  const labelled = list(row?.label_values).map((one) => text(dict(one)?.value)).find((one) => one !== '' && !/^https?:/i.test(one));
  const name = plainName(text(row?.name) || text(row?.title) || (labelled ?? ''));
  return name === '' ? null : { name, since: unixTime(row?.timestamp) };
}

/** @param zone IANA name: pages give local times */
export function personOfBlock({ element, date }: PageBlock, zone: string): ListedPerson | null {
  const name = plainName(textOf(element).split('\n')[0] ?? '');
  return name === '' || name === date ? null : { name, since: pageTime(date, zone) };
}

/** The person with the relation. The date in the scope keeps namesakes apart, in every export alike. */
export function relationRecords(kind: PartKind, { name, since }: ListedPerson): [] | [IdentityRecord, RelationRecord] {
  const meaning = LISTS[kind];
  if (!meaning) return [];
  const scope = since === null ? meaning.scope : `${meaning.scope} ${new Date(since.at).toISOString().slice(0, 19)}`;
  const identity: IdentityRecord = {
    record: 'identity',
    platform: 'facebook',
    kind: 'name',
    key: nameKey(name),
    scope,
    displayName: name,
    evidence: 'export',
    ...(isGone(name) ? { gone: true } : {}),
  };
  const { platform, key } = identity;
  return [
    identity,
    { record: 'relation', identity: { platform, kind: 'name', key, scope }, kind: meaning.relation, since, sinceBasis: since === null ? 'first_seen' : 'stated' },
  ];
}
