/** A log's results in lines: one for each measure, Kith first and the others beside it. */
import { CONTENDERS, type LogResult } from './results';

/** Three digits, as results are published: ".774". */
function digits(value: number): string {
  return Number.isNaN(value) ? '-' : value.toFixed(3).replace(/^0/, '');
}

function line(cells: readonly string[], widths: readonly number[]): string {
  return cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ');
}

export function tableOf(result: LogResult): string {
  const row = (outcome: 'two-way' | 'inbound' | 'kept', measure: 'auc' | 'averagePrecision') => [
    `${outcome} ${measure === 'auc' ? 'AUC' : 'AP'}`,
    ...CONTENDERS.map((name) => digits(result.measures.get(outcome)?.get(name)?.[measure] ?? Number.NaN)),
  ];
  const rows = [
    ['', ...CONTENDERS],
    row('two-way', 'auc'), row('two-way', 'averagePrecision'),
    row('inbound', 'auc'), row('inbound', 'averagePrecision'),
    row('kept', 'auc'),
    ['calibration error', digits(result.calibrationError)],
    ['  with own intercept', digits(result.ownCalibrationError)],
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
  const { name, events, cutOffs, people, scored } = result;
  const count = (value: number) => value.toLocaleString('en');
  return [
    `${name}: ${count(events)} events, ${cutOffs} cut-offs, ${count(people)} people, ${count(scored)} contacts scored`,
    ...rows.map((cells) => line(cells, widths)),
  ].join('\n');
}
