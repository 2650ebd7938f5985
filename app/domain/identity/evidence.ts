/** What speaks for two being one person, and what against: each a sentence, the reasons with a strength. */
import type { Platform } from '../activity';
import { clashingPlatform, plainHandle } from './accounts';
import { domainName, isDeskAddress, localPart } from './addresses';
import { likeness, plainWord, writtenTogether, type NameLikeness } from './names';
import type { Traits } from './traits';

/** Shorter handles are taken by somebody on every platform. */
const TELLING_HANDLE = 5;

/** `because` says it to the user; `strength` is how likely it would be right if there were nothing else, 0 to 1. */
export interface Reason {
  because: string;
  strength: number;
  /** A name alone never makes a suggestion: at least one reason must be something else. */
  isName: boolean;
}

export interface Evidence {
  reasons: Reason[];
  /** Sentences, each with what it leaves of the certainty. */
  against: { because: string; leaves: number }[];
}

/** What only the store can tell of a pair. */
export interface Surroundings {
  /** How many people and profiles bear the name. */
  bearers: number;
  /** A group that both are in; null where there is none or nobody looked. */
  group: string | null;
}

const reason = (because: string, strength: number, isName = false): Reason => ({ because, strength, isName });

const ORDER: readonly NameLikeness[] = ['same', 'close', 'first', 'unknown', 'different'];

/** The likest of all names on both sides. */
export function namesOf(a: Traits, b: Traits): NameLikeness {
  const found = a.names.flatMap((one) => b.names.map((other) => likeness(one, other)));
  return ORDER.find((like) => found.includes(like)) ?? 'unknown';
}

/** Weighs two sides against each other. */
export function evidenceOf(a: Traits, b: Traits, { bearers, group }: Surroundings): Evidence {
  const names = namesOf(a, b);
  const named = names === 'same' || names === 'close';
  const handles = handleReasons(a, b, named);
  const reasons = [
    ...addressReasons(a, b),
    ...linkReasons(a, b, names !== 'different'),
    ...handles,
    ...nameReasons(names, bearers),
    ...(named || names === 'first' ? writtenReasons(a, b, named) : []),
    ...(named ? workReasons(a, b) : []),
    ...(named && group !== null ? [reason(`Both are in “${group}”.`, 0.4)] : []),
  ];
  // Who carries the name in their handle may call themselves something else above it.
  const clash = names === 'different' && madeOfName(a, b) === undefined && madeOfName(b, a) === undefined;
  return { reasons, against: againstOf(a, b, clash) };
}

function shared<Value>(a: ReadonlySet<Value>, b: ReadonlySet<Value>): Value | undefined {
  return [...a].find((one) => b.has(one));
}

function addressReasons(a: Traits, b: Traits): Reason[] {
  const address = shared(a.addresses, b.addresses);
  const number = shared(a.numbers, b.numbers);
  const desk = address !== undefined && isDeskAddress(address);
  return [
    ...(address === undefined ? [] : [desk ? reason(`Both use ${address}, which may be shared.`, 0.5) : reason(`Both use ${address}.`, 0.95)]),
    ...(number === undefined ? [] : [reason(`Both use ${number}.`, 0.95)]),
  ];
}

function linkReasons(a: Traits, b: Traits, mayBe: boolean): Reason[] {
  const [there, here] = [shared(a.linked, b.accounts), shared(b.linked, a.accounts)];
  const site = shared(a.sites, b.sites);
  if (there !== undefined && here !== undefined) return [reason('They link to each other.', 0.97)];
  const linked = there ?? here;
  if (linked !== undefined) return [reason(`One links to the other’s profile, @${linked.split(':')[1] ?? ''}.`, 0.9)];
  // Colleagues link to one page.
  return site !== undefined && mayBe ? [reason(`Both link to ${site}.`, 0.5)] : [];
}

const joined = (handle: string) => plainWord(handle.split('@')[0] ?? '');
const written = (side: Traits) => side.names.map(writtenTogether);

function handleReasons(a: Traits, b: Traits, named: boolean): Reason[] {
  const same = [...a.handles].find((handle) => handle.length >= TELLING_HANDLE && !/^\d+$/.test(handle) && b.handles.has(handle));
  if (same !== undefined) {
    // Everybody of a name would take it for a handle.
    const isTheirName = [...written(a), ...written(b)].some(({ whole }) => whole.includes(joined(same)));
    return [reason(`Both are called @${same}.`, isTheirName ? 0.65 : 0.8)];
  }
  const made = madeOfName(a, b) ?? madeOfName(b, a);
  if (made === undefined) return [];
  return [reason(`@${made} is the name of the other, written together.`, named ? 0.25 : 0.45)];
}

