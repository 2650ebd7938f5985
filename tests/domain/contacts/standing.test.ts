import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONVERSATION_KINDS, DIRECTIONS, INTERACTION_KINDS, RELATION_KINDS } from '../../../app/domain/activity';
import {
  countsForHealth, noReplyAddress, SMALL_GROUP, standingOf, type InteractionEvidence, type Standing,
} from '../../../app/domain/contacts/standing';

/** A message of theirs in a one-to-one thread; each row says what differs. */
function happened(differs: Partial<InteractionEvidence>): InteractionEvidence {
  return {
    what: 'interaction', kind: 'message', direction: 'in', conversation: 'dm', groupSize: 2, addressesUser: true,
    hasWords: true, sponsored: false, automated: false, ...differs,
  };
}

const alone = { conversation: null, groupSize: null } as const;
const smallGroup = { conversation: 'group', groupSize: SMALL_GROUP, addressesUser: false } as const;
const largeGroup = { conversation: 'group', groupSize: SMALL_GROUP + 1, addressesUser: false } as const;

type Row = [says: string, evidence: Partial<InteractionEvidence>, standing: Standing, health: boolean];

const TABLE: Row[] = [
  ['one-to-one message', {}, 'contact', true],
  ['one-to-one message that holds only a picture', { hasWords: false }, 'contact', true],
  ['one-to-one message in a thread nobody counted', { groupSize: null }, 'contact', true],
  ['mail to you', { kind: 'email', conversation: 'email_thread' }, 'contact', true],
  ['mail outside any thread', { kind: 'email', ...alone }, 'contact', true],
  ['comment to you', { kind: 'comment', conversation: 'post_thread', groupSize: 40 }, 'contact', true],
  ['public reply to you', { kind: 'reply', ...alone }, 'contact', true],
  ['mention of you', { kind: 'mention', ...alone }, 'contact', true],
  ['quote of yours', { kind: 'quote', ...alone }, 'contact', true],
  ['like of yours', { kind: 'like', ...alone, hasWords: false }, 'contact', true],
  ['reaction to a message of yours', { kind: 'reaction', hasWords: false }, 'contact', true],
  ['repost of yours', { kind: 'repost', ...alone, hasWords: false }, 'contact', true],
  ['endorsement', { kind: 'endorsement', ...alone }, 'contact', true],
  ['recommendation', { kind: 'recommendation', ...alone }, 'contact', true],
  ['recommendation you wrote', { kind: 'recommendation', direction: 'out', ...alone }, 'contact', true],
  ['invitation with words', { kind: 'invitation', ...alone }, 'contact', true],
  ['your invitation with words', { kind: 'invitation', direction: 'out', ...alone }, 'contact', true],

  ['your own one-to-one message', { direction: 'out' }, 'contact', true],
  ['your own mail', { kind: 'email', direction: 'out', conversation: 'email_thread' }, 'contact', true],
  ['your own answer in a mail thread of two', { kind: 'reply', direction: 'out', conversation: 'email_thread' }, 'contact', true],

  ['meeting', { kind: 'meeting', ...alone }, 'contact', true],
  ['call you made', { kind: 'call', direction: 'out', ...alone }, 'contact', true],
  ['purchase', { kind: 'purchase', ...alone }, 'contact', true],
  ['gift', { kind: 'gift', direction: 'out', ...alone }, 'contact', true],

  ['follow', { kind: 'follow', ...alone, hasWords: false }, 'audience', false],
  ['invitation without words', { kind: 'invitation', ...alone, hasWords: false }, 'audience', false],
  ['your invitation without words', { kind: 'invitation', direction: 'out', ...alone, hasWords: false }, 'audience', false],

  ['someone you only mentioned', { kind: 'mention', direction: 'out', ...alone }, 'audience', true],
  ['someone you replied to in public', { kind: 'reply', direction: 'out', ...alone }, 'audience', true],
  ['someone whose post you commented on', { kind: 'comment', direction: 'out', conversation: 'post_thread', groupSize: 2 }, 'audience', true],
  ['someone you liked', { kind: 'like', direction: 'out', ...alone, hasWords: false }, 'audience', true],
  ['someone whose message you reacted to', { kind: 'reaction', direction: 'out', hasWords: false }, 'audience', true],

  ['line in a group of eight', smallGroup, 'contact', true],
  ['line between others in a group of eight', { ...smallGroup, direction: 'other' }, 'contact', true],
  ['line in a group of nine', largeGroup, 'audience', false],
  ['line in a group nobody counted', { ...largeGroup, groupSize: null }, 'audience', false],
  ['line in a channel', { ...largeGroup, conversation: 'channel', groupSize: 4000 }, 'audience', false],
  ['answer to you in a large group', { ...largeGroup, addressesUser: true }, 'contact', true],
  ['mention of you in a large group', { ...largeGroup, kind: 'mention' }, 'contact', true],
  ['reaction to somebody else in a small group', { ...smallGroup, kind: 'reaction', direction: 'other' }, 'audience', false],
  ['reaction to you in a group', { ...smallGroup, kind: 'reaction' }, 'contact', false],
  ['message in a thread of three', { groupSize: 3, addressesUser: false }, 'contact', true],
  ['member of a small group you wrote in', { ...smallGroup, direction: 'out' }, 'audience', true],
  ['member of a large group you wrote in', { ...largeGroup, direction: 'out' }, 'audience', false],
  ['member you named in a large group', { ...largeGroup, direction: 'out', addressesUser: true }, 'audience', true],
  ['comment between others under a post', { kind: 'comment', direction: 'other', conversation: 'post_thread', groupSize: 4 }, 'audience', false],
  ['"Ana joined the group"', { ...smallGroup, kind: 'system' }, 'audience', false],

  ['sponsored message', { sponsored: true }, 'neither', false],
  ['automatic mail', { kind: 'email', automated: true }, 'neither', false],
  ['sponsored invitation', { kind: 'invitation', sponsored: true }, 'neither', false],
];

