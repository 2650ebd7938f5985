/** The words that people last exchanged with the user, where the sample's reader meets them first. */

/** Days ago, who spoke, and what. Oldest first. */
export type Ending = readonly (readonly [daysAgo: number, by: 'them' | 'you', text: string])[];

/** Who waits for an answer. */
const WAITING: Record<string, Ending> = {
  'Leila Haddad': [
    [11.2, 'you', 'Your episode on growing slowly made me rewrite my welcome letter. Thank you for that one.'],
    [9.1, 'them', 'That made my week. Would you come on the show? I want to talk about pricing work made by hand, and you are the only person I know who does the sums in public.'],
    [6.3, 'you', 'Yes, gladly. I have two free mornings a week from now on. What should I bring?'],
    [4.1, 'them', 'Bring the sheet with the real numbers, even the ugly ones. Would Thursday of next week work for the recording? I can move things if not.'],
  ],
  'Kwame Boateng': [
    [9.4, 'them', 'Your pricing sheet is on the bench. Give me a week. My brother keeps the accounts and he is suspicious of sheets.'],
    [8.9, 'you', 'Brothers who keep accounts are a gift. Tell me whether the sheet survives him.'],
    [2.2, 'them', 'Tried your pricing sheet on the last batch of stools. I was undercharging by 40%. Is that even possible?'],
  ],
  'Tomás Ferreyra': [
    [3.3, 'them', 'The second oven is in. You said to ask again when it is, so: how would you sell bread that people have to order two days ahead?'],
  ],
  'Sofie Brandt': [
    [8.4, 'them', 'Your workbook stood on our counter for one week, and all six copies are gone.'],
    [7.9, 'you', 'Six! I did not know that six people a week look at a counter.'],
    [1.3, 'them', 'Do you have a wholesale version of the workbook for our shelf? People ask for it by colour: "the green one".'],
  ],
  'Linh Tran': [
    [3.6, 'you', 'Meet Jun, who knows more about drying times than anybody I know. I will leave you two to it.'],
    [0.8, 'them', 'Thank you for the introduction to Jun. We spoke for an hour, mostly about dust. May I show him your chapter on small runs?'],
  ],
  'Aroha Ngata': [
    [5.1, 'you', 'How far is the studio? I saw a ladder in your last picture.'],
    [0.5, 'them', 'The ladder is gone and the looms are up. We open on Saturday with tea and my aunties. Will you come?'],
  ],
  'Wren Castellanos': [
    [0.2, 'them', 'I read your letter on apprentices twice on the tram. How did you find the courage to ask your first teacher for money?'],
  ],
};

/** Who has gone quiet, and whose turn it is. */
const QUIET: Record<string, Ending> = {
  'Amara Okafor': [
    [41, 'them', 'The second kiln arrives tomorrow. I have used your sheet for every order since spring, and for once I am not guessing.'],
    [40.6, 'you', 'Not guessing suits you. Send me a picture when it stands.'],
    [31.3, 'you', 'How did the second firing go?'],
    [19.4, 'you', 'No rush at all. I only wanted to say that the blue bowl is on my desk.'],
  ],
  'Ingrid Solheim': [
    [39, 'them', 'The yoke pattern is with the testers. I am hiding until they answer.'],
    [38.7, 'you', 'Hide well. May I see it when you come out again?'],
    [26.2, 'you', 'A reader asked about your silver grey. May I send her to you?'],
  ],
  'Tala Reyes': [
    [33, 'them', 'A film wants nine hats by Monday. I may be gone for a while.'],
    [32.8, 'you', 'Nine hats! Go. Tell me everything after.'],
  ],
  'Hiroko Matsuda': [
    [44, 'them', 'My father sits at the vat again, two hours a day. I watch his hands and learn everything anew.'],
    [43.5, 'you', 'That is the best news you could have sent. Greet his hands from me.'],
  ],
};

/** First words, and questions that were left lying. */
const BEGUN: Record<string, Ending> = {
  'Yara Nassar': [
    [12, 'them', 'I read your letter on deposits and asked for one the same evening. They simply paid.'],
    [11.6, 'you', 'They simply pay, nearly always. I would love to hear how the next one goes.'],
  ],
  'Ravi Menon': [
    [5, 'them', 'A small thing: page 31 of your workbook has the columns the wrong way round. The rest of it changed my year.'],
    [4.7, 'you', 'You are the first to see it. The next edition thanks you by name, if you let me.'],
  ],
  'Jasmin Okeke': [
    [8, 'them', 'Do you teach the evening on prices outside of towns too? We are eleven soap makers and one barn.'],
    [7.4, 'you', 'A barn is exactly right. Let me look at trains.'],
  ],
  'Dorothea Lang': [[118, 'them', 'Would you teach two days with us next year? We can pay travel and a proper fee.']],
  'Isak Berglund': [[134, 'them', 'Is the wall chart still available? A guest broke ours and is very sorry.']],
  'Paloma Reina': [[160, 'them', 'You once named a woman who repairs silk. Do you remember who it was?']],
  'Femi Lawal': [[205, 'them', 'I tried the three questions from your talk on my oldest customer. May I tell you what he said?']],
};

/** Sold to, not spoken with. */
const PITCHES: Record<string, Ending> = {
  'Chase Worthington': [
    [2, 'them', 'Hi there, I came across your profile and we help founders like you generate qualified leads on autopilot. Open to a quick call this week?'],
  ],
  'Brielle Stone': [
    [5, 'them', 'Hello, our agency can grow your brand and double your audience in 60 days, guaranteed. Special offer this month. Would you be interested? We can jump on a call.'],
  ],
  'Derek Vance': [
    [11, 'them', 'Dear business owner, we offer affordable SEO services and can bring you to the first page of Google. Share your requirements for a free audit.'],
  ],
};

/** By name. */
export const ENDINGS: Readonly<Record<string, Ending>> = { ...WAITING, ...QUIET, ...BEGUN, ...PITCHES };

/** What the user wrote to people who do not answer; each at most once per person. */
export const UNANSWERED: readonly string[] = [
  'I have put the pages we spoke of into the post. Tell me when they arrive.',
  'Did the pages arrive? No hurry, I only wonder about the post.',
  'There is a new letter on small runs that made me think of your readers.',
  'I am in your part of the world next month. Would an hour suit you?',
  'A short note to say that the offer stands, whenever it suits you.',
  'I saw what you showed last week. The corner with the brushes was wonderful.',
  'One more try, and then I leave you in peace: shall I keep a place for you?',
];
