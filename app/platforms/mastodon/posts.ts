/** outbox.json: whom the user answered, mentioned, boosted and wrote to. Nobody else's posts are in it. */
import type { CanonicalRecord, InteractionRecord, StatedTime } from '../../domain/activity';
import { cleanSubject, cleanText } from '../reading/clean-text';
import { isObject, listIn, objectsIn, textIn, textsIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';
import { hashOf } from '../reading/ordinals';
import { leftOut, rejected } from '../reading/records';
import { utcTime } from '../reading/stated-time';
import { authorOf, personAt, webAddress } from './people';
import type { Person } from './people';
import { TWICE } from './reading';
import type { Reading } from './reading';

export const SPEAKS_TO_NOBODY = 'Your own posts that answer and mention nobody.';
export const TO_YOURSELF = 'Private posts to yourself.';
const UNKNOWN_AUTHOR = 'Boosts of posts whose author the archive doesn’t name.';
const OWN_BOOST = 'Your own posts, boosted again.';
const NOBODY_IS_ME = 'Posts of an archive that doesn’t tell whose it is.';

const PUBLIC: ReadonlySet<string> = new Set(['https://www.w3.org/ns/activitystreams#Public', 'as:Public', 'Public']);
/** People a post names; more is filler. */
const MOST_NAMED = 100;

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})$/;

export function readPost(entry: unknown, reading: Reading, file: string): CanonicalRecord[] {
  const activity = isObject(entry) ? entry : {};
  const id = textIn(activity, 'id');
  const type = textIn(activity, 'type');
  if (id === '' || id.length > 2_000) return [rejected(file, null, 'This post has no id that can be read.')];
  if (!reading.self) return [leftOut(file, NOBODY_IS_ME)];
  const occurredAt = timeOf(activity);
  if (!occurredAt) return [rejected(file, null, 'This post has no date that can be read.', id)];
  if (!reading.isFirst('activity', id)) return [leftOut(file, TWICE)];
  if (type === 'Announce') return boost(activity, id, occurredAt, reading, file);
  const note = activity['object'];
  if (type !== 'Create' || !isObject(note)) return [leftOut(file, `Entries of the kind “${type.slice(0, 40)}”, which Kith doesn’t read.`)];
  return post(note, [...addressed(activity), ...addressed(note)], occurredAt, reading, file);
}

function timeOf(activity: JsonObject): StatedTime | null {
  const note = activity['object'];
  const written = textIn(activity, 'published') || (isObject(note) ? textIn(note, 'published') : '');
  const [whole, fraction] = ISO.exec(written) ?? [];
  return whole === undefined ? null : utcTime(Date.parse(whole), fraction === undefined ? 'second' : 'ms');
}

/** The author of what was boosted stands in the activity's `cc`, or is told by the boosted post. */
function boost(activity: JsonObject, id: string, occurredAt: StatedTime, reading: Reading, file: string): CanonicalRecord[] {
  const boosted = activity['object'];
  const note: JsonObject = isObject(boosted) ? boosted : {};
  const uri = typeof boosted === 'string' ? boosted : textIn(note, 'id');
  const [named] = peopleAt(addressed(activity), reading);
  const author = personAt(textIn(note, 'attributedTo')) ?? named ?? authorOf(uri);
  if (!author || !reading.self) return [leftOut(file, UNKNOWN_AUTHOR)];
  if (reading.isOwn(author)) return [leftOut(file, OWN_BOOST)];
  return [
    ...reading.introduceSelf(),
    ...reading.introduce([author]),
    {
      record: 'interaction',
      kind: 'repost',
      externalId: id,
      idBasis: 'native',
      direction: 'out',
      actor: reading.self,
      targets: [{ identity: author.identity, role: 'to' }],
      occurredAt,
      ...wordsOf(note),
      ...(uri === '' || uri.length > 2_000 ? {} : { parentExternalId: uri }),
    },
  ];
}

/** @param audience URIs of whom it went to, as the post or the act of posting gives them */
function post(note: JsonObject, audience: readonly string[], occurredAt: StatedTime, reading: Reading, file: string): CanonicalRecord[] {
  const { self } = reading;
  const id = textIn(note, 'id');
  if (id === '' || id.length > 2_000 || !self) return [rejected(file, null, 'This post has no id that can be read.')];
  const mentioned = mentionsOf(note).filter((person) => !reading.isOwn(person));
  const isDirect = !audience.some((one) => PUBLIC.has(one) || one.endsWith('/followers'));
  const said = { record: 'interaction', externalId: id, idBasis: 'native', direction: 'out', actor: self, occurredAt, ...wordsOf(note), ...ownAddress(id, self.key) } as const;
  if (isDirect) return direct(note, said, mentioned.length > 0 ? mentioned : peopleAt(audience, reading), reading, file);
  const answered = answeredBy(note, mentioned);
  const isAnswer = answered !== null && !reading.isOwn(answered);
  const others = mentioned.filter(({ identity }) => !isAnswer || identity.key !== answered.identity.key);
  if (!isAnswer && others.length === 0) return [leftOut(file, SPEAKS_TO_NOBODY)];
  const targets: InteractionRecord['targets'] = [
    ...(isAnswer ? [{ identity: answered.identity, role: 'to' as const }] : []),
    ...others.map(({ identity }) => ({ identity, role: 'mentioned' as const })),
  ];
  return [
    ...reading.introduceSelf(),
    ...reading.introduce([...(isAnswer ? [answered] : []), ...others]),
    { ...said, kind: isAnswer ? 'reply' : 'mention', targets, ...parentOf(note) },
  ];
}