/** Makes everybody's handle of their name by itself, so that it says no more than the name. */
const MAKES_HANDLES: Platform = 'linkedin';

/** A handle of one that is the other's whole name; on one platform, two of a name have such handles both. */
function madeOfName(of: Traits, other: Traits): string | undefined {
  const platforms = new Set(other.at.map(({ platform }) => platform));
  const whole = written(other).flatMap((one) => one.whole);
  return of.at
    .filter(({ platform }) => platform !== MAKES_HANDLES && !platforms.has(platform))
    .flatMap(({ kind, key, handle }) => handle ?? (kind === 'handle' ? key : []))
    .map(plainHandle)
    .find((handle) => whole.includes(joined(handle)));
}

/** More than two of a name: it is a common one here. */
const COMMON = 2;

function nameReasons(names: NameLikeness, bearers: number): Reason[] {
  if (names === 'same' && bearers > COMMON) return [reason(`Same name, which ${bearers} have here.`, 0.25, true)];
  if (names === 'same') return [reason('Same name.', 0.5, true)];
  if (names === 'close') return [reason('Nearly the same name.', 0.35, true)];
  return names === 'first' ? [reason('Same first name.', 0.1, true)] : [];
}

/** The name in an address: one side writes from it, the other bears the name. */
function writtenReasons(a: Traits, b: Traits, named: boolean): Reason[] {
  for (const [from, to] of [[a, b], [b, a]] as const) {
    const parts = [...from.addresses].filter((address) => !to.addresses.has(address) && !isDeskAddress(address));
    const other = written(to);
    const whole = parts.find((address) => other.some((one) => one.whole.includes(plainWord(localPart(address)))));
    if (whole !== undefined) return [reason(`${whole} carries the name.`, 0.45)];
    const short = parts.find((address) => other.some((one) => one.short.includes(plainWord(localPart(address)))));
    if (short !== undefined && named) return [reason(`${short} carries the name, shortened.`, 0.3)];
  }
  return [];
}

function workReasons(a: Traits, b: Traits): Reason[] {
  const company = [...a.companies].find(([plain]) => b.companies.has(plain));
  const title = [...a.titles].find(([plain]) => b.titles.has(plain));
  const domain = company ? undefined : (worksAt(a, b) ?? worksAt(b, a));
  return [
    ...(company ? [reason(`Both work at ${company[1].replace(/\.$/, '')}.`, 0.5)] : []),
    ...(title ? [reason(`Both are “${title[1]}”.`, 0.3)] : []),
    ...(domain ? [reason(`${domain.address} belongs to ${domain.company}, where the other works.`, 0.45)] : []),
  ];
}

function worksAt(from: Traits, to: Traits): { address: string; company: string } | undefined {
  for (const address of from.addresses) {
    const name = plainWord(domainName(address) ?? '');
    const company = name === '' ? undefined : [...to.companies].find(([plain]) => plain.replaceAll(' ', '') === name);
    if (company) return { address, company: company[1] };
  }
  return undefined;
}

const PLATFORM_NAMES: Partial<Record<Platform, string>> = {
  linkedin: 'LinkedIn', x: 'X', youtube: 'YouTube', tiktok: 'TikTok', whatsapp: 'WhatsApp',
};
const nameOf = (platform: Platform) => PLATFORM_NAMES[platform] ?? platform.slice(0, 1).toUpperCase() + platform.slice(1);

function againstOf(a: Traits, b: Traits, namesClash: boolean): Evidence['against'] {
  const platform = clashingPlatform(a.at, b.at);
  const [here, there] = [[...a.companies.values()][0], [...b.companies.values()][0]];
  const elsewhere = here !== undefined && there !== undefined && ![...a.companies.keys()].some((plain) => b.companies.has(plain));
  return [
    ...(platform ? [{ because: `Two accounts on ${nameOf(platform)}, which few people have.`, leaves: 0.6 }] : []),
    ...(namesClash ? [{ because: 'They go by different names.', leaves: 0.6 }] : []),
    ...(elsewhere ? [{ because: `One works at ${here}, the other at ${there}.`, leaves: 0.85 }] : []),
  ];
}
