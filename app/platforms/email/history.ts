/**
 * Takes the earlier mails off the end of an answer: they are interactions of their own. Only what is certainly history
 * goes, and only where words of the writer's own stand above it; answers written in between the quoted lines stay whole.
 */

import { cleanText } from '../reading/clean-text';

/** How mail programs introduce the mail they quote: "On … wrote:" in the languages they speak. */
const INTRODUCTION =
  /^(?:On|Am|Le|El|Il|Op|Em|Den|På|W dniu|Dnia|Dne|Vào|В|Il giorno|El día)(?=[\s,]).{5,300}(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napisał(?:\(a\))?|napsal(?:\(a\))?|написал(?:а)?|пишет|kirjoitti)\s?[^\n]{0,120}:$/iu;
const QUOTED = /^\s{0,3}>/;
const SEPARATOR =
  /^\s{0,3}(?:-{2,}\s?(?:Original Message|Ursprüngliche Nachricht|Message d['’]origine|Mensaje original|Messaggio originale|Oorspronkelijk bericht|Mensagem original|Ursprungligt meddelande|Oprindelig meddelelse|Weitergeleitete Nachricht)\s?-{2,}|_{20,})\s*$/i;
/** Outlook's block: two of its four lines are enough to be sure, the first being the sender. */
const BLOCK_START = /^(?:\*{0,2})(?:From|Von|De|Da|Van|Från|Fra|Od|От):\*{0,2}\s/i;
const BLOCK_LINE = /^(?:\*{0,2})(?:Sent|Date|To|Subject|Cc|Gesendet|Datum|An|Betreff|Envoyé|À|Objet|Enviado(?: el)?|Para|Asunto|Inviato|Data|A|Oggetto|Verzonden|Aan|Onderwerp|Enviada em|Assunto|Skickat|Till|Ämne|Sendt|Til|Emne|Wysłano|Do|Temat|Отправлено|Кому|Тема):/i;
/** Lines after the first of a block in which the others have to stand. */
const BLOCK_LENGTH = 6;
/** An introduction is broken over so many lines at most. */
const INTRODUCTION_LINES = 4;

/** @param text plain, with LF line ends */
export function withoutHistory(text: string): string {
  const lines = text.split('\n');
  const at = historyStart(lines);
  const own = lines.slice(0, at).join('\n').trim();
  return at === lines.length || own === '' ? text : own;
}

/** Index of the line where nothing but history begins; the number of lines where nothing does. */
function historyStart(lines: readonly string[]): number {
  const outlook = lines.findIndex((line, index) => SEPARATOR.test(line) ? isFollowedByBlock(lines, index) : isBlock(lines, index));
  const until = outlook === -1 ? lines.length : outlook;
  let at = until;
  let quoted = 0;
  while (at > 0 && (QUOTED.test(lines[at - 1] ?? '') || (lines[at - 1] ?? '').trim() === '')) {
    if (QUOTED.test(lines[at - 1] ?? '')) quoted += 1;
    at -= 1;
  }
  // HTML turned to text has no ">": there the introduction has to be the last thing above history, wherever it stands.
  if (quoted === 0) return until;
  return introductionBefore(lines, at) ?? at;
}

/** Where the lines before `at` introduce a quotation, the index of the first of them. */
function introductionBefore(lines: readonly string[], at: number): number | null {
  for (let count = 1; count <= INTRODUCTION_LINES && at - count >= 0; count += 1) {
    if (INTRODUCTION.test(lines.slice(at - count, at).map((line) => line.trim()).join(' ').slice(0, 600))) return at - count;
  }
  return null;
}

const isFollowedByBlock = (lines: readonly string[], index: number): boolean =>
  lines.slice(index + 1, index + 4).some((line, after) => BLOCK_START.test(line.trim()) && isBlock(lines, index + 1 + after));

function isBlock(lines: readonly string[], index: number): boolean {
  if (!BLOCK_START.test((lines[index] ?? '').trim())) return false;
  return lines.slice(index + 1, index + 1 + BLOCK_LENGTH).filter((line) => BLOCK_LINE.test(line.trim())).length >= 2;
}

/** Elements that mail programs put around, or right before, what they quote. */
const QUOTE_ELEMENT =
  /<(?:div|blockquote|hr|span)\s[^>]{0,300}(?:class="?(?:gmail_quote|gmail_attr|yahoo_quoted|moz-cite-prefix|protonmail_quote|tutanota_quote)|id="?(?:divRplyFwdMsg|appendonsend|reply-intro|OLK_SRC_BODY_SECTION)|type="?cite)/i;

/** The same for HTML, before it is turned to text. */
export function withoutHistoryHtml(html: string): string {
  const found = QUOTE_ELEMENT.exec(html);
  if (!found || found.index === 0) return html;
  const own = html.slice(0, found.index);
  return cleanText(own, true).text === '' ? html : own;
}
