/** What a preset is: one service's table of people, known by its headings. */
import type { Platform } from '../../../domain/activity';
import type { DateOrder } from '../../../domain/imports/questions';
import type { Meaning } from '../meanings';

export interface Preset {
  key: string;
  /** The service, as the user calls it; also names the list where nothing else does. */
  service: string;
  /** "Mailchimp audience" */
  title: string;
  platform: Platform;
  /** Readers of a newsletter are an audience; people in an address book or CRM are contacts unless the user says otherwise. */
  lists: 'readers' | 'contacts';
  /** Sets of headings (lower case); a table that has all of one set is this service's. */
  known: readonly (readonly string[])[];
  /** By lower-case heading. */
  columns: Readonly<Record<string, Meaning>>;
  /** For headings with numbers in them, asked where `columns` has none. */
  patterns?: readonly (readonly [RegExp, Meaning])[];
  /** Times without a zone are known to be UTC. */
  timesAreUtc?: true;
  /** Where the service always writes 3-4-2021 in one order. */
  dateOrder?: DateOrder;
  /** Puts ids of this service apart from another's: "kit" of kit:2718. */
  idPrefix?: string;
  /** Where only the file's name tells who may be mailed. */
  consentInName?: true;
  /** In the name of a file that always holds the whole list: the list's own name. */
  wholeListName?: RegExp;
}
