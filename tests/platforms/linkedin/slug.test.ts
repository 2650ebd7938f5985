import { describe, expect, it } from 'vitest';
import { profileIdentity, profileUrl, splitUrls } from '../../../app/platforms/linkedin/slug';

const ID = 'ACoAABcDeFgHiJkLmNoPqRsTuVwXyZ012345678';

describe('profileIdentity', () => {
  it.each([
    ['https://www.linkedin.com/in/ines-okafor-3b2a91', 'ines-okafor-3b2a91'],
    ['https://www.linkedin.com/in/Ines-Okafor/', 'ines-okafor'],
    ['http://linkedin.com/in/ines?trk=people#top', 'ines'],
    ['www.linkedin.com/in/ines', 'ines'],
    ['https://nl.linkedin.com/in/ines/nl', 'ines'],
    ['https://m.linkedin.com/mwlite/in/ines', 'ines'],
    ['https://www.linkedin.com/in/zo%C3%AB-brandt', 'zoë-brandt'],
    ['https://www.linkedin.com/in/ZO%c3%ab-Brandt', 'zoë-brandt'],
    ['https://www.linkedin.com/in/zoe\u0308-brandt', 'zoë-brandt'],
    ['https://www.linkedin.com/in/100%-real', '100%-real'],
    [' https://www.linkedin.com/in/ines ', 'ines'],
  ])('%s is the handle %s', (url, key) => {
    expect(profileIdentity(url)).toEqual({ platform: 'linkedin', kind: 'handle', key, scope: '' });
  });

  it('keeps the letter case of member ids, and keeps them apart from handles', () => {
    expect(profileIdentity(`https://www.linkedin.com/in/${ID}`)).toEqual({ platform: 'linkedin', kind: 'id', key: ID, scope: '' });
  });

  it.each([
    '', 'javascript:alert(1)', 'javascript://www.linkedin.com/in/ines', 'data:text/html,https://www.linkedin.com/in/ines',
    'https://evil.example/in/ines', 'https://evil-linkedin.com/in/ines', 'https://linkedin.com.evil.example/in/ines',
    'https://linkedin.com@evil.example/in/ines', 'https://www.linkedin.com/company/northwind',
    'https://www.linkedin.com/in/', 'https://www.linkedin.com/in/%2e%2e', 'https://www.linkedin.com/in/a%2Fb',
    'https://www.linkedin.com/in/a%00b', `https://www.linkedin.com/in/${'a'.repeat(2000)}`,
  ])('%s is nobody', (url) => {
    expect(profileIdentity(url)).toBeNull();
  });
});

it('builds addresses from keys, and none for names', () => {
  expect(profileUrl({ platform: 'linkedin', kind: 'handle', key: 'zoë-brandt', scope: '' })).toBe('https://www.linkedin.com/in/zo%C3%AB-brandt');
  expect(profileUrl({ platform: 'linkedin', kind: 'name', key: 'zoë brandt', scope: 'x' })).toBeUndefined();
});

it('splits lists of addresses', () => {
  expect(splitUrls('https://a, https://b,,\nhttps://c')).toEqual(['https://a', 'https://b', 'https://c']);
});
