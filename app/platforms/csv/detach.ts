/**
 * A copy of a string that owns its letters. Cells are slices of the chunk of file they came from, and a slice that is
 * kept keeps the whole chunk in memory; whatever outlives its row goes through here.
 */
export const detach = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');
