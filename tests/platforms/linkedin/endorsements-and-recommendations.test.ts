import { afterAll, describe, expect, it } from 'vitest';
import { csvTable, utf16 } from '../../fixtures/linkedin/csv-text';
import { eraNamed, exportOf } from '../../fixtures/linkedin/eras';
import { onDisk, removeFolders } from '../../fixtures/zip';
import { readExport, readFiles, short } from '../read-export';
import { OWN } from './rows';

afterAll(removeFolders);

type Fields = Record<string, string>;

const ENDORSEMENT_COLUMNS = ['Endorsement Date', 'Skill Name', 'Endorser First Name', 'Endorser Last Name', 'Endorser Public Url', 'Endorsement Status'];
const endorsement = (more: Fields = {}): Fields => ({
  'Endorsement Date': '2023/06/20 13:05:02 UTC', 'Skill Name': 'Typography', 'Endorser First Name': 'Ada', 'Endorser Last Name': 'Ito',
  'Endorser Public Url': 'www.linkedin.com/in/ada-ito', 'Endorsement Status': 'ACCEPTED', ...more,
});
const ENDORSEMENTS = csvTable(ENDORSEMENT_COLUMNS, [
  endorsement(),
  endorsement({ 'Skill Name': 'Book design', 'Endorsement Status': 'PENDING' }),
  endorsement({ 'Endorser First Name': 'Zoë', 'Endorser Last Name': 'Brandt', 'Endorser Public Url': 'www.linkedin.com/in/zo%C3%AB-brandt', 'Endorsement Date': '2022/01/02 03:04:05 UTC' }),
  endorsement({ 'Endorser First Name': 'Best', 'Endorser Last Name': 'Crypto', 'Endorsement Status': 'REJECTED' }),
]);

const RECOMMENDATION_COLUMNS = ['First Name', 'Last Name', 'Company', 'Job Title', 'Text', 'Creation Date', 'Status'];
const recommendation = (more: Fields = {}): Fields => ({
  'First Name': 'Wren', 'Last Name': 'Hale, PhD', Company: 'Tidewater Lab', 'Job Title': 'Researcher',
  Text: 'Jordan listens first.\n\nThen the work is "done", and well.', 'Creation Date': '07/21/19, 12:11 PM', Status: 'VISIBLE', ...more,
});
const RECOMMENDATIONS = csvTable(RECOMMENDATION_COLUMNS, [
  recommendation(),
  recommendation({ 'First Name': 'Kofi', 'Last Name': 'Mensah', Status: 'HIDDEN', 'Creation Date': '01/03/21, 08:00 AM', Text: 'Good.' }),
  recommendation({ 'First Name': 'Tomás', 'Last Name': 'Reyes', Status: 'PENDING', 'Creation Date': '02/03/21, 08:00 AM', Text: 'Clear and kind.' }),
  recommendation({ 'First Name': 'Not', 'Last Name': 'Wanted', Status: 'REJECTED' }),
]);

const read = (files: Record<string, string | Buffer>) => readFiles(files, 'export.zip', OWN);

describe('endorsements received', () => {
  it('come in from who gave them, with the skill; pending ones were given too, rejected ones are counted', async () => {
    const { interactions, leftOut, rejected } = await read({ 'Endorsement_Received_Info.csv': ENDORSEMENTS });
    expect(interactions.map(({ kind, direction, actor, targets, text, occurredAt }) => [kind, direction, short(actor), targets.map(({ identity }) => short(identity)), text, occurredAt])).toEqual([
      ['endorsement', 'in', 'handle:ada-ito', ['handle:jordanpike'], 'Typography', { at: Date.UTC(2023, 5, 20, 13, 5, 2), precision: 'second', zone: 'utc' }],
      ['endorsement', 'in', 'handle:ada-ito', ['handle:jordanpike'], 'Book design', { at: Date.UTC(2023, 5, 20, 13, 5, 2), precision: 'second', zone: 'utc' }],
      ['endorsement', 'in', 'handle:zoë-brandt', ['handle:jordanpike'], 'Typography', { at: Date.UTC(2022, 0, 2, 3, 4, 5), precision: 'second', zone: 'utc' }],
    ]);
    expect(leftOut).toMatchObject([{ file: 'Endorsement_Received_Info.csv', reason: 'Endorsements you turned down or that were taken back.', count: 1 }]);
    expect(rejected).toEqual([]);
  });

  it('have one id each, the same however often and however late they are exported', async () => {
    const first = await read({ 'Endorsement_Received_Info.csv': ENDORSEMENTS });
    const later = await read({
      'Endorsement_Received_Info.csv': csvTable(ENDORSEMENT_COLUMNS, [endorsement({ 'Endorser Public Url': 'https://www.linkedin.com/in/Ada-Ito/' }), endorsement({ 'Skill Name': 'Printing' })]),
    });
    const ids = first.interactions.map(({ externalId }) => externalId);
    expect(new Set(ids).size).toBe(3);
    expect(later.interactions[0]?.externalId).toBe(ids[0]);
    expect(ids).not.toContain(later.interactions[1]?.externalId);
  });

  it.each([
    ['This endorsement does not say who gave it.', { 'Endorser First Name': '', 'Endorser Last Name': '', 'Endorser Public Url': 'https://evil.example/in/ada' }],
    ['This endorsement names no skill.', { 'Skill Name': ' ' }],
    ['This endorsement has no date that can be read.', { 'Endorsement Date': 'soon' }],
  ])('%s', async (reason, fields) => {
    const { rejected, interactions, coverage } = await read({ 'Endorsement_Received_Info.csv': csvTable(ENDORSEMENT_COLUMNS, [endorsement(fields), endorsement()]) });
    expect(rejected.map((row) => [row.line, row.reason])).toEqual([[2, reason]]);
    expect(interactions).toHaveLength(1);
    expect(coverage).toMatchObject([{ kind: 'endorsement', direction: 'in', complete: false }]);
  });

  it('without an address keep one person together and other days apart', async () => {
    const nameless = (more: Fields = {}) => endorsement({ 'Endorser Public Url': '', ...more });
    const { interactions } = await read({
      'Endorsement_Received_Info.csv': csvTable(ENDORSEMENT_COLUMNS, [nameless(), nameless({ 'Skill Name': 'Printing' }), nameless({ 'Endorsement Date': '2020/06/20 13:05:02 UTC' })]),
    });
    expect(interactions.map(({ actor }) => short(actor))).toEqual([
      'name:ada ito@endorsement 2023-06-20', 'name:ada ito@endorsement 2023-06-20', 'name:ada ito@endorsement 2020-06-20',
    ]);
  });
});

