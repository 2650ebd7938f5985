import { afterAll, describe, expect, it } from 'vitest';
import type { InteractionRecord } from '../../../app/domain/activity';
import { ERAS, MESSAGE_LINES } from '../../fixtures/facebook/account';
import type { Era } from '../../fixtures/facebook/account';
import { removeFolders } from '../../fixtures/zip';
import { readFiles, short } from '../read-export';

afterAll(removeFolders);

const read = (era: Era) => readFiles(era.files, era.archiveName);
const who = ({ actor }: InteractionRecord) => (actor.kind === 'handle' ? 'own' : actor.key);
const lines = (messages: readonly InteractionRecord[]) =>
  [...messages]
    .sort((a, b) => (a.occurredAt?.at ?? 0) - (b.occurredAt?.at ?? 0))
    .map((one) => `${one.conversationExternalId} ${one.direction} ${one.kind} ${who(one)}: ${one.text ?? `(${one.attachments})`}`);

describe.each(ERAS)('a Facebook export of $name', (era) => {
  it('is Jordan’s, for certain', async () => {
    const { owner, recognition } = await read(era);
    expect(recognition).toMatchObject({ platform: 'facebook', title: 'Facebook data export' });
    expect(owner).toMatchObject({
      certain: true,
      candidates: [{
        identity: { platform: 'facebook', kind: 'handle', key: 'jordan.pike', scope: '' },
        also: [{ platform: 'facebook', kind: 'name', key: 'jordan pike', scope: 'owner' }],
        displayName: 'Jordan Pike',
      }],
    });
  });

  it('gives friends, followers, followed and requests; namesakes stay apart', async () => {
    const { relations, identities } = await read(era);
    expect(relations.map(({ kind, identity, since }) => `${kind} ${identity.key} ${(since?.at ?? 0) / 1000}`).sort()).toEqual([
      'follower kofi mensah 1640000000', 'following studio nord 1630000000', 'friend anna berg 1600000000', 'friend anna berg 1620000000',
      'friend zoë brandt 1610000000', 'request_in new face 1500000002', 'request_out asked once 1500000001',
    ]);
    expect(identities.filter(({ key, scope }) => key === 'anna berg' && scope.startsWith('friend')).map(({ scope }) => scope)).toEqual([
      'friend 2020-09-13T12:26:40', 'friend 2021-05-03T00:00:00',
    ]);
    expect(identities.find(({ displayName }) => displayName === 'Zoë Brandt')?.profileUrl).toBeUndefined();
  });

  it('gives messages of every folder, in order, with calls and system lines for what they are', async () => {
    const { interactions, conversations } = await read(era);
    expect(lines(interactions.filter(({ kind }) => kind !== 'reaction'))).toEqual(MESSAGE_LINES);
    expect(new Set(interactions.map(({ externalId }) => externalId)).size).toBe(interactions.length);
    expect(conversations.map(({ externalId, folder }) => `${folder} ${externalId}`).sort()).toEqual([
      'archived_threads 444333', 'filtered_threads 777000', 'inbox ABC123xyz', 'inbox DEF456uvw', 'inbox GHI789rst', 'message_requests promodeals_x5z',
    ]);
    expect(interactions.find(({ kind }) => kind === 'reaction')).toMatchObject({ direction: 'out', emoji: '❤', occurredAt: null, targets: [{ identity: { key: 'zoë brandt' } }] });
    expect(interactions.find(({ text }) => text === 'An article')?.url).toBe('https://example.org/a');
  });

  it('never takes one name in two threads for one person, and marks who is gone', async () => {
    const { identities } = await read(era);
    expect(identities.filter(({ key }) => key === 'zoë brandt').map(({ scope }) => scope).sort()).toEqual(['ABC123xyz', 'DEF456uvw', 'friend 2021-01-07T06:13:20']);
    expect(identities.filter(({ gone }) => gone).map(short)).toEqual(['name:facebook user@GHI789rst']);
  });

  it('says what it leaves out and why', async () => {
    const { leftOut, recognition, rejected } = await read(era);
    expect(leftOut.map(({ reason, count }) => `${count} ${reason.slice(0, 17)}`).sort()).toEqual(['1 Messages that the', '1 Your own likes an', '2 Your own comments']);
    const said = new Set([...recognition.parts, ...recognition.unused].map(({ path }) => path));
    expect(Object.keys(era.files).filter((path) => !said.has(path))).toEqual([]);
    expect(recognition.unused.map(({ reason }) => reason)).toEqual(expect.arrayContaining([expect.stringContaining('no longer your friend'), expect.stringContaining('turned down')]));
    expect(rejected).toEqual([]);
  });

  it('covers messages both ways, and no likes or comments', async () => {
    const { coverage, snapshots } = await read(era);
    expect(coverage.map(({ kind, direction }) => `${kind} ${direction}`)).toEqual(expect.arrayContaining(['message in', 'message out', 'friend in']));
    expect(coverage.filter(({ kind }) => kind === 'like' || kind === 'comment')).toEqual([]);
    expect(snapshots.map(({ kind, complete }) => [kind, complete])).toEqual([['friend', true], ['follower', true], ['following', true]]);
  });
});
