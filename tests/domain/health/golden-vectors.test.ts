/**
 * Every output of the model's reference for 102 contacts, to 1e-9. In the vectors instants of events and `now` are UTC
 * seconds, everything else milliseconds; days are UTC days; an event without a source is of the source "main".
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  explainHealth, foldInteraction, freshState, healthStateSchema, readHealth, rebuildHealth,
  type HealthEvent, type HealthState, type ReadOptions,
} from '../../../app/domain/health';
import { DAY } from '../../../app/lib/dates';

const TOLERANCE = 1e-9;

const direction = z.enum(['in', 'out']);
const numbers = z.record(z.string(), z.number());
const vectorSchema = z.object({
  name: z.string(),
  events: z.array(z.union([z.tuple([z.number(), direction]), z.tuple([z.number(), direction, z.string()])])),
  now: z.number(),
  shuffled: z.boolean().default(false),
  opt: z
    .object({
      coverage: z.record(
        z.string(),
        z.object({
          start: z.number().nullable().default(null),
          end: z.number().nullable().default(null),
          seesIn: z.boolean().default(true),
          seesOut: z.boolean().default(true),
        }),
      ),
      delta: z.object({ two: z.number(), in: z.number(), keep: z.number() }),
    })
    .partial()
    .default({}),
  state: z.looseObject({ src: z.record(z.string(), z.object({ w: z.number(), day: z.number() })) }),
  expect: z.looseObject({
    acc: numbers,
    x: z.array(z.number()),
    band: z.tuple([z.number(), z.number()]).nullable(),
    reasons: z.unknown(),
  }),
});
type Vector = z.infer<typeof vectorSchema>;

const VECTORS = z.array(vectorSchema).parse(JSON.parse(readFileSync(new URL('golden-vectors.json', import.meta.url), 'utf8')));

const utcDay = (at: number) => Math.floor(at / DAY);

function eventsOf(vector: Vector): HealthEvent[] {
  return vector.events.map(([seconds, way, source = 'main']) => ({ at: seconds * 1000, direction: way, source }));
}

/** In the order given, one at a time; where that is no order in time, rebuilt. */
function fold(vector: Vector): HealthState {
  if (vector.shuffled) return rebuildHealth(eventsOf(vector), utcDay);
  return eventsOf(vector).reduce((state, event) => foldInteraction(state, event, utcDay), freshState());
}

function optionsOf({ opt: { coverage, delta } }: Vector): ReadOptions {
  return { coverage, delta: delta && { twoWay: delta.two, inbound: delta.in, kept: delta.keep } };
}

/** Our state in the reference's shape. */
function stateInTheirWords({ sources, ...state }: HealthState) {
  return { ...state, src: Object.fromEntries(sources.map(({ source, weight, day }) => [source, { w: weight, day }])) };
}

/** Our reading in the reference's shape: every one of its outputs. */
function readingInTheirWords(state: HealthState, vector: Vector) {
  const reading = readHealth(state, vector.now * 1000, optionsOf(vector));
  const { odds, rhythm, measures } = reading;
  const { features } = measures;
  const { base, reasons } = explainHealth(reading);
  return {
    readAt: reading.readAt, stale: reading.stale, acc: measures.accumulators,
    x: [features.a7, features.i30, features.o30, features.i365, features.o365, features.silence, features.over],
    eta: odds.logOdds, etaShown: odds.shownLogOdds, ceiling: odds.ceiling,
    pTwoWay: odds.twoWay, pInbound: odds.inbound, pKeep: odds.kept, health: reading.health,
    usualGap: measures.usualGap, usualGapIn: measures.usualGapIn, usualIn: rhythm.usualIn,
    silence: measures.silence, silenceIn: measures.silenceIn, silenceOut: measures.silenceOut,
    overIn: measures.overIn, tau: measures.trend, state: reading.state,
    rhythm: rhythm.known, late: rhythm.late, awaiting: rhythm.awaiting, owed: rhythm.owed,
    grey: rhythm.grey.reached, greyAfter: rhythm.grey.after, greyAt: rhythm.grey.from,
    band: rhythm.band && [rhythm.band.from, rhythm.band.to],
    reasons: { base, terms: reasons },
  };
}

/** Paths and values of every leaf that differs, numbers by more than the tolerance (relative beyond 1). */
function differences(ours: unknown, theirs: unknown, path = ''): string[] {
  if (typeof ours === 'number' && typeof theirs === 'number') {
    return Math.abs(ours - theirs) <= TOLERANCE * Math.max(1, Math.abs(theirs)) ? [] : [`${path}: ${ours}, not ${theirs}`];
  }
  if (typeof ours !== 'object' || typeof theirs !== 'object' || ours === null || theirs === null) {
    return Object.is(ours, theirs) ? [] : [`${path}: ${String(ours)}, not ${String(theirs)}`];
  }
  const left = new Map<string, unknown>(Object.entries(ours));
  const right = new Map<string, unknown>(Object.entries(theirs));
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) => differences(left.get(key), right.get(key), `${path}.${key}`));
}

describe('the golden vectors', () => {
  it('are all there, and a difference would be seen', () => {
    expect(VECTORS).toHaveLength(102);
    expect(differences({ a: [1, 2.000000003] }, { a: [1, 2] })).toHaveLength(1);
    expect(differences({ a: 1 }, { a: 1, b: null })).toHaveLength(1);
  });

  it.each(VECTORS)('$name', (vector) => {
    const state = fold(vector);
    expect(differences(stateInTheirWords(state), vector.state)).toEqual([]);
    expect(differences(readingInTheirWords(state, vector), vector.expect)).toEqual([]);
  });

  it('survive being stored as JSON to the last bit', () => {
    for (const vector of VECTORS) {
      const state = fold(vector);
      expect(healthStateSchema.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
    }
  });
});