describe('recommendations received', () => {
  it('come in with their words, hidden and pending ones too', async () => {
    const { interactions, identities, leftOut } = await read({ 'Recommendations_Received.csv': RECOMMENDATIONS });
    expect(interactions.map(({ kind, direction, actor, text, occurredAt }) => [kind, direction, short(actor), text, occurredAt?.at])).toEqual([
      ['recommendation', 'in', 'name:wren hale, phd@recommendation 2019-07-21T12:11:00.000Z', 'Jordan listens first.\n\nThen the work is "done", and well.', Date.UTC(2019, 6, 21, 12, 11)],
      ['recommendation', 'in', 'name:kofi mensah@recommendation 2021-01-03T08:00:00.000Z', 'Good.', Date.UTC(2021, 0, 3, 8)],
      ['recommendation', 'in', 'name:tomás reyes@recommendation 2021-02-03T08:00:00.000Z', 'Clear and kind.', Date.UTC(2021, 1, 3, 8)],
    ]);
    expect(identities[0]).toMatchObject({ displayName: 'Wren Hale, PhD', company: 'Tidewater Lab', title: 'Researcher', evidence: 'export' });
    expect(leftOut).toMatchObject([{ reason: 'Recommendations you turned down or that were taken back.', count: 1 }]);
  });

  it.each([
    ['This recommendation does not say who wrote it.', { 'First Name': '', 'Last Name': '' }],
    ['This recommendation has no date that can be read.', { 'Creation Date': '' }],
  ])('%s', async (reason, fields) => {
    const { rejected, interactions } = await read({ 'Recommendations_Received.csv': csvTable(RECOMMENDATION_COLUMNS, [recommendation(fields), recommendation()]) });
    expect(rejected.map((row) => [row.line, row.reason])).toEqual([[2, reason]]);
    expect(interactions).toHaveLength(1);
  });

  it('are told from those the user wrote, whose table has the same columns', async () => {
    const { interactions, recognition } = await read({ 'Recommendations_Received.csv': RECOMMENDATIONS, 'Recommendations_Given.csv': RECOMMENDATIONS, 'Endorsement_Given_Info.csv': 'Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsee Public Url,Endorsement Status\n' });
    expect(interactions).toHaveLength(3);
    expect(recognition.unused).toEqual([
      { path: 'Recommendations_Given.csv', reason: 'Recommendations you wrote. Kith reads those you received.' },
      { path: 'Endorsement_Given_Info.csv', reason: 'Endorsements you gave. Kith reads those you received.' },
    ]);
  });
});

describe('in every form', () => {
  const whole = exportOf(eraNamed('2025'));

  it('they stand beside the rest of an export and are covered up to its day', async () => {
    const { recognition, coverage, owner } = await readFiles(
      { ...whole, 'Endorsement_Received_Info.csv': ENDORSEMENTS, 'Recommendations_Received.csv': RECOMMENDATIONS }, 'Complete_LinkedInDataExport_10-01-2025.zip',
    );
    expect(owner.certain).toBe(true);
    expect(recognition.parts.map(({ kind }) => kind)).toEqual(['profile', 'connections', 'messages', 'invitations', 'endorsements', 'recommendations']);
    expect(coverage.slice(-2)).toEqual([
      { kind: 'endorsement', direction: 'in', from: Date.UTC(2022, 0, 2, 3, 4, 5), to: Date.UTC(2025, 9, 1), complete: true },
      { kind: 'recommendation', direction: 'in', from: Date.UTC(2019, 6, 21, 12, 11), to: Date.UTC(2025, 9, 1), complete: true },
    ]);
  });

  it.each([
    ['every cell quoted', csvTable(RECOMMENDATION_COLUMNS, [recommendation()], { quote: 'all' })],
    ['semicolons', csvTable(RECOMMENDATION_COLUMNS, [recommendation()], { delimiter: ';' })],
    ['UTF-16', utf16(csvTable(RECOMMENDATION_COLUMNS, [recommendation()]))],
    ['CRLF', csvTable(RECOMMENDATION_COLUMNS, [recommendation()], { newline: '\r\n' })],
  ])('a single file, %s, under any name', async (_how, content) => {
    const { interactions } = await readExport(await onDisk('upload', content), 'Download 3.csv', OWN);
    expect(interactions).toMatchObject([{ kind: 'recommendation', direction: 'in', text: 'Jordan listens first.\n\nThen the work is "done", and well.' }]);
  });
});
