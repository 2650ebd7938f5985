import { afterAll, describe, expect, it } from 'vitest';
import { csvTable } from '../../fixtures/linkedin/csv-text';
import { removeFolders } from '../../fixtures/zip';
import { readFiles, short } from '../read-export';
import { OWN } from './rows';

afterAll(removeFolders);

type Fields = Record<string, string>;
const url = (slug: string) => `https://www.linkedin.com/in/${slug}`;

describe('connections', () => {
  const COLUMNS = ['First Name', 'Last Name', 'URL', 'Email Address', 'Company', 'Position', 'Connected On'];
  const fields = (more: Fields = {}): Fields => ({
    'First Name': 'Ada', 'Last Name': 'Ito', URL: url('ada-ito'), Company: 'Northwind', Position: 'Editor', 'Connected On': '08 Feb 2023', ...more,
  });
  const read = (rows: readonly Fields[]) => readFiles({ 'Connections.csv': csvTable(COLUMNS, rows) }, 'export.zip', OWN);

  it.each(['javascript:alert(1)', 'https://evil.example/in/ada-ito', 'https://www.linkedin.com/company/ada'])(
    'takes %s for no address',
    async (URL) => {
      const { identities } = await read([fields({ URL })]);
      expect(identities.map(short)).toEqual(['name:ada ito@connected 2023-02-08']);
      expect(identities[0]?.profileUrl).toBeUndefined();
    },
  );

  it.each([
    ['Ada@Example.org ', 'ada@example.org'], ['', undefined], ['hidden', undefined], ['a@b', undefined], ['a@b.org, c@d.org', undefined],
  ])('reads the address %j as %s', async (written, email) => {
    const { identities } = await read([fields({ 'Email Address': written })]);
    expect(identities[0]?.email).toBe(email);
  });

  it('keeps people whose date can’t be read, and says how many', async () => {
    const { relations, leftOut, coverage } = await read([fields({ 'Connected On': 'long ago' }), fields({ 'Connected On': '' })]);
    expect(relations).toMatchObject([{ since: null, sinceBasis: 'first_seen' }, { since: null, sinceBasis: 'first_seen' }]);
    expect(leftOut).toMatchObject([{ reason: 'Dates of connections that could not be read; the people were kept.', count: 1 }]);
    expect(coverage).toEqual([]);
  });

  it('tells the order of day and month from the whole file', async () => {
    const { relations } = await read([fields({ 'Connected On': '03/04/2021' }), fields({ URL: url('b'), 'Connected On': '25/12/2020' })]);
    expect(relations.map(({ since }) => since && new Date(since.at).toISOString().slice(0, 10))).toEqual(['2021-04-03', '2020-12-25']);
  });

  it('knows a member by id where there is no public name', async () => {
    const { identities } = await read([fields({ URL: url('ACoAABcDeFgHiJkLmNoPqRsTuVwXyZ012345678') })]);
    expect(identities.map(short)).toEqual(['id:ACoAABcDeFgHiJkLmNoPqRsTuVwXyZ012345678']);
    expect(identities[0]?.handle).toBeUndefined();
  });

  it('is complete where nobody hides and no row is broken', async () => {
    expect((await read([fields()])).coverage).toMatchObject([{ kind: 'connection', complete: true }]);
    const hidden = await read([fields(), { 'Connected On': '01 Jan 2023' }]);
    expect(hidden.coverage).toMatchObject([{ kind: 'connection', complete: false }]);
    expect(hidden.relations).toHaveLength(1);
  });

  it('asks no certainty about the owner of a list alone, and takes the profile’s name where there is one', async () => {
    const alone = await readFiles({ 'Connections.csv': csvTable(COLUMNS, [fields()]) });
    expect(alone.owner).toEqual({ certain: false, candidates: [] });
    expect(alone.relations).toHaveLength(1);
    const withProfile = await readFiles({
      'Connections.csv': csvTable(COLUMNS, [fields()]),
      'Profile.csv': 'First Name,Last Name,Headline\nJordan,Pike,Designer\n',
    });
    expect(withProfile.owner).toMatchObject({ certain: true, candidates: [{ identity: { kind: 'name', key: 'jordan pike', scope: 'owner' } }] });
  });
});

describe('invitations', () => {
  const COLUMNS = ['From', 'To', 'Sent At', 'Message', 'Direction', 'inviterProfileUrl', 'inviteeProfileUrl'];
  const incoming = (more: Fields = {}): Fields => ({
    From: 'Ada Ito', To: 'Jordan Pike', 'Sent At': '7/29/25, 6:15 PM', Message: 'Hello', Direction: 'INCOMING',
    inviterProfileUrl: url('ada-ito'), inviteeProfileUrl: url('jordanpike'), ...more,
  });
  const read = (rows: readonly Fields[]) => readFiles({ 'Invitations.csv': csvTable(COLUMNS, rows) }, 'export.zip', OWN);

  it('gives words between the right two people', async () => {
    const { interactions } = await read([incoming(), incoming({
      From: 'Jordan Pike', To: 'Sam Ito', Direction: 'OUTGOING', inviterProfileUrl: url('jordanpike'), inviteeProfileUrl: url('sam-ito'),
    })]);
    expect(interactions.map(({ direction, actor, targets }) => [direction, short(actor), ...targets.map(({ identity }) => short(identity))])).toEqual([
      ['in', 'handle:ada-ito', 'handle:jordanpike'],
      ['out', 'handle:jordanpike', 'handle:sam-ito'],
    ]);
  });

  it('believes the user’s own address more than the Direction column', async () => {
    const { relations } = await read([incoming({ Direction: 'OUTGOING' }), incoming({ Direction: '' })]);
    expect(relations.map(({ kind, identity }) => [kind, short(identity)])).toEqual([['request_in', 'handle:ada-ito'], ['request_in', 'handle:ada-ito']]);
  });

  it('makes one id of one invitation, however often it is listed', async () => {
    const { interactions } = await read([incoming(), incoming({ Message: 'Hello ' }), incoming({ 'Sent At': '7/30/25, 6:15 PM' })]);
    expect(new Set(interactions.map(({ externalId }) => externalId)).size).toBe(2);
  });

  it.each([
    ['This invitation has no date that can be read.', { 'Sent At': '' }],
    ['This invitation does not say who sent it.', { Direction: '', inviterProfileUrl: '', inviteeProfileUrl: '' }],
    ['This invitation names nobody.', { From: ' ', inviterProfileUrl: 'javascript:alert(1)' }],
  ])('%s', async (reason, fields) => {
    const { rejected, interactions } = await read([incoming(fields), incoming()]);
    expect(rejected.map((row) => [row.line, row.reason])).toEqual([[2, reason]]);
    expect(interactions).toHaveLength(1);
  });
});
