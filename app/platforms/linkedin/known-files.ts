/** The files of a LinkedIn export: what is read, what is known and left alone, and why. */
import type { TableShape } from '../csv/header';
import type { Shown } from '../reading/coverage';

export type PartKind = 'profile' | 'connections' | 'messages' | 'invitations' | 'endorsements' | 'recommendations';

/** Tables that are read, known by their header. In the order in which they are read: names come first. */
export const SHAPES: Readonly<Record<PartKind, TableShape<PartKind> & { columns: readonly string[] }>> = {
  profile: { kind: 'profile', required: ['first name', 'last name', 'headline'], columns: ['first name', 'last name'] },
  connections: {
    kind: 'connections',
    required: ['first name', 'last name', 'connected on'],
    columns: ['first name', 'last name', 'url', 'email address', 'company', 'position', 'connected on'],
  },
  messages: {
    kind: 'messages',
    required: ['conversation id', 'from', 'date', 'content'],
    columns: [
      'conversation id',
      'conversation title',
      'from',
      'sender profile url',
      'to',
      'recipient profile urls',
      'date',
      'subject',
      'content',
      'folder',
      'attachments',
      'is message draft',
      'is conversation draft',
      'is conversation archived',
    ],
  },
  invitations: {
    kind: 'invitations',
    required: ['from', 'to', 'sent at', 'direction'],
    columns: ['from', 'to', 'sent at', 'message', 'direction', 'inviterprofileurl', 'inviteeprofileurl'],
  },
  endorsements: {
    kind: 'endorsements',
    required: ['endorsement date', 'skill name', 'endorser first name', 'endorser last name'],
    columns: [
      'endorsement date',
      'skill name',
      'endorser first name',
      'endorser last name',
      'endorser public url',
      'endorsement status',
    ],
  },
  recommendations: {
    kind: 'recommendations',
    required: ['first name', 'last name', 'text', 'creation date'],
    columns: ['first name', 'last name', 'company', 'job title', 'text', 'creation date', 'status'],
  },
};

export const PART_KINDS: readonly PartKind[] = [
  'profile',
  'connections',
  'messages',
  'invitations',
  'endorsements',
  'recommendations',
];

interface KnownFile {
  name: RegExp;
  reason: string;
  /** Has the header of a table that is read and is another one, so its name has to decide. */
  isLookalike?: true;
}

/** By base name, without the part numbers LinkedIn appends. */
const KNOWN: readonly KnownFile[] = [
  {
    name: /^guide_messages$/i,
    reason: 'Your talks with LinkedIn’s own guide: no person in it.',
    isLookalike: true,
  },
  {
    name: /^learning.*messages$/i,
    reason: 'Your talks with LinkedIn’s learning coach: no person in it.',
    isLookalike: true,
  },
  { name: /^comments$/i, reason: 'Your own comments; LinkedIn does not say on whose posts.' },
  { name: /^(reactions|votes|instantreposts)$/i, reason: 'Your own reactions; LinkedIn does not say to whose posts.' },
  { name: /^(shares|articles|rich[ _]media|media)$/i, reason: 'What you published; nobody’s answers are in it.' },
  { name: /^endorsements?_given(_info)?$/i, reason: 'Endorsements you gave. Kith reads those you received.' },
  {
    name: /^recommendations?_given$/i,
    reason: 'Recommendations you wrote. Kith reads those you received.',
    isLookalike: true,
  },
  { name: /^endorsements?_received(_info)?$/i, reason: 'Endorsements without the columns that say who gave them.' },
  { name: /^recommendations?_received$/i, reason: 'Recommendations without the columns that say who wrote them.' },
  {
    name: /^(imported )?contacts$/i,
    reason: 'The address book LinkedIn copied from your devices: not your connections.',
  },
  { name: /^notes$/i, reason: 'Your private notes on connections are not read yet.' },
  {
    name: /^(member_follows|company follows|hashtag_follows)$/i,
    reason: 'Whom you follow without being connected: not read.',
  },
  {
    name: /^(profile.*|positions|education|skills|languages|certifications|courses|honors|projects|publications|patents|organizations|volunteering|test ?scores|causes.*)$/i,
    reason: 'Your own profile.',
  },
  {
    name: /^(email addresses|phonenumbers|phone numbers|whatsapp phone numbers|registration|account status history|private_identity_asset)$/i,
    reason: 'Your own account.',
  },
  {
    name: /^(ad_targeting|ads clicked|inferences_about_you|logins|security challenges|searchqueries|search queries|lan ads engagement)$/i,
    reason: 'What LinkedIn keeps about your use of it.',
  },
  {
    name: /^(receipts.*|services marketplace.*|events|learning.*|saved ?items|saved_items|easyapply.*|.*verification.*)$/i,
    reason: 'Purchases, learning and events: nobody’s words in it.',
  },
  { name: /^(job.*|saved job.*|online job postings|screening questions.*)$/i, reason: 'Your search for jobs.' },
];

const UNKNOWN = 'Not known to Kith, so not read.';

/** "Comments" of "x/Comments_34875879 (1).csv". */
const plainName = (path: string): string =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/ \(\d+\)$/, '')
    .replace(/_\d+$/, '');

const knownFile = (path: string) => KNOWN.find(({ name }) => name.test(plainName(path)));

/** Why a file is not read. */
export function whyUnread(path: string): string {
  if (/^jobs\//i.test(path)) return 'Your search for jobs.';
  if (/^articles\//i.test(path)) return 'What you published; nobody’s answers are in it.';
  return knownFile(path)?.reason ?? UNKNOWN;
}

/** Whether the file only looks like a table that is read. */
export const isLookalike = (path: string): boolean => knownFile(path)?.isLookalike === true;

/** Whether LinkedIn has such a file, by name: a hint, used only to say what was found. */
export const isNamedLikeLinkedIn = (path: string): boolean => /\.csv$/i.test(path) && knownFile(path) !== undefined;

/** What each table shows. Requests leave LinkedIn's list when they are answered, so their absence never means a loss. */
export const SHOWN: Shown = {
  connections: [{ kind: 'connection', direction: 'in', listed: true }],
  messages: [
    { kind: 'message', direction: 'in', listed: true },
    { kind: 'message', direction: 'out', listed: true },
  ],
  invitations: [
    { kind: 'invitation', direction: 'in', listed: true },
    { kind: 'invitation', direction: 'out', listed: true },
    { kind: 'request_in', direction: 'in', listed: false },
    { kind: 'request_out', direction: 'out', listed: false },
  ],
  endorsements: [{ kind: 'endorsement', direction: 'in', listed: true }],
  recommendations: [{ kind: 'recommendation', direction: 'in', listed: true }],
};
