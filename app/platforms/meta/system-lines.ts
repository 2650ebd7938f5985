/**
 * Lines that Meta writes into a thread by itself: "Liked a message" stands beside the reaction it reports. They are kept,
 * and make nobody's turn. They are localised, and only the English wording is known for sure: any other line counts as
 * somebody's words.
 */
const LINES: readonly RegExp[] = [/^liked a message\.?$/i, /^reacted [^a-z]{1,40} to your message\.?$/i, /^.{1,80} liked a message\.?$/i];
const LONGEST = 140;

export const isSystemLine = (line: string): boolean => line.length <= LONGEST && /message\.?$/i.test(line) && LINES.some((known) => known.test(line));
