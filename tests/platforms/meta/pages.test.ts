import { afterAll, describe, expect, it } from 'vitest';
import type { InteractionRecord } from '../../../app/domain/activity';
import { FACEBOOK_PAGES, INSTAGRAM_PAGES, renamed } from '../../fixtures/meta/pages';
import { removeFolders } from '../../fixtures/zip';
import { readFiles, short } from '../read-export';

afterAll(removeFolders);

const lines = (messages: readonly InteractionRecord[]) =>
  messages.map(({ conversationExternalId, direction, occurredAt, text, attachments }) =>
    `${conversationExternalId} ${direction} ${new Date(occurredAt?.at ?? 0).toISOString().slice(0, 16)} ${text ?? `(${attachments})`}`);
const ZONE = { zone: 'Europe/Amsterdam' };

describe.each([['as written', INSTAGRAM_PAGES], ['with other class names', renamed(INSTAGRAM_PAGES)]])('Instagram’s pages %s', (_how, files) => {
  const reading = readFiles(files, 'instagram-jordan.pike-2024-06-05-Ab12.zip', undefined, ZONE);

  it('asks for the zone of its times', async () => {
    const { questions } = await reading;
    expect(questions).toMatchObject([{ asks: 'zone' }]);
    const [question] = questions;
    expect(question?.asks === 'zone' ? question.examples.length : 0).toBeGreaterThan(0);
  });

  it('gives lists with local times', async () => {
    const { relations } = await reading;
    expect(relations.map(({ kind, identity, since }) => `${kind} ${identity.key} ${new Date(since?.at ?? 0).toISOString().slice(0, 16)} ${since?.precision} ${since?.zone}`)).toEqual([
      'follower lotte_bakker_fic 2021-03-04T04:06 minute assumed', 'follower ana_ferreira 2021-03-04T22:20 minute assumed',
      'following lotte_bakker_fic 2022-04-15T03:21 minute assumed', 'following kofi.mensah 2022-04-15T03:21 minute assumed',
      'blocked spam.bot99 2023-07-22T02:26 minute assumed',
    ]);
  });

  it('gives messages, what was sent along and reactions', async () => {
    const { messages, interactions, conversations, samePerson } = await reading;
    expect(lines(messages)).toEqual([
      '17842000000000001 in 2024-06-02T07:43 Tot morgen!\nOm 9',
      '17842000000000001 out 2024-06-02T07:41 (1)',
      '17842000000000001 in 2024-06-02T07:40 Look at this',
      '17842000000000001 out 2024-06-02T07:39 Sep 13, 2020, 12:26 PM',
      '17842000000000001 in 2024-06-02T07:38 a <b> & c',
      '17842000000000009 out 2024-06-01T07:38 Hello Ana',
    ]);
    expect(messages[2]?.url).toBe('https://www.instagram.com/p/Cshare1/');
    expect(interactions.filter(({ kind }) => kind === 'reaction').map(({ direction, emoji, occurredAt }) => [direction, emoji, occurredAt?.at])).toEqual([
      ['out', '❤', Date.UTC(2024, 5, 2, 7, 44)],
    ]);
    expect(conversations.map(({ participants }) => participants.map(({ key }) => key))).toEqual([['jordan.pike', 'lotte bakker 🌷'], ['jordan.pike', 'ana ferreira']]);
    expect(samePerson.map(({ identities }) => identities[0]?.key)).toEqual(['lotte_bakker_fic', 'ana_ferreira']);
  });

  it('gives likes and comments with whose they are', async () => {
    const { interactions } = await reading;
    expect(interactions.filter(({ kind }) => kind === 'like' || kind === 'comment').map(({ kind, targets, text, url }) => [kind, targets[0]?.identity.key, text ?? url])).toEqual([
      ['comment', 'kofi.mensah', 'Lovely colours 🎨'],
      ['like', 'kofi.mensah', 'https://www.instagram.com/p/CxKofi1/'],
      ['like', 'ana_ferreira', 'https://www.instagram.com/p/CxAna2/'],
    ]);
  });

  it('knows its owner and accounts for every page', async () => {
    const { owner, recognition, rejected } = await reading;
    expect(owner).toMatchObject({ certain: true, candidates: [{ displayName: 'Jordan Pike', identity: { key: 'jordan.pike' } }] });
    expect([...recognition.parts, ...recognition.unused].map(({ path }) => path).sort()).toEqual(Object.keys(files).sort());
    expect(rejected).toEqual([]);
  });
});

describe.each([['as written', FACEBOOK_PAGES], ['with other class names', renamed(FACEBOOK_PAGES)]])('Facebook’s pages %s', (_how, files) => {
  const reading = readFiles(files, 'facebook-jordanpike.zip', undefined, ZONE);

  it('gives friends with local times', async () => {
    const { relations, recognition } = await reading;
    expect(recognition.platform).toBe('facebook');
    expect(relations.map(({ kind, identity, since }) => `${kind} ${identity.key} ${new Date(since?.at ?? 0).toISOString().slice(0, 16)}`)).toEqual([
      'friend anna berg 2020-09-13T10:26', 'friend zoë brandt 2021-01-07T05:13', 'friend anna berg 2021-05-02T22:00',
    ]);
  });

  it('gives messages of both kinds of dates', async () => {
    const { messages, conversations, owner } = await reading;
    expect(lines(messages)).toEqual([
      'abc123xyz in 2019-10-19T12:37 Grüße', 'abc123xyz out 2019-10-19T12:36 Hej',
      'def456xyz in 2019-10-19T12:37 Friday?', 'def456xyz out 2019-10-19T12:38 Works',
      'def456xyz in 2019-10-19T12:38 ok', 'def456xyz in 2019-10-19T12:38 ok',
      'ghi789xyz in 2019-10-18T12:37 Hi', 'ghi789xyz out 2019-10-18T12:36 Hello',
    ]);
    expect(new Set(messages.map(({ externalId }) => externalId)).size).toBe(messages.length);
    expect(owner).toMatchObject({ certain: true, candidates: [{ displayName: 'Jordan Pike' }] });
    expect(conversations.map(({ kind, participants }) => [kind, ...participants.map(short)])).toEqual([
      ['dm', 'name:jordan pike@owner', 'name:zoë brandt@abc123xyz'],
      ['group', 'name:jordan pike@owner', 'name:kofi mensah@def456xyz', 'name:zoë brandt@def456xyz', 'name:ada ito@def456xyz'],
      ['dm', 'name:jordan pike@owner', 'name:ada ito@ghi789xyz'],
    ]);
  });
});
