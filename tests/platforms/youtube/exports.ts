/** YouTube out of Takeout, one per era, from the facts in import-formats.md. The user's channel is UCme. */

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

export const COMMENTS_2023 = [
  'Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text',
  `UgxA,UCme,2023-01-02 10:00:00 UTC,0,,vid1,${quoted('{"takeoutSegments":[{"text":"great work"}]}')}`,
  `UgxA.B,UCme,2023-01-03 10:00:00 UTC,0,UgxZ,vid1,${quoted('{"takeoutSegments":[{"text":"agreed"}]}')}`,
].join('\n');

export const COMMENTS_2024 = [
  'Channel ID,Comment Create Timestamp,Price,Comment ID,Parent Comment ID,Video ID,Comment Text',
  `UCme,2024-06-02T10:00:00.123456+00:00,0,UgxC,UgxZ,vid2,${quoted('{"text":"@jc","mention":{"channelId":"UCjc"}},{"text":" hi\nthere"}')}`,
].join('\n');

export const COMMENTS_2026 = [
  'comment id,channel id,comment create timestamp,price,parent comment id,post id,video id,comment text,top-level comment id',
  `UgxD,UCme,2026-01-02T10:00:00+00:00,0,,post9,,${quoted('{"text":"on a post"}')},`,
  `UgxE,UCother,2026-01-03T10:00:00+00:00,0,,,vid3,${quoted('{"text":"as my brand"}')},`,
  `,UCme,2026-01-03T10:00:00+00:00,0,,,vid3,${quoted('{"text":"no id"}')},`,
].join('\n');

export const LIVE_CHATS = [
  'Live Chat ID,Channel ID,Live Chat Create Timestamp,Price,Currency code,Video ID,Live Chat Text',
  `lc1,UCme,2024-07-01T10:00:00+00:00,0,,vid4,${quoted('{"text":"hello stream"}')}`,
  `lc2,UCme,2024-07-01T10:01:00+00:00,5000000,EUR,vid4,${quoted('{"text":"for coffee"}')}`,
].join('\n');

/** The heading is in the language of the account. */
export const SUBSCRIPTIONS_GERMAN = ['Kanal-ID,Kanal-URL,Kanaltitel', 'UCjc,http://www.youtube.com/channel/UCjc,"JC, the printer"', 'UCda,http://www.youtube.com/channel/UCda,Dada'].join('\n');
