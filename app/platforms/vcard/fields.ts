/** The fields of a card: which are read, which only serve the others, and what the rest is called when it is counted. */

const READ: ReadonlySet<string> = new Set([
  'N', 'FN', 'NICKNAME', 'ORG', 'TITLE', 'ROLE', 'EMAIL', 'TEL', 'URL', 'UID', 'X-SOCIALPROFILE', 'SOCIALPROFILE', 'KIND', 'X-ABSHOWAS',
  'X-ADDRESSBOOKSERVER-KIND',
]);

/** Say something about the card or about another field, and nothing about the person. */
const SERVING =
  /^(?:VERSION|PRODID|REV|CLASS|SOURCE|NAME|PROFILE|MAILER|SORT-STRING|CLIENTPIDMAP|XML|TZ|LANG|CREATED|X-ABLABEL|X-ABUID|X-ABADR|X-PHONETIC-.*|X-MAIDENNAME|X-IMAGE.*|X-ADDRESSING-GRAMMAR|X-APPLE-.*|X-ACCOUNT|X-MS-OL-.*)$/;

/** Each reason is one sentence, so that counts add up. */
const UNREAD: readonly { name: RegExp; reason: string }[] = [
  { name: /^(?:PHOTO|LOGO)$/, reason: 'Pictures on cards.' },
  { name: /^(?:SOUND|KEY)$/, reason: 'Sounds and keys on cards.' },
  { name: /^(?:BDAY|ANNIVERSARY|DEATHDATE|X-ABDATE|X-ANNIVERSARY|X-EVOLUTION-ANNIVERSARY)$/, reason: 'Birthdays and other dates on cards.' },
  { name: /^(?:ADR|LABEL|GEO)$/, reason: 'Postal addresses on cards.' },
  { name: /^NOTE$/, reason: 'Notes on cards.' },
  { name: /^(?:CATEGORIES|X-CATEGORIES)$/, reason: 'Groups that cards belong to.' },
  { name: /^(?:RELATED|X-ABRELATEDNAMES|X-SPOUSE|X-MANAGER|X-ASSISTANT|AGENT|MEMBER)$/, reason: 'Relatives and colleagues named on cards.' },
  { name: /^(?:IMPP|X-(?:AIM|ICQ|JABBER|MSN|YAHOO|SKYPE.*|QQ|GOOGLE-TALK|GTALK|GADUGADU|GROUPWISE))$/, reason: 'Chat addresses on cards.' },
  { name: /^(?:GENDER|X-GENDER)$/, reason: 'Genders on cards.' },
];

/** Why a field with content is not read; null where there is nothing to say. */
export function whyFieldUnread(name: string): string | null {
  if (READ.has(name) || SERVING.test(name)) return null;
  return UNREAD.find((field) => field.name.test(name))?.reason ?? `The field “${name}” is not known and was not read.`;
}