describe('who becomes a contact, and what counts towards health', () => {
  it.each(TABLE)('%s', (_says, differs, standing, health) => {
    const evidence = happened(differs);
    expect(standingOf(evidence)).toBe(standing);
    expect(countsForHealth({ ...evidence, dated: true })).toBe(health);
  });

  it.each(RELATION_KINDS)('a relation alone (%s) is audience', (kind) => {
    expect(standingOf({ what: 'relation', kind })).toBe('audience');
  });

  it('a row of an address book and somebody added by hand are contacts', () => {
    expect(standingOf({ what: 'address_book' })).toBe('contact');
    expect(standingOf({ what: 'by_hand' })).toBe('contact');
  });
});

const anyEvidence: fc.Arbitrary<InteractionEvidence> = fc.record({
  what: fc.constant('interaction' as const),
  kind: fc.constantFrom(...INTERACTION_KINDS),
  direction: fc.constantFrom(...DIRECTIONS),
  conversation: fc.option(fc.constantFrom(...CONVERSATION_KINDS)),
  groupSize: fc.option(fc.integer({ min: 1, max: 500 })),
  addressesUser: fc.boolean(),
  hasWords: fc.boolean(),
  sponsored: fc.boolean(),
  automated: fc.boolean(),
});

describe('whatever happened', () => {
  it('counts for nothing without a date', () => {
    fc.assert(fc.property(anyEvidence, (evidence) => !countsForHealth({ ...evidence, dated: false })));
  });

  it('comes to nothing when a machine or money sent it', () => {
    fc.assert(
      fc.property(anyEvidence, fc.boolean(), (evidence, paid) => {
        const sent = { ...evidence, sponsored: paid, automated: !paid };
        expect(standingOf(sent)).toBe('neither');
        expect(countsForHealth({ ...sent, dated: true })).toBe(false);
      }),
    );
  });

  it('a line that addresses the user never weighs less than one that does not', () => {
    const weight: Record<Standing, number> = { neither: 0, audience: 1, contact: 2 };
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const addressed = weight[standingOf({ ...evidence, addressesUser: true })];
        expect(addressed).toBeGreaterThanOrEqual(weight[standingOf({ ...evidence, addressesUser: false })]);
      }),
    );
  });
});

describe('addresses of machines', () => {
  it.each([
    'no-reply@shop.example', 'noreply@shop.example', 'NoReply@Shop.Example', 'no_reply@shop.example', 'no.reply@shop.example',
    'messages-noreply@linkedin.example', 'noreply+4711@shop.example', 'noreply2@shop.example', 'do-not-reply@bank.example',
    'donotreply@bank.example', 'mailer-daemon@mx.example', 'MAILER-DAEMON@mx.example', 'postmaster@mx.example',
    'bounce-7_HTML@list.example', 'bounces+12=a@list.example', 'notifications@forge.example', 'ne-pas-repondre@poste.example',
  ])('%s', (email) => {
    expect(noReplyAddress(email)).toBe(true);
  });

  it.each([
    'leila@haddad.example', 'hello@studio.example', 'reply@leila.example', 'noreplyson@fjord.example', 'nora.reply@fjord.example',
    'newsletter.leila@studio.example', 'tom.bouncer@club.example', 'info@noreply.example', '',
  ])('%s may be a person', (email) => {
    expect(noReplyAddress(email)).toBe(false);
  });
});
