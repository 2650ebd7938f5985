/** Text of Meta's files: plain from the start, so tags that somebody typed stay. */
import { cleanText } from '../reading/clean-text';
import { cleanName } from '../reading/names';

/** What needs no cleaning: most messages, and asking is many times cheaper. */
const CLEAN = /^[ -~]*$/;

export const plainText = (written: string): string => (CLEAN.test(written) ? written.trim() : cleanText(written, false).text);

/** Letters of a name that are kept: real ones are a third as long, hostile ones may fill a file. */
const LONGEST_NAME = 200;

export const plainName = (written: string): string => {
  const name = cleanName(written.length > 4 * LONGEST_NAME ? written.slice(0, 4 * LONGEST_NAME) : written);
  return name.length > LONGEST_NAME ? [...name].slice(0, LONGEST_NAME).join('') : name;
};
