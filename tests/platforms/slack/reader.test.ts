import { afterAll, describe, expect, it } from 'vitest';
import { removeFolders } from '../../fixtures/zip';
import { survivesDamage } from '../hostile';
import { asLines, readFile, readFiles, short } from '../read-export';
import { NAME, USERS, WORKSPACE } from './exports';

afterAll(removeFolders);

const JORDAN = { identities: [{ platform: 'slack' as const, kind: 'id' as const, key: 'U0J', scope: '' }], displayName: 'Jordan Pike' };
const read = () => readFiles(WORKSPACE, NAME, JORDAN);

describe('a Slack export', () => {
  it('is known by its lists and days, and dated by its name', async () => {
    const { recognition } = await read();
    expect(recognition).toMatchObject({ platform: 'slack', generatedAt: Date.UTC(2023, 11, 1), unused: [{ path: 'integration_logs.json' }] });
    expect(recognition.parts.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      'people users.json', 'messages D1/', 'messages D2/', 'messages D3/', 'messages board/', 'messages general/', 'messages mpdm-ana--ben--jordan-1/',
    ]);
  });

  it('gives people with their e-mail, the deleted marked, bots counted', async () => {
    const { identities, relations, leftOut, snapshots } = await read();
    expect(identities.find(({ key }) => key === 'U0A')).toMatchObject({ handle: 'ana', displayName: 'Ana Reis', email: 'ana@ex.org', phone: '+351912000002', title: 'Printer' });
    expect(identities.find(({ key }) => key === 'U0B')).toMatchObject({ gone: true });
    expect(identities.map(({ key }) => key)).toEqual(['U0A', 'U0J', 'U0B', 'U0X']);
    expect(relations.map(({ kind, identity }) => `${kind} ${identity.key}`)).toEqual(['member U0A']);
    expect(leftOut).toContainEqual({ record: 'left_out', file: 'users.json', reason: 'Bots and apps among the members.', count: 2 });
    expect(snapshots).toEqual([{ kind: 'member', complete: true, at: Date.UTC(2023, 11, 1) }]);
  });

  it('gives both directions, with Slack’s marks as people read them', async () => {
    const { messages } = await read();
    expect(asLines(messages)).toEqual([
      'C1 in id:U0A > id:U0J: hi @Jordan Pike, see the proof (https://example.org/a?b=1&c=2) & #general <now> @here',
      'C1 out id:U0J > id:U0A id:U0B: great',
      'C1 in id:U0X > id:U0J: from outside',
      'C1 in id:U0B > id:U0J: ',
      'D1 out id:U0J > id:U0A: hello',
      'D1 in id:U0A > id:U0J: hello back',
      'G2 in id:U0B > id:U0J: lunch?',
    ]);
    expect(messages.find(({ text }) => text === 'great')).toMatchObject({ externalId: 'C1:1700049660.000400', parentExternalId: 'C1:1699963260.000200', occurredAt: { at: 1700049660000, precision: 'ms', zone: 'utc' } });
    expect(messages.find(({ actor }) => actor.key === 'U0B')?.attachments).toBe(2);
  });

  it('names conversations by their kind', async () => {
    const { conversations } = await read();
    expect(conversations.map(({ externalId, kind, title, participants }) => [externalId, kind, title, participants.map(short).join(' ')])).toEqual([
      ['D1', 'dm', undefined, 'id:U0J id:U0A'],
      ['C1', 'channel', '#general', 'id:U0J id:U0A id:U0B'],
      ['G2', 'group', undefined, 'id:U0J id:U0A id:U0B'],
    ]);
  });

  it('gives named reactions without a time, and counts those without a name', async () => {
    const { interactions, leftOut } = await read();
    expect(interactions.filter(({ kind }) => kind === 'reaction')).toMatchObject([
      { direction: 'out', emoji: ':tada:', actor: { key: 'U0J' }, targets: [{ identity: { key: 'U0A' } }], occurredAt: null, externalId: 'C1:1699963260.000200:U0J:tada' },
    ]);
    expect(leftOut).toContainEqual(expect.objectContaining({ reason: expect.stringContaining('does not name'), count: 2 }));
  });

  it('leaves out others’ private talk, bots, service lines and empty ones, each counted; rejects what has no time', async () => {
    const { leftOut, rejected } = await read();
    expect(leftOut.map(({ file, reason, count }) => `${file} ${count} ${reason.slice(0, 20)}`)).toEqual([
      'users.json 2 Bots and apps among ', 'D2/ 1 Notes to yourself, a', 'D3/ 1 Messages in private ', 'board/ 1 Messages in private ',
      'general/ 1 Lines that Slack its', 'general/ 2 Reactions whose send', 'general/ 2 Messages by bots and', 'general/ 1 Messages with nothin',
    ]);
    expect(rejected).toMatchObject([{ file: 'general/2023-11-15.json', reason: expect.stringContaining('no time') }]);
  });

  it('asks who the user is, those in most direct conversations first', async () => {
    const { owner } = await readFiles(WORKSPACE, NAME);
    expect(owner.certain).toBe(false);
    expect(owner.candidates.map(({ displayName }) => displayName)).toEqual(['Ana Reis', 'Jordan Pike']);
    expect(owner.candidates[0]).toMatchObject({ also: [{ platform: 'email', key: 'ana@ex.org' }], evidence: 'They take part in 4 of 5 direct conversations, and they wrote 2 messages in what was looked at, and they are the primary owner of the workspace.' });
  });

  it('ranks who is in more direct conversations above who writes more', async () => {
    const loud = Array.from({ length: 5 }, (_, index) => ({ type: 'message', user: 'U0A', text: 'x', ts: `170005000${index}.000100` }));
    const files = {
      'users.json': USERS,
      'dms.json': JSON.stringify([{ id: 'D1', members: ['U0J', 'U0A'] }, { id: 'D2', members: ['U0J', 'U0B'] }]),
      'D1/2023-11-15.json': JSON.stringify(loud),
      'D2/2023-11-15.json': JSON.stringify([{ type: 'message', user: 'U0J', text: 'x', ts: '1700050000.000100' }]),
    };
    expect((await readFiles(files, NAME)).owner.candidates.map(({ displayName }) => displayName)).toEqual(['Jordan Pike', 'Ana Reis']);
  });

  it('in a channel of many, hears only mentions and answers', async () => {
    const members = ['U0J', ...Array.from({ length: 9 }, (_, index) => `U0M${index}`)];
    const files = {
      'users.json': USERS,
      'channels.json': JSON.stringify([{ id: 'C9', name: 'all', members }]),
      'all/2024-01-01.json': JSON.stringify([
        { type: 'message', user: 'U0M1', text: 'news', ts: '1704100000.000100' },
        { type: 'message', user: 'U0J', text: 'thanks', ts: '1704100001.000100', thread_ts: '1704100000.000100', parent_user_id: 'U0M1' },
        { type: 'message', user: 'U0M2', text: '<@U0J> welcome', ts: '1704100002.000100' },
        { type: 'message', user: 'U0M3', text: 'mine too', ts: '1704100003.000100', thread_ts: '1704100001.000100', parent_user_id: 'U0J' },
      ]),
    };
    const { messages } = await readFiles(files, NAME, JORDAN);
    expect(messages.map(({ direction, targets }) => [direction, ...targets.map(({ identity, role }) => `${identity.key} ${role}`)])).toEqual([
      ['other', 'U0J group'], ['out', 'U0M1 mentioned'], ['in', 'U0J mentioned'], ['in', 'U0J mentioned'],
    ]);
  });

  it('reads the workspaces of Enterprise Grid', async () => {
    const inTeams = Object.fromEntries(Object.entries(WORKSPACE).map(([path, content]) => [path === 'users.json' ? path : `teams/acme/${path}`, content]));
    const { messages } = await readFiles(inTeams, NAME, JORDAN);
    expect(messages).toHaveLength(7);
  });

  it('reads the list of people alone', async () => {
    const { identities, messages } = await readFile('users.json', USERS, JORDAN);
    expect([identities.length, messages.length]).toEqual([3, 0]);
  });
});

describe('damaged and hostile exports', () => {
  it('loses a damaged day, not the import', async () => {
    const { messages, rejected } = await readFiles({ ...WORKSPACE, 'general/2023-11-14.json': '[{"type":"message","ts":"1699963260.000200"' }, NAME, JORDAN);
    expect(messages).toHaveLength(6);
    expect(rejected).toContainEqual(expect.objectContaining({ file: 'general/2023-11-14.json', reason: expect.stringContaining('damaged') }));
  });

  it('survives damage', async () => {
    await survivesDamage(WORKSPACE, { own: JORDAN, runs: 120 });
  }, 60_000);
});
