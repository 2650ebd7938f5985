import { afterAll, describe, it } from 'vitest';
import { CUTOVER, ENCRYPTED, eraNamed as facebookEra } from '../../fixtures/facebook/account';
import { eraNamed as instagramEra } from '../../fixtures/instagram/eras';
import { FACEBOOK_PAGES, INSTAGRAM_PAGES } from '../../fixtures/meta/pages';
import { removeFolders } from '../../fixtures/zip';
import { survivesDamage } from '../hostile';

afterAll(removeFolders);

const own = (platform: 'instagram' | 'facebook') => ({
  identities: [{ platform, kind: 'handle', key: 'jordan.pike', scope: '' } as const], displayName: 'Jordan Pike',
});

describe('damaged and hostile exports', () => {
  it.each([
    ['Instagram 2020', 'instagram', instagramEra('2020').files],
    ['Instagram 2021', 'instagram', instagramEra('2021').files],
    ['Instagram 2025', 'instagram', instagramEra('2025').files],
    ['Instagram’s pages', 'instagram', INSTAGRAM_PAGES],
    ['Facebook 2018', 'facebook', facebookEra('2018').files],
    ['Facebook 2023', 'facebook', facebookEra('2023').files],
    ['Facebook’s pages', 'facebook', FACEBOOK_PAGES],
    ['the encrypted download', 'facebook', { ...CUTOVER, ...ENCRYPTED }],
  ] as const)('%s end with records and rejects, or a clear sentence', async (_name, platform, files) => {
    await survivesDamage(files, { own: own(platform), answers: { zone: 'Europe/Amsterdam' }, runs: 40 });
  }, 60_000);
});
