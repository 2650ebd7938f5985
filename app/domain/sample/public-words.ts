/** What is said and done outside of letters: under posts, at tables, over the counter. */

/** Written under something of the user's; each at most once per person. */
export const COMMENTS: readonly string[] = [
  'This is the page I needed ten years ago.', 'Printed it and hung it above the wheel.', 'We read this aloud at breakfast.',
  'The part about waiting lists made me laugh and then not.', 'Is there a place where all of these stand together?',
  'My accountant wants to meet you.', 'I tried the three questions on my mother-in-law.', 'Saved, and sent to my whole guild.',
  'Where were you when I priced my first order?', 'I disagree with the second point and love the third.', 'More about small runs, please.',
  'This works for honey too, in case anybody wonders.', 'I come here for the sums and stay for the commas.',
  'Somebody at the market quoted this to me, not knowing that I know you.', 'The picture of the bench. Yes.', 'Could you write about bad months some time?',
  'I needed the sentence about Sundays.', 'Read it twice, with a pencil.', 'That is exactly how my grandfather said it.', 'Reading this with clay on my thumbs.',
];

/** What a meeting or a call was about. */
export const MET: readonly string[] = [
  'Coffee by the river. Two hours, one cake.', 'Saw the workshop. Stayed for soup.', 'Walked round the market together before it opened.',
  'Sat in the back row of the same talk and whispered.', 'Helped carry tables. Talked about prices all the way.', 'Lunch at the open studios.',
];
export const CALLED: readonly string[] = [
  'Went through the sheet line by line.', 'A long call about a difficult customer.', 'Talked through the new series, and about everything else.',
  'Twenty minutes on deposits, forty on children.',
];
export const BOUGHT: readonly string[] = [
  'The workbook', 'A place in the evening on prices', 'Two copies of the workbook', 'The wall chart', 'The sheet, with an hour to explain it',
];
