/** What single cells say: numbers, yes and no, words about mailing, and what spreadsheets have done to them. */
import type { ConsentState } from '../../domain/activity';

/** Letters of a cell that are read; bios and notes are shorter. */
const LONGEST = 5_000;

/** Trimmed, and without what keeps a spreadsheet from taking a cell for a formula or a number ('+49…, ="0151…"). */
export function plainCell(written: string): string {
  const cell = written.slice(0, LONGEST).replaceAll('\u0000', '').trim();
  const formula = /^="([^"]*)"$/.exec(cell);
  if (formula) return (formula[1] ?? '').trim();
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}

/** A long number that a spreadsheet shortened to 1.31E+18: its last digits are lost, so it names nobody. */
export const isShortened = (cell: string): boolean => /^[+-]?\d+(?:[.,]\d+)?E\+?\d+$/i.test(cell);

/** Digits a spreadsheet keeps of a number; behind them it writes zeros. */
const SPREADSHEET_DIGITS = 15;

/** The same damage written out: 1310630474755170000. By chance this happens to one true id in a hundred or fewer. */
export const isRounded = (cell: string): boolean =>
  /^\d{17,20}$/.test(cell) && /^0+$/.test(cell.slice(SPREADSHEET_DIGITS));

const SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

/** "1,204", "1.250,00 €", "12.5K", "$0.00"; null for no number. A lone point or comma before three digits parts thousands. */
export function numberIn(cell: string): number | null {
  const match = /^(-?)(\d[\d.,' \u00a0\u202f]{0,30}?)([kmb])?$/i.exec(cell.replace(/^[$€£¥]\s?|\s?[$€£¥%]$/g, '').trim());
  if (!match) return null;
  const [, sign, digits = '', scale = ''] = match;
  const compact = digits.replace(/[' \u00a0\u202f]/g, '');
  const parted = /^\d{1,3}(?:[.,]\d{3})+$/.test(compact) && scale === '' ? compact.replace(/[.,]/g, '') : decimal(compact);
  const number = Number(parted) * (SCALES[scale.toLowerCase()] ?? 1) * (sign === '-' ? -1 : 1);
  return Number.isFinite(number) ? number : null;
}

/** The last point or comma is the decimal one. */
function decimal(compact: string): string {
  const last = Math.max(compact.lastIndexOf('.'), compact.lastIndexOf(','));
  if (last === -1) return compact;
  return `${compact.slice(0, last).replace(/[.,]/g, '')}.${compact.slice(last + 1)}`;
}

const YES: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1', 'x', '✓', 'ja', 'oui', 'si', 'sí', 'sì', 'sim', 'wahr', 'vrai', 'verdadero']);
const NO: ReadonlySet<string> = new Set(['false', 'no', 'n', '0', 'nein', 'nee', 'non', 'não', 'falsch', 'faux', 'falso']);

export function flagIn(cell: string): boolean | null {
  const word = cell.toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}

const CONSENT_WORDS: readonly (readonly [RegExp, ConsentState])[] = [
  [/^(unsubscribed?|opted[ _-]?out|opt[ _-]?out|cancell?ed|blacklisted|blocked|suppressed|inactive|removed|deleted|abgemeldet|désinscrit|desabonn.*|uitgeschreven|dado de baja)$/, 'unsubscribed'],
  [/^(bounced?|hard[ _-]?bounced?|soft[ _-]?bounced?|cleaned|undeliverable|invalid)$/, 'bounced'],
  [/^(complained|complaint|spam|spam[ _-]?complaint|abuse|junk|marked as spam)$/, 'complained'],
  [/^(subscribed|active|confirmed|opted[ _-]?in|opt[ _-]?in|abonniert|abonné|inscrit|suscrito|geabonneerd)$/, 'subscribed'],
  // Asked and never said yes: mailing them is what they have not allowed.
  [/^(unconfirmed|pending|not[ _-]?subscribed|non[ _-]?subscribed|never[ _-]?subscribed|transactional)$/, 'unsubscribed'],
];

/** What a word of a newsletter service means for mailing; null for one that says nothing. */
export function consentIn(cell: string): ConsentState | null {
  const word = cell.toLowerCase();
  return CONSENT_WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

/** Words that only a mailing list uses; "active" alone may be said of a customer. */
export const isMailWord = (cell: string): boolean => consentIn(cell) !== null && !/^(active|inactive|removed|deleted|blocked|cancell?ed|invalid|pending)$/i.test(cell);
