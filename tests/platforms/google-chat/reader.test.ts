import { afterAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../../app/platforms/archive/open-archive';
import { recogniseArchive } from '../../../app/platforms/archive/recognise-archive';
import { PLATFORM_MODULES } from '../../../app/platforms/registry';
import { takeout } from '../../fixtures/email/boxes';
import { LETTERS } from '../../fixtures/email/letters';
import { removeFolders, zipOnDisk } from '../../fixtures/zip';
import { survivesDamage } from '../hostile';
import { asLines, readFile, readFiles } from '../read-export';
import { DM, OLD_SPACE, TAKEOUT } from './exports';

afterAll(removeFolders);

const JORDAN = { identities: [{ platform: 'email' as const, kind: 'email' as const, key: 'jordan@ex.org', scope: '' }], displayName: 'Jordan Pike' };

describe('Google Chat in Takeout', () => {
  it('gives both directions by e-mail address, and whose it is', async () => {
    const { messages, owner, conversations } = await readFiles(TAKEOUT, 'takeout-20261122T140500Z-001.zip');
    expect(owner).toMatchObject({ certain: true, candidates: [{ identity: { platform: 'email', kind: 'email', key: 'jordan@ex.org' } }] });
    expect(asLines(messages)).toEqual([
      'google-chat:Space xyz out email:jordan@ex.org > email:ana@ex.org email:kai@ex.org: same',
      'google-chat:Space xyz out email:jordan@ex.org > email:ana@ex.org email:kai@ex.org: same',
      'google-chat:DM abcDEF in email:ana@ex.org > email:jordan@ex.org: hi',
      'google-chat:DM abcDEF out email:jordan@ex.org > email:ana@ex.org: hello',
    ]);
    expect(conversations.map(({ kind, title }) => [kind, title])).toEqual([['dm', undefined], ['group', 'Printers']]);
  });

  it('reads times with a narrow blank, midnight and noon included', async () => {
    const { messages } = await readFiles(TAKEOUT);
    expect(messages.filter(({ idBasis }) => idBasis === 'native').map(({ occurredAt }) => new Date(occurredAt?.at ?? 0).toISOString())).toEqual(['2020-10-27T10:02:02.000Z', '2020-10-27T12:30:00.000Z']);
  });

  it('keeps attachments and reactions, and counts the deleted and the bots', async () => {
    const { interactions, messages, leftOut, rejected } = await readFiles(TAKEOUT);
    expect(messages.find(({ text }) => text === 'hello')?.attachments).toBe(1);
    expect(interactions.filter(({ kind }) => kind === 'reaction')).toMatchObject([{ direction: 'in', emoji: '👍', actor: { key: 'ana@ex.org' }, targets: [{ identity: { key: 'jordan@ex.org' } }] }]);
    expect(leftOut.map(({ reason, count }) => `${count} ${reason.slice(0, 16)}`)).toEqual(['1 Messages that we', '1 Messages by bots']);
    expect(rejected).toMatchObject([{ reason: expect.stringContaining('in English'), sample: 'mardi 27 octobre 2020' }]);
  });

  it('keeps identical messages without ids apart', async () => {
    const { messages } = await readFile('messages.json', OLD_SPACE, JORDAN);
    expect(new Set(messages.map(({ externalId }) => externalId)).size).toBe(2);
  });

  it('stands beside the mail of the same Takeout, each with its own reader', async () => {
    const archive = await openArchive(await zipOnDisk('upload', { ...TAKEOUT, ...takeout(LETTERS, 'en') }), 'takeout.zip');
    const found = await recogniseArchive(archive, PLATFORM_MODULES);
    expect(found.map(({ module, recognition }) => [module, recognition.platform])).toEqual([['google_chat', 'email'], ['email', 'email']]);
    expect((await recogniseArchive(archive, PLATFORM_MODULES, 'email'))[0].recognition.title).toContain('Gmail');
    await archive.close();
  });

  it('survives damage', async () => {
    await survivesDamage({ ...TAKEOUT, 'Takeout/Google Chat/Groups/DM other/messages.json': DM }, { own: JORDAN, runs: 60 });
  }, 60_000);
});