type Said = Omit<InteractionRecord, 'kind' | 'targets'>;

/** A post that only those it names can see is a message. */
function direct(note: JsonObject, said: Said, others: readonly Person[], reading: Reading, file: string): CanonicalRecord[] {
  if (others.length === 0) return [leftOut(file, TO_YOURSELF)];
  const people = hashOf(others.map(({ identity }) => identity.key).sort());
  const stated = textIn(note, 'conversation') || textIn(note, 'context');
  const conversation = stated !== '' && stated.length <= 2_000 ? stated : `direct:${people}`;
  const isGroup = others.length > 1;
  const introduced: CanonicalRecord[] = reading.isNewConversation(conversation, people)
    ? [{
        record: 'conversation',
        externalId: conversation,
        kind: isGroup ? 'group' : 'dm',
        participants: [said.actor, ...others.map(({ identity }) => identity)],
      }]
    : [];
  return [
    ...reading.introduceSelf(),
    ...reading.introduce(others),
    ...introduced,
    {
      ...said,
      kind: 'message',
      // A private post goes to those it names and to nobody else, however many they are.
      targets: others.map(({ identity }) => ({ identity, role: isGroup ? 'mentioned' : 'to' })),
      conversationExternalId: conversation,
      ...parentOf(note),
    },
  ];
}

/** Whose post it answers: the mentioned one whose address the answered post lies under, else what that address tells. */
function answeredBy(note: JsonObject, mentioned: readonly Person[]): Person | null {
  const parent = webAddress(textIn(note, 'inReplyTo'));
  if (!parent) return null;
  const told = authorOf(parent.href);
  const named = mentioned.find(({ identity, handle }) => parent.href.startsWith(`${identity.key}/`) || (told !== null && handle !== '' && handle === told.handle));
  if (named) return named;
  if (told) return told;
  const onServer = mentioned.filter(({ identity }) => webAddress(identity.key)?.host === parent.host);
  return onServer.length === 1 ? (onServer[0] ?? null) : null;
}

function mentionsOf(note: JsonObject): Person[] {
  const people = new Map<string, Person>();
  for (const tag of objectsIn(note, 'tag').slice(0, MOST_NAMED)) {
    const person = textIn(tag, 'type') === 'Mention' ? personAt(textIn(tag, 'href'), textIn(tag, 'name')) : null;
    if (person) people.set(person.identity.key, person);
  }
  return [...people.values()];
}

/** The URIs in `to` and `cc`, each of which may be one or a list. */
const addressed = (object: JsonObject): string[] =>
  (['to', 'cc'] as const).flatMap((field) => [textIn(object, field), ...textsIn(object, field)]).filter((uri) => uri !== '').slice(0, MOST_NAMED);

/** Those of an audience who are people and not the user. */
const peopleAt = (audience: readonly string[], reading: Reading): Person[] =>
  [...new Set(audience)]
    .filter((uri) => !PUBLIC.has(uri) && !uri.endsWith('/followers'))
    .flatMap((uri) => personAt(uri) ?? [])
    .filter((person) => !reading.isOwn(person));

function wordsOf(note: JsonObject): Pick<InteractionRecord, 'text' | 'textFormat' | 'subject' | 'attachments'> {
  const { text } = cleanText(textIn(note, 'content'), true);
  const warning = cleanSubject(textIn(note, 'summary')).slice(0, 500);
  const attachments = listIn(note, 'attachment').length;
  return {
    ...(text === '' ? {} : { text, textFormat: 'html-stripped' as const }),
    ...(warning === '' ? {} : { subject: warning }),
    ...(attachments === 0 ? {} : { attachments }),
  };
}

const parentOf = (note: JsonObject): Pick<InteractionRecord, 'parentExternalId'> => {
  const parent = textIn(note, 'inReplyTo');
  return parent === '' || parent.length > 2_000 ? {} : { parentExternalId: parent };
};

/** A post opens at its own address, if that lies on the user's own server. */
function ownAddress(id: string, self: string): Pick<InteractionRecord, 'url'> {
  const url = webAddress(id);
  return url && url.host === webAddress(self)?.host ? { url: url.href } : {};
}
