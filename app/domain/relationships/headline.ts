/** The sentence above the page: whether people draw closer or drift. */
import { firstName } from '../contacts/names';
import { numberWord } from './words';

export interface Movement {
  /** Everybody with a reading. */
  people: number;
  /** How many of them there was something to read of thirty days before. */
  comparable: number;
  closer: number;
  drifting: number;
  /** Of the only one who draws closer, or drifts, or is there at all; null where there are several, or it isn't known. */
  name: { closer: string | null; drifting: string | null; only: string | null };
}

/** "Leila is", "Six people are" */
function who(count: number, name: string | null): string {
  if (count === 1) return `${name === null ? 'One person' : firstName(name)} is`;
  return `${numberWord(count)} people are`;
}

/** "Leila is drawing closer": a line without a full stop, for where the sentence of the page is not. */
export function closerWords(count: number, name: string | null): string {
  return `${who(count, name)} drawing closer`;
}

/** One sentence, true for nobody and for one person too. */
export function relationshipsHeadline({ people, comparable, closer, drifting, name }: Movement): string {
  if (people === 0) return 'Nobody to draw yet.';
  if (closer > 0 && drifting > 0) {
    if (closer === drifting) return 'As many people are drawing closer as drifting.';
    return closer > drifting ? 'More people are drawing closer than drifting.' : 'More people are drifting than drawing closer.';
  }
  if (closer > 0) return people === 1 ? `${who(1, name.closer)} drawing closer.` : `${who(closer, name.closer)} drawing closer, nobody is drifting.`;
  if (drifting > 0) return people === 1 ? `${who(1, name.drifting)} drifting.` : `${who(drifting, name.drifting)} drifting, nobody is drawing closer.`;
  if (comparable === 0) return people === 1 ? `${who(1, name.only)} new here.` : 'Everybody here is new within the month.';
  return people === 1 ? `${who(1, name.only)} as close as a month ago.` : 'Everybody is about as close as a month ago.';
}
