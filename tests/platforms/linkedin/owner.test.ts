import { afterAll, describe, expect, it } from 'vitest';
import { csvTable } from '../../fixtures/linkedin/csv-text';
import { removeFolders } from '../../fixtures/zip';
import { readFiles, short } from '../read-export';
import { MESSAGE_COLUMNS, messageFields } from './rows';

afterAll(removeFolders);

const url = (slug: string) => `https://www.linkedin.com/in/${slug}`;
const profile = (first: string, last: string) => `First Name,Last Name,Headline\n${first},${last},Designer\n`;
const messages = (rows: readonly Record<string, string>[], columns: readonly string[] = MESSAGE_COLUMNS) => csvTable(columns, rows);
const withAda = messageFields();
const withBen = messageFields({ 'CONVERSATION ID': '2-ben==', FROM: 'Ben Costa', 'SENDER PROFILE URL': url('ben') });
const invitation = (invitee: string) =>
  `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\nAda Ito,J,"7/29/25, 6:15 PM",,INCOMING,${url('ada-ito')},${url(invitee)}\n`;

const find = async (files: Record<string, string>) => {
  const { owner } = await readFiles(files);
  return { certain: owner.certain, who: owner.candidates.map(({ identity }) => short(identity)), owner };
};

describe('the owner of an archive', () => {
  it('is who bears the name on the profile', async () => {
    const { certain, who } = await find({ 'messages.csv': messages([withAda]), 'Profile.csv': profile('Jordan', 'Pike') });
    expect([certain, who[0]]).toEqual([true, 'handle:jordanpike']);
  });

  it('is the one in every conversation, where there is no profile', async () => {
    const { certain, who, owner } = await find({ 'messages.csv': messages([withAda, withBen]) });
    expect([certain, who[0]]).toEqual([true, 'handle:jordanpike']);
    expect(owner.candidates[0]?.evidence).toBe('They take part in 2 of 2 conversations.');
  });

  it('is asked for where one conversation is all there is', async () => {
    const { certain, who } = await find({ 'messages.csv': messages([withAda]) });
    expect(certain).toBe(false);
    expect([...who].sort()).toEqual(['handle:ada-ito', 'handle:jordanpike']);
  });

  it('is told by invitations alone', async () => {
    const { certain, who } = await find({ 'Invitations.csv': invitation('jordanpike') });
    expect([certain, who]).toEqual([true, ['handle:jordanpike']]);
  });

  it('is asked for where the signs disagree', async () => {
    const { certain, who } = await find({
      'messages.csv': messages([withAda, withBen]), 'Profile.csv': profile('Jordan', 'Pike'), 'Invitations.csv': invitation('somebody-else'),
    });
    expect(certain).toBe(false);
    expect(who.slice(0, 2)).toEqual(['handle:jordanpike', 'handle:somebody-else']);
  });

  it('is asked for where the profile is somebody else’s', async () => {
    const { certain } = await find({ 'messages.csv': messages([withAda, withBen]), 'Profile.csv': profile('Nobody', 'Here') });
    expect(certain).toBe(false);
  });

  it('is a name among the choices where old messages only came in', async () => {
    const nine = MESSAGE_COLUMNS.filter((column) => column !== 'RECIPIENT PROFILE URLS');
    const one = await find({ 'messages.csv': messages([withAda], nine), 'Profile.csv': profile('Jordan', 'Pike') });
    expect(one).toMatchObject({ certain: false, who: ['name:jordan pike@owner', 'handle:ada-ito'] });
    const several = await find({ 'messages.csv': messages([withAda, withBen], nine), 'Profile.csv': profile('Jordan', 'Pike') });
    expect(several).toMatchObject({ certain: true, who: ['name:jordan pike@owner'] });
  });

  it('is told from a namesake by being in every conversation', async () => {
    const namesake = messageFields({ 'CONVERSATION ID': '2-twin==', FROM: 'Jordan Pike', 'SENDER PROFILE URL': url('jordan-pike-2') });
    const files = { 'messages.csv': messages([withAda, withBen, namesake]), 'Profile.csv': profile('Jordan', 'Pike') };
    expect(await find(files)).toMatchObject({ certain: true, who: ['handle:jordanpike', 'handle:jordan-pike-2'] });
  });

  it('is a name where the messages give no addresses at all, and lines of that name are theirs', async () => {
    const columns = ['CONVERSATION ID', 'FROM', 'TO', 'DATE', 'CONTENT', 'FOLDER'];
    const rows = [messageFields({ CONTENT: 'Hi' }), messageFields({ CONTENT: 'Hello back' }, true)];
    const files = { 'messages.csv': messages(rows, columns), 'Profile.csv': profile('Jordan', 'Pike') };
    const read = await readFiles(files);
    expect(read.owner).toMatchObject({ certain: true, candidates: [{ identity: { kind: 'name', key: 'jordan pike', scope: 'owner' } }] });
    expect(read.messages.map(({ direction, actor, targets }) => [direction, short(actor), targets.map(({ identity }) => short(identity))])).toEqual([
      ['in', 'name:ada ito@2-ada==', ['name:jordan pike@owner']],
      ['out', 'name:jordan pike@owner', ['name:ada ito@2-ada==']],
    ]);
    expect(read.conversations[0]?.participants.map(short)).toEqual(['name:jordan pike@owner', 'name:ada ito@2-ada==']);
  });
});
