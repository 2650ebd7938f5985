import { afterAll, describe, expect, it } from 'vitest';
import {
  ACTIVECAMPAIGN, BREVO, GHOST, KIT_NEW, KIT_OLD, MAILCHIMP_ZIP, SUBSTACK_DASHBOARD, SUBSTACK_LIST, SYSTEME_IO,
} from '../../fixtures/people-csv/newsletters';
import type { TableFixture } from '../../fixtures/people-csv/newsletters';
import { removeFolders } from '../../fixtures/zip';
import { readFile, readFiles } from '../read-export';
import { inLines } from './in-lines';

afterAll(removeFolders);

const read = ({ name, content }: TableFixture) => readFile(name, content);
const UTC = Date.UTC;

describe('every newsletter', () => {
  it.each([
    [SUBSTACK_LIST, 'Substack subscribers', 'quietletters on Substack', 3],
    [SUBSTACK_DASHBOARD, 'Substack subscribers with their engagement', 'Substack', 2],
    [KIT_OLD, 'Kit subscribers', 'Kit', 5],
    [KIT_NEW, 'Kit subscribers', 'Kit', 2],
    [GHOST, 'Ghost members', 'Ghost', 2],
    [BREVO, 'Brevo contacts', 'Brevo', 3],
    [ACTIVECAMPAIGN, 'ActiveCampaign contacts', 'ActiveCampaign', 4],
    [SYSTEME_IO, 'systeme.io contacts', 'systeme.io', 2],
  ])('$name is an audience of readers, known by its headings', async (fixture, title, label, readers) => {
    const { recognition, owner, relations, identities, questions } = await readFile('anything at all.txt', fixture.content);
    expect(recognition).toMatchObject({ platform: 'newsletter', title });
    expect((await read(fixture)).recognition.accountLabel).toBe(label);
    expect(owner.candidates).toEqual([]);
    expect(relations.map(({ kind, sinceBasis }) => [kind, sinceBasis])).toEqual(Array(readers).fill(['subscriber', 'stated']));
    expect(identities.filter(({ listed }) => listed)).toEqual([]);
    expect(questions.filter(({ asks }) => asks !== 'zone')).toEqual([]);
  });
});

describe('Substack', () => {
  it('reads free readers as subscribers and mail switched off as unsubscribed', async () => {
    const { people, relations, mail, numbers, rejected, leftOut } = inLines(await read(SUBSTACK_LIST));
    expect(people).toEqual(['email email:amara@letters.example', 'email email:ben.ito@letters.example', 'email email:carla@letters.example']);
    expect(relations[0]).toBe('email:amara@letters.example subscriber 2024-03-01T09:15:00 utc');
    expect(mail).toEqual([
      'email:amara@letters.example email subscribed -', 'email:ben.ito@letters.example email subscribed -', 'email:carla@letters.example email unsubscribed -',
    ]);
    expect(numbers).toContain('email:amara@letters.example active_subscription 0');
    expect(numbers).toContain(`email:ben.ito@letters.example first_payment_at ${UTC(2024, 0, 1)}`);
    expect(rejected).toEqual(['5: This row has neither an e-mail address nor a phone number that can be right, and nothing else tells a reader.']);
    expect(leftOut).toEqual(['3 × The column “plan” holds nothing that Kith keeps.', '1 × The column “expiry” holds nothing that Kith keeps.']);
  });

  it('takes the list for whole where it is, and only there', async () => {
    const whole = SUBSTACK_LIST.content.replace(/^not-an-address.*\n/m, '');
    const { snapshots, coverage } = await readFile(SUBSTACK_LIST.name, whole);
    expect(snapshots).toEqual([{ kind: 'subscriber', complete: true, at: UTC(2024, 2, 1, 9, 15) }]);
    expect(coverage).toMatchObject([{ kind: 'subscriber', direction: 'in', from: UTC(2022, 10, 5, 7, 30), complete: true }]);
    expect((await readFile('some.csv', whole)).snapshots).toMatchObject([{ complete: false }]);
    expect((await read(SUBSTACK_LIST)).snapshots).toMatchObject([{ complete: false }]);
    expect((await read(SUBSTACK_DASHBOARD)).snapshots).toMatchObject([{ complete: false }]);
  });

  it('keeps the engagement of each reader, with its window and as of the day in the name', async () => {
    const dashboard = await read(SUBSTACK_DASHBOARD);
    const { people, numbers, mail, leftOut } = inLines(dashboard);
    expect(people).toEqual(['email email:amara@letters.example <Amara Diallo>', 'email email:ben.ito@letters.example <Ben Ito>']);
    const amara = numbers.filter((line) => line.startsWith('email:amara@')).map((line) => line.replace('email:amara@letters.example ', ''));
    expect(amara).toEqual([
      'emails_received@6_months 26', 'emails_dropped@6_months 1', 'emails_opened 40', 'emails_opened@6_months 21', 'emails_opened@7_days 1',
      'emails_opened@30_days 4', `last_email_open ${UTC(2026, 10, 18, 6)}`, 'links_clicked 7', `last_clicked_at ${UTC(2026, 10, 1, 10)}`, 'post_views 55',
      'comments 3', 'comments@7_days 0', 'comments@30_days 1', 'shares 2', 'subscriptions_gifted 0', 'revenue 0', 'days_active@30_days 12', 'activity 4',
    ]);
    expect(numbers).toContain('email:ben.ito@letters.example revenue 1080.5');
    expect(new Set(dashboard.aggregates.map(({ asOf }) => asOf))).toEqual(new Set([UTC(2026, 10, 20)]));
    expect(mail).toEqual([]);
    expect(leftOut).toContain('1 × The column “Mood” is not known and was not read.');
  });
});

