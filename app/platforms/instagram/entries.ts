/**
 * One entry of Instagram's lists, whatever the layout: `string_list_data` (2021 on), `string_map_data` with keys in the
 * user's language, `label_values` (2025 on), or a block of a page.
 */
import type { StatedTime } from '../../domain/activity';
import { elementsOf, find, findAll, textOf } from '../meta/page';
import type { PageElement } from '../meta/page';
import type { PageBlock } from '../meta/page-blocks';
import { pageTime } from '../meta/message-html';
import { dict, list, sampleOf, text, unixTime } from '../meta/shapes';

export interface EntryString {
  href: string;
  value: string;
  at: StatedTime | null;
}

export interface EntryField {
  /** In the user's language. */
  label: string;
  value: string;
}

export interface Entry {
  title: string;
  strings: EntryString[];
  fields: EntryField[];
  /** Of the whole entry, where it has one besides those of its strings. */
  at: StatedTime | null;
  /** Made on demand: hardly any entry is shown. */
  sample: () => string;
}

/** Labels in labels; real ones go three deep. */
const MOST_DEPTH = 8;

/** @returns null for what is no entry */
export function entryOfJson(value: unknown): Entry | null {
  const item = dict(value);
  if (!item) return null;
  const strings = list(item.string_list_data).flatMap((one) => {
    const string = dict(one);
    return string ? [{ href: text(string.href), value: text(string.value), at: unixTime(string.timestamp) }] : [];
  });
  const mapped = Object.entries(dict(item.string_map_data) ?? {}).flatMap(([label, one]) => {
    const field = dict(one);
    return field ? [{ label, value: text(field.value) || text(field.href), at: unixTime(field.timestamp) }] : [];
  });
  const fields = [...mapped.map(({ label, value: written }) => ({ label, value: written })), ...labelValues(item.label_values, 0)];
  if (strings.length === 0 && fields.length === 0 && text(item.title) === '') return null;
  const at = unixTime(item.timestamp) ?? mapped.find((field) => field.at !== null)?.at ?? null;
  return { title: text(item.title), strings, fields: fields.filter((field) => field.value !== ''), at, sample: () => sampleOf(value) };
}

/** `{"label":…,"value":…}`, nested in `dict` under titles; flat, in order. */
function labelValues(value: unknown, depth: number): EntryField[] {
  if (depth > MOST_DEPTH) return [];
  return list(value).flatMap((one) => {
    const field = dict(one);
    if (!field) return [];
    const own = text(field.label) === '' && text(field.value) === '' ? [] : [{ label: text(field.label), value: text(field.value) || text(field.href) }];
    return [...own, ...labelValues(field.dict, depth + 1)];
  });
}

/** @param zone IANA name: pages give local times */
export function entryOfBlock({ element, date }: PageBlock, zone: string): Entry {
  const at = pageTime(date, zone);
  const anchors = findAll(element, ['a']).filter(({ href }) => /^https?:/i.test(href));
  const heading = find(element, ({ tag }) => /^h[1-6]$/.test(tag));
  const lines = textOf(element).split('\n');
  const first = heading ? textOf(heading) : anchors.length === 0 ? lines[0] ?? '' : '';
  const strings = anchors.map((anchor) => {
    const shown = textOf(anchor);
    return { href: anchor.href, value: /^https?:/i.test(shown) ? '' : shown, at };
  });
  return {
    title: first === date ? '' : first,
    strings: strings.length > 0 ? strings : [{ href: '', value: '', at }],
    fields: fieldsOf(element).filter((field) => field.value !== date),
    at,
    sample: () => lines.join(' ').slice(0, 200),
  };
}

/** The labelled values of a page or a part of it. */
export const fieldsOf = (element: PageElement): EntryField[] => findAll(element, ['tr']).flatMap(fieldOfRow).filter((field) => field.value !== '');

/** `<td>Time</td><td>…</td>`, or one cell with the label and the value in a `div`. */
function fieldOfRow(row: PageElement): EntryField[] {
  const [label, value] = elementsOf(row).filter(({ tag }) => tag === 'td');
  if (!label) return [];
  if (value) return [{ label: textOf(label), value: textOf(value) }];
  return [{ label: textOf(label, ['div']), value: elementsOf(label).map((part) => textOf(part)).join('\n') }];
}
