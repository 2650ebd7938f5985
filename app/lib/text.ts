/** Numbers and nouns as they stand in sentences. */

/** "4,120", rounded to a whole number. */
export function withThousands(count: number): string {
  return Math.round(count).toLocaleString('en-GB');
}

/** "1 person", "12 people", "4,120 people" */
export function counted(count: number, one: string, many: string): string {
  return `${withThousands(count)} ${count === 1 ? one : many}`;
}

const KILOBYTE = 1000;
const MEGABYTE = 1000 * KILOBYTE;
const GIGABYTE = 1000 * MEGABYTE;

/** "1.2 GB", "48 MB", "7 KB", "12 bytes" */
export function sizeInWords(bytes: number): string {
  if (bytes >= GIGABYTE) return `${(bytes / GIGABYTE).toFixed(1)} GB`;
  if (bytes >= MEGABYTE) return `${Math.round(bytes / MEGABYTE)} MB`;
  return bytes >= KILOBYTE ? `${Math.round(bytes / KILOBYTE)} KB` : `${bytes} bytes`;
}
