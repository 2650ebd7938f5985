/** All presets. A table is the first one's that it fits, so those with the most particular headings come first. */
import type { TableShape } from '../../csv/header';
import type { Meaning } from '../meanings';
import { GOOGLE_NEW, GOOGLE_OLD, HUBSPOT, OUTLOOK } from './address-books';
import { ACTIVECAMPAIGN, BREVO, GHOST, KIT, MAILCHIMP, SUBSTACK_DASHBOARD, SUBSTACK_LIST, SYSTEME_IO } from './newsletters';
import type { Preset } from './preset';

export type { Preset } from './preset';

export const NEWSLETTERS: readonly Preset[] = [SUBSTACK_LIST, SUBSTACK_DASHBOARD, MAILCHIMP, KIT, GHOST, BREVO, ACTIVECAMPAIGN, SYSTEME_IO];

export const ADDRESS_BOOKS: readonly Preset[] = [HUBSPOT, GOOGLE_OLD, GOOGLE_NEW, OUTLOOK];

const PRESETS: readonly Preset[] = [...NEWSLETTERS, ...ADDRESS_BOOKS];

/** For finding a table's header. */
export const PRESET_SHAPES: readonly TableShape[] = PRESETS.flatMap(({ key, known }) => known.map((required) => ({ kind: key, required })));

export const presetOf = (key: string): Preset | null => PRESETS.find((preset) => preset.key === key) ?? null;

/** What a preset takes a column for; null for one that it doesn't know. */
export function presetMeaning(preset: Preset, column: string): Meaning | null {
  if (Object.hasOwn(preset.columns, column)) return preset.columns[column] ?? null;
  return preset.patterns?.find(([heading]) => heading.test(column))?.[1] ?? null;
}
