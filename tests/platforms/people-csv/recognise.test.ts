import { afterAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../../app/platforms/archive/open-archive';
import { recogniseArchive } from '../../../app/platforms/archive/recognise-archive';
import { addressBooks, anyTable, newsletters } from '../../../app/platforms/people-csv';
import { PLATFORM_MODULES } from '../../../app/platforms/registry';
import { HUBSPOT } from '../../fixtures/people-csv/address-books';
import { MAILCHIMP_ZIP, SUBSTACK_LIST } from '../../fixtures/people-csv/newsletters';
import { folderOnDisk, onDisk, removeFolders } from '../../fixtures/zip';
import type { Files } from '../../fixtures/zip';

afterAll(removeFolders);

const OURS = [newsletters, addressBooks, anyTable];

async function claimed(name: string, content: string): Promise<string | null> {
  const archive = await openArchive(await onDisk('upload', content), name);
  for (const { archive: reader } of OURS) {
    const recognition = await reader?.recognise(archive);
    if (recognition) return recognition.title;
  }
  return null;
}

async function inFolder(files: Files) {
  const archive = await openArchive(await folderOnDisk(files), 'export');
  return recogniseArchive(archive, PLATFORM_MODULES);
}

describe('tables of other sources are not taken for people', () => {
  it.each([
    ['LinkedIn’s messages', 'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n1,,Ada,https://www.linkedin.com/in/ada,Ben,2025-08-01 09:00:00 UTC,,Hi,INBOX\n'],
    ['LinkedIn’s connections', 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Ito,https://www.linkedin.com/in/ada,ada@ex.example,,,08 Feb 2023\n'],
    ['LinkedIn’s invitations', 'From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\nAda,Ben,"7/29/25, 6:15 PM",,INCOMING,https://www.linkedin.com/in/ada,https://www.linkedin.com/in/ben\n'],
    ['LinkedIn’s list of the user’s own addresses', 'Email Address,Confirmed,Primary,Updated On\nme@ex.example,Yes,Yes,Not Available\n'],
    ['Discord’s messages', 'ID,Timestamp,Contents,Attachments\n1,2023-12-11 02:01:09,hey,\n'],
    ['DiscordChatExporter', 'AuthorID,Author,Date,Content,Attachments,Reactions\n1,nova,2023-12-11,ada@ex.example,,\n'],
    ['YouTube’s comments', 'Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text\na,UCx,2024,0,,v,hi\n'],
    ['YouTube’s subscriptions', 'Channel Id,Channel Url,Channel Title\nUCabcdefghijk,http://www.youtube.com/channel/UCabcdefghijk,Tea\n'],
    ['Mastodon’s following', 'Account address,Show boosts,Notify on new posts,Languages\nana@m.example,true,false,\n'],
    ['Substack’s posts', 'post_id,post_date,is_published,title\n1.x,2026-01-01,true,Hello\n'],
    ['Substack’s deliveries', 'post_id,timestamp,email,post_type,post_audience,active_subscription\n1,2026-01-01T00:00:00Z,ada@ex.example,newsletter,everyone,false\n'],
    ['HubSpot’s companies', 'Record ID,Company name,Website URL,Company owner,Create Date\n9001,Northwind,n.example,Sam,2024-02-01 09:30\n'],
    ['HubSpot’s deals', 'Record ID,Deal Name,Deal Stage,Amount\n1,Big one,Won,3\n'],
    ['a price list', 'Name,Price\nTea,3\n'],
    ['a letter', 'Dear Ada,\n\nwrite to me at ben@ex.example, will you?\nYours, Ben\n'],
    ['a chat', '12/03/2024, 09:15 - Ada: Hello, you\n12/03/2024, 09:16 - +44 7700 900123: Hi, Ada\n'],
    ['JSON', '{"name": "Ada",\n"email": "ada@ex.example",\n"phone": "+44 7700 900123"}\n'],
    ['addresses without a heading', 'ada@ex.example\nben@ex.example\n'],
    ['nothing', ''],
  ])('%s', async (_what, content) => {
    expect(await claimed('export.csv', content)).toBeNull();
  });
});

describe('tables of people are', () => {
  it.each([
    ['one column', 'Email\nada@ex.example\nben@ex.example\n'],
    ['no heading that helps', 'a,b\nx,ada@ex.example\ny,ben@ex.example\n'],
    ['phones alone', 'label,n\nhome,+44 7700 900123\nwork,+49 30 901820\n'],
    ['profiles', 'who,where\nAda,https://x.com/ada_ito\n'],
    ['names with something of people', 'Name;Firma\nAda Ito;Northwind\n'],
    ['an empty list', 'First name,Last name,Email\n'],
  ])('with %s', async (_what, content) => {
    expect(await claimed('export.csv', content)).toBe('Table of people');
  });
});

describe('several lists in one folder', () => {
  it('become one import for each kind of list; a table of unknown columns waits its turn', async () => {
    const found = await inFolder({ ...MAILCHIMP_ZIP, [HUBSPOT.name]: HUBSPOT.content, 'people.csv': 'Name,Email\nAda,ada@ex.example\n' });
    expect(found.map(({ module, recognition }) => [module, recognition.title, recognition.parts.length])).toEqual([['newsletter', 'Mailchimp audience', 3], ['crm', 'HubSpot contacts', 1]]);
    expect(found.flatMap(({ recognition }) => recognition.unused.map(({ path }) => path))).toEqual(['people.csv']);
  });

  it('of one kind give the larger, and say what to do with the other', async () => {
    const [first] = await inFolder({ ...MAILCHIMP_ZIP, [SUBSTACK_LIST.name]: SUBSTACK_LIST.content });
    expect(first.recognition.title).toBe('Mailchimp audience');
    expect(first.recognition.unused).toEqual([{ path: SUBSTACK_LIST.name, reason: 'A list of another kind than the one that is read. Import it by itself.' }]);
  });
});
