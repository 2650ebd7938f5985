/** Invented people for the README's pictures: some wait, some are close, some have gone quiet. */
import type { Correspondent } from '../fixtures/linkedin/recent';

const THEIRS = [
  'How did the second firing go?', 'I tried the sheet on the last batch. It changed how I quote.', 'Do you still have the dye list?',
  'Could you look at this price before I send it?', 'We are open again from Tuesday.', 'The workshop is full, thanks to your letter.',
  'Which glue did you use for the spine?', 'Somebody asked me about you at the fair.',
];
const YOURS = [
  'Better than the first. Photos tomorrow.', 'Then it was worth it. Tell me how they react.', 'I do; it is on its way.', 'Looks right to me.',
  'I will come by on Thursday.', 'That makes me glad.', 'Wheat paste, two thin coats.', 'Who was it?',
];

interface Exchange {
  /** Days between their words, and how many there were. */
  gap: number;
  times: number;
  /** Days ago of the newest. */
  until: number;
}

/** Words back and forth, neither by the clock nor by chance: the same every time. */
function exchange({ gap, times, until }: Exchange): Correspondent['words'] {
  return Array.from({ length: times }, (_, index) => times - 1 - index).flatMap((back, index) => {
    const daysAgo = until + gap * back + ((back * 7) % 5) * gap * 0.12;
    const theirs = [daysAgo, true, THEIRS[index % THEIRS.length] ?? ''] as const;
    const reply = daysAgo - Math.min(gap * 0.4, 0.3 + ((index * 3) % 4) * 0.6);
    return [theirs, [reply, false, YOURS[index % YOURS.length] ?? ''] as const];
  });
}

export const MAKERS: readonly Correspondent[] = [
  {
    name: 'Leila Haddad', slug: 'leila-haddad', position: 'Host', company: 'Quiet Growth',
    words: [
      ...exchange({ gap: 8, times: 40, until: 12 }),
      [9.2, false, 'Your episode on growing slowly made me rewrite my welcome letter. Thank you for that one.'],
      [7.6, true, 'That made my week. Would you come on the show? I want to talk about pricing work made by hand, and you are the only person I know who does the sums in public.'],
      [5.8, false, 'Yes, gladly. Early December is open for me. What should I bring?'],
      [4.1, true, 'Bring the sheet with the real numbers, even the ugly ones. So would Thursday the 3rd work for the recording? I can move things if not.'],
    ],
  },
  {
    name: 'Kwame Boateng', slug: 'kwame-boateng', position: 'Furniture maker', company: 'Stools & Co',
    words: [...exchange({ gap: 11, times: 17, until: 9 }), [2.2, true, 'Tried your pricing sheet on the last batch of stools. I was undercharging by 40%. Is that even possible?']],
  },
  {
    name: 'Sofie Brandt', slug: 'sofie-brandt', position: 'Bookseller', company: 'Brandt & Dochter',
    words: [...exchange({ gap: 24, times: 12, until: 20 }), [1.3, true, 'Do you have a wholesale version of the workbook for our shelf?']],
  },
  {
    name: 'Linh Tran', slug: 'linh-tran', position: 'Studio manager', company: 'Lacquer House',
    words: [...exchange({ gap: 6, times: 44, until: 5 }), [0.8, true, 'Thank you for the intro to Jun. We spoke for an hour.']],
  },
  {
    name: 'Aroha Ngata', slug: 'aroha-ngata', position: 'Weaver', company: 'Ngata Textiles',
    words: [...exchange({ gap: 30, times: 9, until: 15 }), [0.5, true, 'The studio opens on Saturday. Will you come?']],
  },
  { name: 'Amara Okafor', slug: 'amara-okafor', position: 'Ceramicist', company: 'Slow Clay', words: exchange({ gap: 9, times: 38, until: 41 }) },
  { name: 'Ingrid Solheim', slug: 'ingrid-solheim', position: 'Knitwear designer', company: 'Solheim', words: exchange({ gap: 14, times: 22, until: 33 }) },
  { name: 'Mateus Oliveira', slug: 'mateus-oliveira', position: 'Dyer', company: 'Tinta', words: exchange({ gap: 10, times: 20, until: 3 }) },
  { name: 'Ilse van der Meer', slug: 'ilse-van-der-meer', position: 'Paper maker', company: 'Papierhuis', words: exchange({ gap: 20, times: 9, until: 170 }) },
  { name: 'Yara Haddad', slug: 'yara-haddad', position: 'Printer', company: 'Presse Bleue', words: [[12, true, 'I read your letter on deposits.'], [11, false, 'I would love to hear how it goes.']] },
];
