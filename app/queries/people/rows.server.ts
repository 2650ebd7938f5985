/** What a row of People shows of each person, read for a whole page at once. */
import type { Sql } from '../../db/connection.server';
import type { Platform } from '../../domain/activity';
import { firstName } from '../../domain/contacts/names';
import type { Stage } from '../../domain/contacts/stages';
import { waitLabel } from '../../domain/conversations/words';
import type { EncounterKind, HealthStateName, LastTouches } from '../../domain/health';
import type { PulseGeometry } from '../../domain/pulse';
import { fullDay, shortDay } from '../../lib/dates';
import { lastTouches, NO_TOUCHES } from '../person/last-touches.server';
import { pulsesOf } from '../pulses.server';
import { waitingContacts } from '../waiting-contacts.server';

/** Tags in a row; the rest is counted. */
const TAGS_SHOWN = 2;
/** Platforms named beside a name. */
const PLATFORMS_SHOWN = 4;

/** A contact as the list found it, in its order. */
export interface FoundContact {
  id: number;
  publicId: string;
  name: string;
  headline: string | null;
  stage: Stage;
  createdAt: number;
}

export interface PeopleRow {
  publicId: string;
  name: string;
  headline: string | null;
  platforms: Platform[];
  state: HealthStateName | null;
  health: number | null;
  /** "22 Nov", where the sources saw no further; null where the reading is of now. */
  asOf: string | null;
  pulse: PulseGeometry | null;
  /** "You, 12 days" or "Leila, 4 days"; "Met, 3 days" where that came later; "Added, 2 days" before anything. `at` in UTC milliseconds. */
  lastWord: { at: number; text: string; title: string; yourTurn: boolean };
  tags: string[];
  /** Tags that have no room. */
  moreTags: number;
  stage: Stage;
}

export interface RowContext {
  zone: string;
  /** UTC milliseconds. */
  now: number;
}

/** A fixed number of statements, however many rows. */
export function peopleRows(sql: Sql, found: readonly FoundContact[], { zone, now }: RowContext): PeopleRow[] {
  const ids = JSON.stringify(found.map(({ id }) => id));
  const waiting = waitingContacts(sql, found.map(({ id }) => id));
  const pulses = pulsesOf(sql, found.map(({ id }) => id), now, 'row', waiting);
  const platforms = grouped<Platform>(sql, PLATFORMS, ids);
  const tags = grouped<string>(sql, TAGS, ids);
  const touches = lastTouches(sql, found.map(({ id }) => id));
  return found.map((contact) => {
    const { id, publicId, name, headline, stage, createdAt } = contact;
    const pulse = pulses.get(id);
    const named = tags.get(id) ?? [];
    const { at, who } = lastHeard(touches.get(id), pulse?.state.last ?? null, firstName(name)) ?? { at: createdAt, who: 'Added' };
    return {
      publicId, name, headline, stage,
      platforms: (platforms.get(id) ?? []).slice(0, PLATFORMS_SHOWN),
      state: pulse?.reading.state ?? null,
      health: pulse?.reading.health ?? null,
      asOf: pulse?.reading.stale ? shortDay(pulse.reading.readAt, zone, now) : null,
      pulse: pulse?.pulse ?? null,
      lastWord: { at, text: `${who}, ${waitLabel(at, now)}`, title: fullDay(at, zone), yourTurn: waiting.has(id) },
      tags: named.slice(0, TAGS_SHOWN),
      moreTags: Math.max(0, named.length - TAGS_SHOWN),
    };
  });
}

const DEEDS: Record<EncounterKind, string> = { meeting: 'Met', call: 'Talked', purchase: 'Bought', gift: 'Gift' };

/** The last word of either side, or what the two did since; where there were only clicks, that they were in touch. */
function lastHeard(touches: LastTouches | undefined, last: number | null, name: string): { at: number; who: string } | null {
  const { wordIn, wordOut, encounter } = touches ?? NO_TOUCHES;
  const word = Math.max(wordIn ?? -Infinity, wordOut ?? -Infinity);
  if (encounter && encounter.at >= word) return { at: encounter.at, who: DEEDS[encounter.kind] };
  if (Number.isFinite(word)) return { at: word, who: word === wordOut ? 'You' : name };
  return last === null ? null : { at: last, who: 'In touch' };
}

const PLATFORMS = `SELECT DISTINCT contactId AS id, platform AS value FROM Identity
  WHERE contactId IN (SELECT value FROM json_each(?)) AND platform <> 'in_person' ORDER BY contactId, platform`;
const TAGS = `SELECT c.contactId AS id, t.name AS value FROM ContactTag c JOIN Tag t ON t.id = c.tagId
  WHERE c.contactId IN (SELECT value FROM json_each(?)) ORDER BY c.contactId, c.addedAt, t.id`;

function grouped<Value>(sql: Sql, statement: string, ids: string): Map<number, Value[]> {
  const byContact = new Map<number, Value[]>();
  for (const { id, value } of sql.prepare<[string], { id: number; value: Value }>(statement).all(ids)) {
    const values = byContact.get(id);
    if (values) values.push(value);
    else byContact.set(id, [value]);
  }
  return byContact;
}
