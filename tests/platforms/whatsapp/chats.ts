/** WhatsApp chats as phones write them, one per form, from the facts in import-formats.md. \u200e, \u202f and \u00a0 as WhatsApp has them. */

export const LTR = '\u200e';
export const NARROW = '\u202f';
export const HARD = '\u00a0';

/** iPhone, day first, 24 hours; system lines stand in the other person's name. */
export const IOS_ONE_TO_ONE = [
  `[14/02/2025, 14:05:09] Priya Nair: ${LTR}Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.`,
  '[14/02/2025, 14:05:30] Priya Nair: Hi Jordan, are the proofs ready?',
  '[14/02/2025, 14:07:00] Jordan Pike: Nearly.',
  'Two pages are left,',
  '',
  'then you get them: tonight.',
  `${LTR}[14/02/2025, 14:08:11] Priya Nair: ${LTR}<attached: 00000012-PHOTO-2025-02-14-14-08-11.jpg>`,
  `${LTR}[14/02/2025, 14:09:00] Jordan Pike: ${LTR}image omitted`,
  `[15/02/2025, 09:00:00] Jordan Pike: Done, see below ${LTR}<This message was edited>`,
  `[15/02/2025, 09:01:00] Jordan Pike: ${LTR}You deleted this message.`,
  `[15/02/2025, 09:02:00] Priya Nair: ${LTR}This message was deleted.`,
  `[15/02/2025, 09:03:00] Priya Nair: ${LTR}Missed voice call, ${LTR}Tap to call back`,
  '[15/02/2025, 09:04:00] Priya Nair: Thanks!',
  '[15/02/2025, 09:04:00] Priya Nair: Thanks!',
  '',
].join('\r\n');

/** Android, US, 12 hours with a narrow blank before the half of the day. */
export const ANDROID_US = [
  `3/4/25, 2:05${NARROW}PM - Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them. Tap to learn more.`,
  `3/4/25, 2:05${NARROW}PM - Alex Moss: hello`,
  `3/4/25, 2:06${NARROW}PM - Jordan Pike: hi: there`,
  `3/13/25, 12:00${NARROW}AM - Alex Moss: <Media omitted>`,
  `3/13/25, 12:30${NARROW}PM - Jordan Pike: IMG-20250313-WA0001.jpg (file attached)`,
  'the cover',
  `3/13/25, 12:31${NARROW}PM - Alex Moss: This message was deleted`,
  `3/13/25, 12:32${NARROW}PM - Alex Moss: looks good <This message was edited>`,
].join('\n');

/** Android, Mexico: "p. m." with hard blanks, day first. */
export const ANDROID_MEXICO = [
  `04/03/2025, 2:05${NARROW}p.${HARD}m. - Los mensajes y las llamadas están cifrados de extremo a extremo. Nadie fuera de este chat puede leerlos ni escucharlos.`,
  `04/03/2025, 2:05${NARROW}p.${HARD}m. - Alex: hola`,
  `04/03/2025, 11:59${NARROW}p.${HARD}m. - Jordan Pike: buenas noches`,
  `05/03/2025, 12:01${NARROW}a.${HARD}m. - Alex: <Multimedia omitido>`,
  `05/03/2025, 8:00${NARROW}a.${HARD}m. - Alex: Se eliminó este mensaje`,
  `16/03/2025, 8:01${NARROW}a.${HARD}m. - Jordan Pike: Eliminaste este mensaje`,
].join('\n');

/** Android, Germany: dots and no halves of the day. */
export const ANDROID_GERMANY = [
  '04.03.25, 14:05 - Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt. Niemand außerhalb dieses Chats kann sie lesen oder anhören.',
  '04.03.25, 14:05 - Änne Groß: Moin 👋',
  '04.03.25, 14:06 - Jordan Pike: <Medien ausgeschlossen>',
  '25.03.25, 14:07 - Änne Groß: bericht.pdf (Datei angehängt)',
  '25.03.25, 14:08 - Änne Groß: Diese Nachricht wurde gelöscht.',
].join('\n');

/** The year first, as Sweden, Canada and China write it. The trap: 2 January or 1 February. */
export const IOS_YEAR_FIRST = [
  '[2020-02-01 09:00:00] Priya: first',
  '[2020-02-01 09:00:30] Jordan Pike: second',
  '[2020-02-28 10:00:00] Priya: third',
].join('\n');

/** An iPhone group, month first: no part tells but the order of days does (1 April, 2 May, 3 June). */
export const IOS_GROUP = [
  `[4/1/25, 2:00:00${NARROW}PM] Book Club: ${LTR}Messages and calls are end-to-end encrypted.`,
  `[4/1/25, 2:00:00${NARROW}PM] Book Club: ${LTR}Maya created this group`,
  `[4/1/25, 2:01:00${NARROW}PM] Maya: which book?`,
  `[5/2/25, 2:02:00${NARROW}PM] ~${NARROW}Tom: the blue one @\u2068Jordan Pike\u2069`,
  `[6/3/25, 2:03:00${NARROW}PM] \u202a+49${HARD}171${HARD}2345678\u202c: agreed`,
  `[6/3/25, 2:04:00${NARROW}PM] Jordan Pike: good`,
  `[6/3/25, 2:05:00${NARROW}PM] Maya: ${LTR}Maya added Lee`,
].join('\n');

/** Android group with what WhatsApp says about it, a subject with a colon included. */
export const ANDROID_GROUP = [
  '26/03/2025, 10:00 - Maya created group "Launch: crew"',
  '26/03/2025, 10:00 - Maya added you',
  '26/03/2025, 10:01 - Maya changed the group name from "Launch" to "Launch: crew"',
  '26/03/2025, 10:02 - Maya: welcome',
  '26/03/2025, 10:03 - +1 (415) 555-2671: hey all',
  '26/03/2025, 10:04 - Jordan Pike: hi',
  '26/03/2025, 10:05 - +1 (415) 555-2671 left',
].join('\n');
