import { expect, it } from 'vitest';
import { readLink } from '../../../app/domain/identity/links';

it.each([
  ['https://x.com/Leilah?s=20', { is: 'account', account: 'x:leilah' }],
  ['http://www.twitter.com/@leilah/', { is: 'account', account: 'x:leilah' }],
  ['https://bsky.app/profile/leila.studio', { is: 'account', account: 'bluesky:leila.studio' }],
  ['youtube.com/@kilns', { is: 'account', account: 'youtube:kilns' }],
  ['https://m.facebook.com/leila', { is: 'account', account: 'facebook:leila' }],
  ['https://linkedin.com/company/loom', { is: 'site', site: 'linkedin.com/company/loom' }],
  ['HTTPS://Haddad.Studio', { is: 'site', site: 'haddad.studio' }],
  ['linktr.ee/leila', { is: 'site', site: 'linktr.ee/leila' }],
  ['x.com', { is: 'site', site: 'x.com' }],
  ['kilns and glazes', null], ['javascript:alert(1)', null], ['localhost', null], ['', null],
])('%s', (text, link) => expect(readLink(text)).toEqual(link));
