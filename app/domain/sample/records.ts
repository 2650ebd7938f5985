/** The sample community as canonical records, place by place, so that it comes in through the same pipe as any archive. */
import type { CanonicalRecord, CoverageRecord, IdentityRecord, IdentityRef, InteractionKind, InteractionRecord, RelationRecord } from '../activity';
import type { SampleCommunity, SampleDeed, SamplePerson, SamplePlace } from './community';

/** No platform's key has this scope, so that nobody of the sample is ever taken for somebody real. */
export const SAMPLE_SCOPE = 'kith:sample';

const KIND_OF = { linkedin: 'handle', instagram: 'handle', email: 'email', in_person: 'id' } as const;

const refTo = (place: SamplePlace, key: string): IdentityRef => ({ platform: place, kind: KIND_OF[place], key, scope: SAMPLE_SCOPE });

/** The user themselves, among the invented. */
export function sampleSelf(place: SamplePlace): IdentityRef {
  return refTo(place, 'you');
}

/** What the sample claims to see in a place, from the beginning of its story on. */
export const SAMPLE_SEES: Record<SamplePlace, readonly InteractionKind[]> = {
  linkedin: ['message'], instagram: ['message', 'comment', 'like'], email: ['email'], in_person: ['meeting', 'call', 'purchase'],
};
export const SAMPLE_SIDES: readonly CoverageRecord['direction'][] = ['in', 'out'];

/** "Slow Clay" → "slow-clay.example" */
function domainOf(company: string): string {
  return `${company.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z]+/gu, '-').replaceAll(/^-|-$/gu, '')}.example`;
}

function identityOf({ key, name, title, company }: SamplePerson, place: SamplePlace): IdentityRecord {
  const address = place === 'email' ? `${key.split('-')[0] ?? key}@${domainOf(company)}` : null;
  return {
    ...refTo(place, key), record: 'identity', displayName: name, title, company, evidence: 'export',
    ...(KIND_OF[place] === 'handle' ? { handle: key } : {}),
    ...(address === null ? {} : { email: address }),
  };
}

/** Only people are connected or follow; mail has no such thing. */
function relationOf(place: SamplePlace, key: string, since: number): RelationRecord[] {
  if (place !== 'linkedin' && place !== 'instagram') return [];
  const stated = { at: since, precision: 'day' as const, zone: 'assumed' as const };
  const kind = place === 'linkedin' ? 'connection' : 'follower';
  return [{ record: 'relation', identity: refTo(place, key), kind, since: stated, sinceBasis: 'stated' }];
}

function deedOf(person: SamplePerson, deed: SampleDeed, index: number): InteractionRecord {
  const { at, place, kind, by, text } = deed;
  const [them, you] = [refTo(place, person.key), sampleSelf(place)];
  const [actor, target] = by === 'them' ? [them, you] : [you, them];
  return {
    record: 'interaction', kind, externalId: `${person.key}:${index}`, idBasis: 'native', direction: by === 'them' ? 'in' : 'out',
    actor, targets: [{ identity: target, role: 'to' }],
    occurredAt: { at, precision: 'second', zone: 'utc' },
    ...(text === null ? {} : { text }),
    ...(kind === 'message' || kind === 'email' ? { conversationExternalId: person.key } : {}),
  };
}

function peopleIn(place: SamplePlace, people: readonly SamplePerson[]): SamplePerson[] {
  return people.filter(({ places, deeds }) => places.some((one) => one === place) || deeds.some((deed) => deed.place === place));
}

/** Who is in a place, by name: comes first, so that somebody known from another place can be recognised. */
export function sampleIdentities({ people, audience }: SampleCommunity, place: SamplePlace): CanonicalRecord[] {
  const silent = audience.filter((follower) => follower.place === place);
  return [
    ...peopleIn(place, people).flatMap((person) => [identityOf(person, place), ...relationOf(place, person.key, person.since)]),
    ...silent.flatMap(({ key, name, title, since }): CanonicalRecord[] => [
      { ...refTo(place, key), record: 'identity', displayName: name, title, handle: key, evidence: 'export' },
      ...relationOf(place, key, since),
    ]),
  ];
}

/** What was said and done in a place. */
export function sampleDeeds({ people }: SampleCommunity, place: SamplePlace): CanonicalRecord[] {
  return peopleIn(place, people).flatMap((person): CanonicalRecord[] => {
    const deeds = person.deeds.flatMap((deed, index) => (deed.place === place ? [deedOf(person, deed, index)] : []));
    if (!deeds.some(({ conversationExternalId }) => conversationExternalId !== undefined)) return deeds;
    const kind = place === 'email' ? 'email_thread' : 'dm';
    return [{ record: 'conversation', externalId: person.key, kind, participants: [refTo(place, person.key), sampleSelf(place)] }, ...deeds];
  });
}