describe('Mailchimp', () => {
  it('reads the three files of a zip in one run, who may not be mailed last', async () => {
    const zip = await readFiles(MAILCHIMP_ZIP, 'audience_export_1f2e3d.zip');
    expect(zip.recognition.parts.map(({ path }) => path.replace(/_.*/, ''))).toEqual(['subscribed', 'cleaned', 'unsubscribed']);
    const { people, relations, mail, numbers } = inLines(zip);
    expect(people).toEqual([
      'newsletter id:mailchimp:c2cb0681af <Dina Okafor> dina@letters.example',
      'newsletter id:mailchimp:d3dc1792b0 emil@letters.example',
      'newsletter id:mailchimp:f5fe39b4d2 <Gwen Ruiz> gone@letters.example',
      'newsletter id:mailchimp:e4ed28a3c1 <Fern Hale> fern@letters.example',
    ]);
    expect(relations).toEqual([
      'id:mailchimp:c2cb0681af subscriber 2021-02-03T04:05:06 utc', 'id:mailchimp:d3dc1792b0 subscriber 2022-06-07T08:09:10 utc',
      'id:mailchimp:f5fe39b4d2 subscriber 2019-05-05T05:05:05 utc', 'id:mailchimp:e4ed28a3c1 subscriber 2020-01-01T00:00:00 utc',
    ]);
    expect(mail).toEqual([
      'id:mailchimp:c2cb0681af email subscribed -', 'id:mailchimp:d3dc1792b0 email subscribed -',
      'id:mailchimp:f5fe39b4d2 email bounced 2022-02-02T02:02:02 utc', 'id:mailchimp:e4ed28a3c1 email unsubscribed 2023-09-09T10:11:12 utc',
    ]);
    expect(numbers).toContain('id:mailchimp:c2cb0681af member_rating 4');
    expect(zip.snapshots).toMatchObject([{ kind: 'subscriber', complete: false }]);
  });

  it.each([
    ['Subscribed_members.csv', 'subscribed'], ['2026/unsubscribed_members_export_1.csv', 'unsubscribed'], ['nonsubscribed_members_export_1.csv', 'unsubscribed'],
    ['cleaned_members_export_1 (1).csv', 'bounced'],
  ])('takes the status of %s from its name', async (name, state) => {
    const content = MAILCHIMP_ZIP['subscribed_members_export_1f2e3d.csv'] ?? '';
    expect((await readFiles({ [name]: content })).consents.map((consent) => consent.state)).toEqual([state, state]);
  });

  it('says so where the name tells nothing, and marks nobody as subscribed', async () => {
    const { mail, leftOut } = inLines(await readFile('members.csv', MAILCHIMP_ZIP['subscribed_members_export_1f2e3d.csv'] ?? ''));
    expect(mail).toEqual([]);
    expect(leftOut.filter((line) => /^2 × Mailchimp says only in a file’s name/.test(line))).toHaveLength(1);
  });
});

