/**
 * A community of invented people around somebody who writes letters about making things for a living: years of words on
 * both sides in which every state of health occurs. The same moment and zone always give the same community.
 */
import type { InteractionKind } from '../activity';
import type { Stage } from '../contacts/stages';
import { DAY, HOUR, startOfDay } from '../../lib/dates';
import { audienceOf } from './audience';
import { CAST } from './cast-wider';
import type { CastMember, MainPlace } from './cast';
import { detailsOf } from './details';
import { chanceOf } from './random';
import { Tale } from './tale';

/** Where the sample's people are met. */
export const SAMPLE_PLACES = ['linkedin', 'instagram', 'email', 'in_person'] as const;
export type SamplePlace = (typeof SAMPLE_PLACES)[number];

/** Something said or done between the user and one of the people. */
export interface SampleDeed {
  /** UTC milliseconds. */
  at: number;
  place: SamplePlace;
  kind: Extract<InteractionKind, 'message' | 'email' | 'comment' | 'like' | 'meeting' | 'call' | 'purchase'>;
  by: 'them' | 'you';
  /** Null for a like. */
  text: string | null;
}

export interface SamplePerson {
  /** Unique within the sample. */
  key: string;
  name: string;
  title: string;
  company: string;
  /** Where they write, the main place first. */
  places: MainPlace[];
  /** When they were connected or began to follow, UTC milliseconds. */
  since: number;
  stage: Stage;
  tags: readonly string[];
  howMet: string | null;
  notes: { at: number; text: string }[];
  /** Oldest first. */
  deeds: SampleDeed[];
}

export interface SampleCommunity {
  people: SamplePerson[];
  audience: { key: string; name: string; title: string; place: 'linkedin' | 'instagram'; since: number }[];
}

/** "Amara Okafor" → "amara-okafor" */
function keyOf(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-zıłðøæ]+/gu, '-');
}

function personOf(member: CastMember, now: number, zone: string): SamplePerson {
  const chance = chanceOf(member.name);
  const { stage, tags, howMet, notes } = detailsOf(member, chance);
  const { places, deeds } = new Tale(member, { chance, now, zone, customer: stage === 'customer' }).tell();
  const first = deeds[0]?.at ?? now;
  return {
    key: keyOf(member.name),
    name: member.name,
    title: member.title,
    company: member.company,
    places,
    since: startOfDay(first, zone, -Math.floor(chance.between(0, 20))) + 9 * HOUR,
    stage,
    tags,
    howMet,
    notes: notes.map(({ ago, text }) => ({ at: startOfDay(now - ago * DAY, zone) + 17 * HOUR, text })),
    deeds,
  };
}

/**
 * @param now UTC milliseconds: everything in it lies before
 * @param zone IANA name; people write in its waking hours
 */
export function sampleCommunity(now: number, zone: string): SampleCommunity {
  return {
    people: CAST.map((member) => personOf(member, now, zone)),
    audience: audienceOf(chanceOf('audience')).map(({ ago, ...follower }) => ({ ...follower, since: startOfDay(now - ago * DAY, zone) })),
  };
}
