/** The columns of thousands of people as a few texts: on the way to the browser each number of its own costs ten times as much. */

/** The same index is the same person. Numbers are whole; null where there was nothing to read. */
export interface PlotColumnsOfPeople {
  ids: readonly string[];
  names: readonly string[];
  health: readonly number[];
  tie: readonly number[];
  state: readonly number[];
  healthBefore: readonly (number | null)[];
  tieBefore: readonly (number | null)[];
  named: readonly number[];
}

export type PackedColumns = Record<keyof PlotColumnsOfPeople, string>;

/** Stands in no id and in no number; in names it is replaced. */
const BETWEEN = ',';
/** A control character, which no name keeps. */
const BETWEEN_NAMES = '\n';

const numbers = (column: readonly (number | null)[]) => column.map((value) => value ?? '').join(BETWEEN);

export function packColumns(columns: PlotColumnsOfPeople): PackedColumns {
  return {
    ids: columns.ids.join(BETWEEN),
    names: columns.names.map((name) => name.replaceAll(BETWEEN_NAMES, ' ')).join(BETWEEN_NAMES),
    health: numbers(columns.health),
    tie: numbers(columns.tie),
    state: numbers(columns.state),
    healthBefore: numbers(columns.healthBefore),
    tieBefore: numbers(columns.tieBefore),
    named: numbers(columns.named),
  };
}

const split = (text: string, between = BETWEEN) => text.split(between);
const maybe = (text: string) => split(text).map((value) => (value === '' ? null : Number(value)));
const whole = (text: string) => (text === '' ? [] : split(text).map(Number));

export function unpackColumns(packed: PackedColumns): PlotColumnsOfPeople {
  const nobody = packed.ids === '';
  return {
    ids: nobody ? [] : split(packed.ids),
    names: nobody ? [] : split(packed.names, BETWEEN_NAMES),
    health: whole(packed.health),
    tie: whole(packed.tie),
    state: whole(packed.state),
    healthBefore: nobody ? [] : maybe(packed.healthBefore),
    tieBefore: nobody ? [] : maybe(packed.tieBefore),
    named: whole(packed.named),
  };
}
