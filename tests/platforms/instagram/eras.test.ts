import { afterAll, describe, expect, it } from 'vitest';
import type { InteractionRecord } from '../../../app/domain/activity';
import { LOTTE, MESSAGE_LINES, SINCE, THREADS } from '../../fixtures/instagram/account';
import { ERAS } from '../../fixtures/instagram/eras';
import type { Era } from '../../fixtures/instagram/eras';
import { removeFolders } from '../../fixtures/zip';
import { readFiles, short } from '../read-export';

afterAll(removeFolders);

const read = (era: Era) => readFiles(era.files, era.archiveName);
const who = (interaction: InteractionRecord) => (short(interaction.actor) === 'handle:jordan.pike' ? 'own' : short(interaction.actor));
const lines = (messages: readonly InteractionRecord[]): string[] =>
  [...messages]
    .sort((a, b) => (a.occurredAt?.at ?? 0) - (b.occurredAt?.at ?? 0))
    .map((one) => `${one.conversationExternalId} ${one.direction} ${who(one)}: ${one.text ?? `(${one.attachments})`}`);

describe.each(ERAS)('an Instagram export of $name', (era) => {
  it('is Jordan’s, for certain', async () => {
    const { owner, recognition } = await read(era);
    expect(recognition).toMatchObject({ platform: 'instagram', title: 'Instagram data export' });
    expect(owner).toMatchObject({
      certain: true,
      candidates: [{
        identity: { platform: 'instagram', kind: 'handle', key: 'jordan.pike', scope: '' },
        also: [{ platform: 'instagram', kind: 'name', key: 'jordan pike', scope: 'owner' }],
        displayName: 'Jordan Pike', profileUrl: 'https://www.instagram.com/jordan.pike/',
      }],
    });
    expect(owner.candidates).toHaveLength(1);
  });

  it('gives every follower and everybody followed with the date', async () => {
    const { relations } = await read(era);
    const of = (kind: string) =>
      relations.filter((one) => one.kind === kind && one.identity.platform === 'instagram').map(({ identity, since }) => [identity.key, since?.at]);
    expect(of('follower')).toEqual([
      ['lotte_bakker_fic', SINCE.lotte * 1000],
      ['ana_ferreira', era.name === '2020' ? Date.UTC(2021, 2, 4, 23, 20) : SINCE.ana * 1000],
      ['kofi.mensah', era.name === '2020' ? Date.UTC(2022, 3, 15, 5, 20) : SINCE.kofi * 1000],
    ]);
    expect(of('following')).toEqual([['lotte_bakker_fic', SINCE.following * 1000], ['kofi.mensah', SINCE.following * 1000]]);
    expect(relations[0]?.since).toMatchObject({ precision: 'second', zone: 'utc' });
    expect(relations[0]?.sinceBasis).toBe('stated');
  });

  it('gives requests, close friends, the blocked and the restricted for what they are', async () => {
    const { relations } = await read(era);
    const rest = relations.filter(({ kind, identity }) => kind !== 'follower' && kind !== 'following' && identity.platform === 'instagram');
    expect(rest.map(({ kind, identity }) => `${kind} ${identity.key}`).sort()).toEqual(
      era.name === '2020'
        ? ['blocked spam.bot99', 'close_friend lotte_bakker_fic', 'request_out shy.account']
        : ['blocked spam.bot99', 'close_friend lotte_bakker_fic', 'muted loud_uncle', 'request_in new_fan', 'request_out shy.account'],
    );
  });

  it('makes the addresses of profiles from handles in lower case', async () => {
    const { identities } = await read(era);
    expect(identities.find(({ key }) => key === 'lotte_bakker_fic')).toMatchObject({
      kind: 'handle', handle: 'lotte_bakker_fic', profileUrl: 'https://www.instagram.com/lotte_bakker_fic/', evidence: 'export',
    });
    const ids = identities.map((one) => `${one.platform} ${short(one)}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says of every file it does not read why', async () => {
    const { recognition, rejected } = await read(era);
    const said = new Set([...recognition.parts, ...recognition.unused].map(({ path }) => path));
    const silent = Object.keys(era.files).filter((path) => !said.has(path));
    expect(silent).toEqual([]);
    expect(recognition.unused.filter(({ reason }) => reason.startsWith('Not known'))).toEqual([]);
    expect(rejected).toEqual([]);
  });
});

const WITH_MESSAGES = ERAS.filter(({ name }) => name !== '2020');

describe.each(WITH_MESSAGES)('messages of $name', (era) => {
  it('come with direction, person and text, whatever folder they are in', async () => {
    const { messages } = await read(era);
    expect(lines(messages)).toEqual(MESSAGE_LINES);
    expect(messages.find(({ text }) => text === 'Tot morgen!')?.occurredAt).toEqual({ at: 1717321402123, precision: 'ms', zone: 'utc' });
    expect(messages.find(({ text }) => text === 'Look at this')?.url).toBe('https://www.instagram.com/p/Cshare1/');
    expect(messages.find(({ attachments }) => attachments === 1)?.direction).toBe('out');
  });

  it('stand in conversations with folder and people', async () => {
    const { conversations } = await read(era);
    expect(conversations.map((one) => [one.externalId, one.kind, one.title, one.folder, one.participants.length])).toEqual([
      ['17842000000000001', 'dm', undefined, 'inbox', 2],
      ['17842000000000002', 'group', 'Design circle', 'inbox', 3],
      ['17842000000000003', 'dm', undefined, 'message_requests', 2],
      ['17842000000000004', 'dm', undefined, 'inbox', 2],
    ]);
  });

  it('have reactions with their parent, and no date', async () => {
    const { interactions } = await read(era);
    const reactions = interactions.filter(({ kind, conversationExternalId }) => kind === 'reaction' && conversationExternalId);
    const parent = (id: string | undefined) => interactions.find(({ externalId }) => externalId === id)?.text;
    expect(reactions.map((one) => [one.direction, who(one), one.emoji, parent(one.parentExternalId), one.occurredAt])).toEqual([
      ['out', 'own', '❤', 'Tot morgen!', null],
      ['in', 'name:ana ferreira@17842000000000002', '👍', 'Works', null],
      ['other', 'name:lotte bakker 🌷@17842000000000002', '👍', 'Friday?', null],
    ]);
  });

  it('know somebody whose account is gone, and leave out what was taken back', async () => {
    const { identities, leftOut } = await read(era);
    expect(identities.filter(({ gone }) => gone).map(short)).toEqual([`name:instagram user@17842000000000004`]);
    expect(leftOut.filter(({ reason }) => reason.includes('took back')).map(({ count }) => count)).toEqual([1]);
  });

  it('belong to the account their folder is called after', async () => {
    const { samePerson, identities } = await read(era);
    expect(samePerson.map((one) => one.identities.map(short))).toEqual([
      ['handle:lotte_bakker_fic', `name:${LOTTE.toLowerCase()}@${THREADS.lotte.split('_')[1]}`],
    ]);
    expect(identities.find(({ key }) => key === LOTTE.toLowerCase())?.displayName).toBe(LOTTE);
  });
});
