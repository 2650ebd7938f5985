/** A message as one line of a list. */

/** More than the widest row shows. */
const LONGEST_LINE = 160;

/** White space of every kind is one space; cut between words where it is too long. */
export function oneLine(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  const characters = [...line];
  if (characters.length <= LONGEST_LINE) return line;
  const cut = characters.slice(0, LONGEST_LINE).join('');
  const lastSpace = cut.lastIndexOf(' ');
  return `${lastSpace > LONGEST_LINE / 2 ? cut.slice(0, lastSpace) : cut}…`;
}