describe('Kit, Ghost, Brevo, ActiveCampaign and systeme.io', () => {
  it('reads the states of Kit', async () => {
    expect(inLines(await read(KIT_OLD)).mail.map((line) => line.split(' ')[2])).toEqual(['subscribed', 'bounced', 'unsubscribed', 'complained', 'unsubscribed']);
    const { people, mail, leftOut } = inLines(await read(KIT_NEW));
    expect(people).toEqual(['newsletter id:kit:2718281828 <Hana Sato> hana@letters.example', 'email email:mona@letters.example <Mona Iyer>']);
    expect(mail).toEqual(['id:kit:2718281828 email subscribed -', 'email:mona@letters.example email unsubscribed -']);
    expect(leftOut.at(-1)).toMatch(/^1 × Account ids that a spreadsheet shortened/);
  });

  it('reads Ghost’s members; only who is subscribed to mails is', async () => {
    const { people, mail, leftOut } = inLines(await read(GHOST));
    expect(people).toEqual(['newsletter id:ghost:65a1b2c3d4e5f60718293a4b <Nils Berg> nils@letters.example', 'newsletter id:ghost:65a1b2c3d4e5f60718293a4c olga@letters.example']);
    expect(mail.map((line) => line.split(' ')[2])).toEqual(['subscribed', 'unsubscribed']);
    expect(leftOut).toContain('1 × Tags and labels in the column “labels”: Kith does not take them over from tables yet.');
    expect(leftOut).toContain('1 × Notes in the column “note”: Kith does not take them over from tables yet.');
  });

  it('reads Brevo’s dates day first, its phones without a plus, and both blacklists', async () => {
    const brevo = await read(BREVO);
    const { people, relations, mail } = inLines(brevo);
    expect(people).toEqual(['email email:paul@letters.example <Paul Durand> +33612345678', 'email email:quinn@letters.example <Quinn Moreau>', 'newsletter phone:+33687654321 <Rosa Petit>']);
    expect(relations.map((line) => line.split(' ')[2])).toEqual(['2022-04-12T09:30:00', '2023-12-25T18:00:00', '2024-01-03T08:00:00']);
    expect(mail).toEqual([
      'email:paul@letters.example email unsubscribed -', 'email:quinn@letters.example email subscribed -',
      'phone:+33687654321 phone unsubscribed -',
    ]);
    expect(brevo.questions).toEqual([{ asks: 'zone', examples: ['12-04-2022 09:30', '25-12-2023 18:00', '03-01-2024 08:00'] }]);
  });

  it('reads times without a zone on the clocks of the answer', async () => {
    const lisbon = inLines(await readFile(BREVO.name, BREVO.content, undefined, { zone: 'Europe/Lisbon' }));
    expect(lisbon.relations[0]).toBe('email:paul@letters.example subscriber 2022-04-12T08:30:00 assumed');
  });

  it('reads ActiveCampaign’s status; who never confirmed may not be mailed', async () => {
    const { mail, people, leftOut } = inLines(await read(ACTIVECAMPAIGN));
    expect(mail.map((line) => line.split(' ')[2])).toEqual(['subscribed', 'unsubscribed', 'bounced', 'unsubscribed']);
    expect(people.slice(0, 2)).toEqual(['email email:sam@letters.example <Sam Reyes> +447700900123', 'email email:tess@letters.example <Tess Lindqvist>']);
    expect(leftOut).toContain('1 × Phone numbers without a country, which ring elsewhere in every country; the people were kept.');
  });

  it('reads systeme.io’s phones by their country', async () => {
    expect(inLines(await read(SYSTEME_IO)).people).toEqual(['email email:lea@letters.example <Léa Martin> +33612345678', 'email email:max@letters.example <Max Weber> +4930901820']);
  });
});
