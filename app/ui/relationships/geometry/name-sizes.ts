/** Which names fit on the plot, for three widths of it; the stylesheet shows the one that belongs to the window. */
import { firstName } from '../../../domain/contacts/names';
import type { Plot } from '../types';
import { labelWidth, placeLabels, type Box, type LabelWish, type PlacedLabel } from './labels';

export interface NameSize {
  name: 'wide' | 'medium' | 'narrow';
  /** The smallest field of this size, in px: what lies apart here lies further apart on any wider one. */
  width: number;
  height: number;
  most: number;
}

/** The widths stand in styles/relationships.css too. */
export const NAME_SIZES: readonly NameSize[] = [
  { name: 'wide', width: 640, height: 464, most: 14 },
  { name: 'medium', width: 420, height: 464, most: 10 },
  { name: 'narrow', width: 250, height: 340, most: 6 },
];

/** Longer names are cut. */
const MOST_CHARACTERS = 16;

/** The quarters' names, in the corners of the field; the right ones begin at 60 of health. */
function quarterNames({ width, height }: NameSize): Box[] {
  const right = 0.6 * width;
  return [
    { left: 0, right: 124, top: 0, bottom: 28 },
    { left: right, right: right + 90, top: 0, bottom: 28 },
    { left: 0, right: 70, top: height - 30, bottom: height },
    { left: right, right: right + 80, top: height - 30, bottom: height },
  ];
}

/** The name as it stands on the plot. */
export function plotName(name: string): string {
  const called = [...firstName(name)];
  return called.length > MOST_CHARACTERS ? `${called.slice(0, MOST_CHARACTERS - 1).join('')}…` : called.join('');
}

export interface PlottedName extends PlacedLabel {
  text: string;
}

/** @returns the names that have a place on a field of this size */
export function plottedNames(plot: Plot, size: NameSize): PlottedName[] {
  const { health, tie, healthBefore, named } = plot;
  const x = (person: number) => ((health[person] ?? 0) / 100) * size.width;
  const y = (person: number) => (1 - (tie[person] ?? 0) / 100) * size.height;
  const texts = new Map(named.map((person) => [person, plotName(plot.names[person] ?? '')]));
  const wishes = named.map((person): LabelWish => {
    const [now = 0, before = now] = [health[person], healthBefore[person] ?? undefined];
    return { person, x: x(person), y: y(person), width: labelWidth(texts.get(person) ?? ''), tailRight: before > now };
  });
  const dots: number[] = [];
  for (let person = 0; person < health.length; person += 1) dots.push(x(person), y(person));
  return placeLabels(wishes, { ...size, taken: quarterNames(size), dots }).map((label) => ({ ...label, text: texts.get(label.person) ?? '' }));
}
