/**
 * What whole tables tell about how they are written: the order of their dates, where one row decides for all the others
 * of its column, and the country that phone numbers without one are dialled from.
 */
import type { CountryCode } from 'libphonenumber-js';
import type { DateOrder } from '../../domain/imports/questions';
import { orderToldBy, readDate } from '../csv/dates';
import { TableRow } from '../csv/table';
import { HomeCountry } from '../vcard/phones';
import { phonesIn } from './addresses';
import { plainCell } from './cells';
import { isDated } from './columns';
import type { Column } from './columns';
import { rowsOf } from './tables';
import type { PeopleTable } from './tables';

/** Dates shown to the user, as they are written. */
const EXAMPLES = 4;

type Order = Exclude<DateOrder, 'year_first'>;

export interface Survey {
  /** By column; null where its dates tell nothing, or tell both. Columns in which order plays no part are absent. */
  orders: Map<number, Order | null>;
  /** Dates that can be read in two ways. */
  ambiguous: string[];
  /** Times without a zone. */
  zoneless: string[];
  /** The latest day on which the list can be seen to have grown or been used, UTC milliseconds; null where nothing tells. */
  latest: number | null;
  home: CountryCode | null;
}

/** Reads the tables through once. `columns` are those of each table. */
export async function surveyTables(tables: readonly { table: PeopleTable; columns: readonly Column[] }[]): Promise<Survey> {
  const survey: Survey = { orders: new Map(), ambiguous: [], zoneless: [], latest: null, home: null };
  const told = new Map<number, Set<Order>>();
  const home = new HomeCountry();
  for (const { table, columns } of tables) {
    const dated = columns.filter(isDated);
    const phones = columns.filter(({ kind }) => kind === 'phone');
    if (dated.length + phones.length === 0) continue;
    for await (const { rows } of rowsOf(table)) {
      for (const row of rows) {
        if (!(row instanceof TableRow)) continue;
        for (const column of dated) noteDate(survey, told, column, plainCell(row.cells[column.index] ?? ''));
        for (const { index } of phones) for (const phone of phonesIn(plainCell(row.cells[index] ?? ''))) home.note(phone);
      }
    }
  }
  for (const column of survey.orders.keys()) {
    const [only, other] = told.get(column) ?? [];
    survey.orders.set(column, other === undefined ? only ?? null : null);
  }
  return { ...survey, home: home.result() };
}

function noteDate(survey: Survey, told: Map<number, Set<Order>>, { index, kind, detail }: Column, written: string): void {
  if (written === '') return;
  const date = readDate(written, { order: 'day_first' });
  if (date === null) return;
  if (date.zone === 'assumed' && date.precision !== 'day' && survey.zoneless.length < EXAMPLES) survey.zoneless.push(written);
  const order = orderToldBy(written);
  const isMonthEqual = readDate(written, { order: 'month_first' })?.at === date.at;
  if (order === null && !isMonthEqual) {
    if (survey.ambiguous.length < EXAMPLES) survey.ambiguous.push(written);
    if (!survey.orders.has(index)) survey.orders.set(index, null);
  } else if (order === 'day_first' || order === 'month_first') {
    const orders = told.get(index) ?? new Set();
    told.set(index, orders.add(order));
    survey.orders.set(index, null);
  }
  const isOfTheList = kind === 'since' || kind === 'unsubscribed_at' || (kind === 'day' && detail.startsWith('last_'));
  if (isOfTheList && order !== null) survey.latest = Math.max(survey.latest ?? date.at, date.at);
}

/** The order that a column's dates are read in: what its own dates tell, else the only thing its neighbours tell; null for neither. */
export function toldOrder({ orders }: Survey, column: number): Order | null {
  const own = orders.get(column) ?? null;
  if (own !== null) return own;
  const others = new Set([...orders.values()].filter((order) => order !== null));
  const [only] = others;
  return others.size === 1 ? only ?? null : null;
}

/** Whether some dates can be read in two ways and nothing in the tables tells which. */
export const isOrderOpen = (survey: Survey): boolean =>
  survey.ambiguous.length > 0 && [...survey.orders.keys()].some((column) => toldOrder(survey, column) === null);
