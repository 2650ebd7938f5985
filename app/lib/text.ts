/** Numbers and nouns as they stand in sentences. */

/** "4,120", rounded to a whole number. */
export function withThousands(count: number): string {
  return Math.round(count).toLocaleString('en-GB');
}

/** "1 person", "12 people", "4,120 people" */
export function counted(count: number, one: string, many: string): string {
  return `${withThousands(count)} ${count === 1 ? one : many}`;
}
