/** What the user has written down about the invented people: stage, tags, how they met, notes. */
import type { Stage } from '../contacts/stages';
import type { CastMember } from './cast';
import type { Chance } from './random';

export interface SampleDetails {
  stage: Stage;
  tags: readonly string[];
  howMet: string | null;
  notes: readonly { ago: number; text: string }[];
}

const WRITTEN: Record<string, SampleDetails> = {
  'Leila Haddad': {
    stage: 'advocate',
    tags: ['podcast & press', 'inner circle'],
    howMet: 'She answered my very first letter, with corrections.',
    notes: [{ ago: 150, text: 'Records in the mornings only. Her daughter is called Nour.' }],
  },
  'Amara Okafor': {
    stage: 'customer',
    tags: ['ceramics', 'beta reader'],
    howMet: 'Asked the last question at my talk on prices, and it was the best one.',
    notes: [
      { ago: 48, text: 'Moving the studio soon, may be hard to reach.' },
      { ago: 210, text: 'Prices in sets of six. Two always crack.' },
    ],
  },
  'Kwame Boateng': { stage: 'customer', tags: ['wood', 'workshop'], howMet: 'Workshop on prices, back row, stayed to stack the chairs.', notes: [] },
  'Sofie Brandt': { stage: 'customer', tags: ['shop', 'wholesale'], howMet: 'Walked into her shop out of the rain.', notes: [{ ago: 60, text: 'Prefers round numbers and green covers.' }] },
  'Linh Tran': { stage: 'in_conversation', tags: ['print', 'inner circle'], howMet: 'Introduced by Mateus.', notes: [] },
  'Ingrid Solheim': { stage: 'customer', tags: ['knitting', 'beta reader'], howMet: 'Night train, shared a table and a pattern.', notes: [{ ago: 90, text: 'Two notes of mine lie with her. Do not push.' }] },
  'Mateus Oliveira': { stage: 'advocate', tags: ['textiles', 'inner circle'], howMet: 'Sent me three colours in an envelope.', notes: [] },
  'Dimitra Vlachou': { stage: 'advocate', tags: ['guild', 'podcast & press'], howMet: 'Asked me to speak at the guild, four times.', notes: [{ ago: 33, text: 'Told twenty of her members about the workbook.' }] },
  'Odile Marchetti': { stage: 'customer', tags: ['paper', 'workshop'], howMet: 'Bound the first edition of the workbook.', notes: [] },
  'Beatriz Salgado': { stage: 'customer', tags: ['shop', 'wholesale'], howMet: 'Her gallery showed the price tags next to the pots.', notes: [] },
  'Hiroko Matsuda': { stage: 'in_conversation', tags: ['paper'], howMet: 'Wrote back by hand, on her own paper.', notes: [{ ago: 44, text: 'Her father is well again.' }] },
  'Harriet Blackwood': { stage: 'follower', tags: ['podcast & press'], howMet: 'Once printed half a page of mine.', notes: [] },
};

const TAG_OF: Record<CastMember['craft'], string> = {
  clay: 'ceramics', wood: 'wood', cloth: 'textiles', knit: 'knitting', paper: 'paper', hide: 'leather', metal: 'metal', glass: 'glass',
  food: 'food', print: 'print', garden: 'plants', shop: 'shop', voice: 'podcast & press',
};

const MEETINGS: readonly string[] = [
  'The open studios, over soup.', 'The evening on prices.', 'The guild fair. We shared a table.', 'Somebody brought us both to the same party.',
  'They corrected a number in my letter, kindly.', 'The queue for coffee at the night market.', 'A reader told them to write to me.',
  'I bought something of theirs and asked too many questions.',
];

/** The user's own words where there are any; otherwise a tag for most, and how they met for some. */
export function detailsOf(member: CastMember, chance: Chance): SampleDetails {
  const written = WRITTEN[member.name];
  if (written) return written;
  const near = ['close', 'steady', 'cooling', 'rising', 'fading', 'past'].includes(member.story);
  const bought = near && chance.inHundred(38);
  const tags = [chance.inHundred(70) ? TAG_OF[member.craft] : null, near && chance.inHundred(24) ? 'workshop' : null];
  return {
    stage: bought ? 'customer' : 'in_conversation',
    tags: member.story === 'pitch' ? [] : tags.filter((tag) => tag !== null),
    howMet: near && chance.inHundred(55) ? chance.pick(MEETINGS) : null,
    notes: [],
  };
}
