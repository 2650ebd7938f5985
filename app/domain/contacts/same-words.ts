/** Text reduced to what two copies of one message share: no case, no accents' forms, no runs of white space. */
export function normalisedWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
