/** People who follow or are connected and never said a word: audience, not people of the user's. */
import type { Chance } from './random';

export interface SilentFollower {
  key: string;
  name: string;
  title: string;
  place: 'linkedin' | 'instagram';
  /** Days before the sample's now. */
  ago: number;
}

const FIRST = [
  'Alba', 'Bastian', 'Chiamaka', 'Davor', 'Eleni', 'Fergus', 'Gita', 'Henrik', 'Ifeoma', 'Jakob', 'Kiran', 'Lumi', 'Marisol', 'Nasreen', 'Otto',
  'Pilar', 'Quentin', 'Rosalind', 'Sven', 'Tamsin', 'Ulrike', 'Valeria', 'Wanjiru', 'Xiomara', 'Yannis', 'Zuzana',
] as const;
const LAST = [
  'Abara', 'Bengtsson', 'Cazador', 'Delacourt', 'Eriksen', 'Fontaine', 'Grbić', 'Holloway', 'Ishikawa', 'Jovanić', 'Kestrel', 'Lindgren', 'Mbeki-Ross',
  'Nazari', 'Orlandi', 'Pereira', 'Quill', 'Rautio', 'Stavros', 'Tindall', 'Ueda', 'Varga', 'Winterbourne', 'Yilmazer', 'Zamora', 'Ashgrove',
] as const;
const WORK = ['Maker', 'Designer', 'Teacher', 'Shopkeeper', 'Curator', 'Photographer', 'Student', 'Market organiser'] as const;

/** Two in each row of first names, so that no two share a name. */
export function audienceOf(chance: Chance): SilentFollower[] {
  return FIRST.flatMap((first, index) =>
    [7, 16].map((step) => {
      const name = `${first} ${LAST[(index + step) % LAST.length] ?? ''}`;
      return {
        key: name.toLowerCase().replaceAll(' ', '-'),
        name,
        title: chance.pick(WORK),
        place: step === 7 ? ('linkedin' as const) : ('instagram' as const),
        ago: chance.between(5, 1000),
      };
    }),
  );
}
