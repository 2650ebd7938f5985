/** Tables of people in the store: readers wait as audience, an address book becomes contacts, what may not be mailed is kept. */
import { beforeEach, describe, expect, it } from 'vitest';
import { answerImportQuestions } from '../../app/commands/answer-import-questions.server';
import type { Sql } from '../../app/db/connection.server';
import type { ReadingAnswers } from '../../app/domain/imports/questions';
import { GOOGLE_NEW } from '../fixtures/people-csv/address-books';
import { CUSTOMERS } from '../fixtures/people-csv/any-table';
import { MAILCHIMP_ZIP } from '../fixtures/people-csv/newsletters';
import { onDisk } from '../fixtures/zip';
import { carryOn, dump, importZip, NOBODY, NOW, received, undo } from '../factories/imports';
import { freshDatabase } from '../setup/database';
import { makeOwner } from '../setup/owner';

let sql: Sql;
beforeEach(async () => {
  sql = await freshDatabase();
  await makeOwner(sql);
});

async function bring(name: string, content: string, answers: ReadingAnswers) {
  const first = await carryOn(sql, received(sql, await onDisk(name, content), name));
  if (first.run.status !== 'needs_answers') return first;
  expect(answerImportQuestions(sql, NOBODY, first.publicId, answers, NOW)).toBe(true);
  return carryOn(sql, first.publicId);
}

const contacts = () => sql.prepare('SELECT name, headline FROM Contact ORDER BY name').raw().all();
const states = () => sql.prepare('SELECT n.email, c.channel, c.state FROM Consent c JOIN Identity n ON n.id = c.identityId ORDER BY n.email').raw().all();
const accounts = () => sql.prepare("SELECT platform, label FROM OwnAccount WHERE platform != 'in_person' ORDER BY id").raw().all();

describe('a newsletter’s readers', () => {
  it('are audience, each with what may be sent to them; again they are the same, and undone they are gone', async () => {
    const before = dump(sql);
    const { publicId, run } = await importZip(sql, 'audience_export_1f2e3d.zip', MAILCHIMP_ZIP);
    expect(run).toMatchObject({ status: 'finished' });
    expect(contacts()).toEqual([]);
    expect(accounts()).toEqual([['newsletter', 'Mailchimp']]);
    const readers = [
      ['dina@letters.example', 'email', 'subscribed'], ['emil@letters.example', 'email', 'subscribed'], ['fern@letters.example', 'email', 'unsubscribed'],
      ['gone@letters.example', 'email', 'bounced'],
    ];
    expect(states()).toEqual(readers);
    const again = await importZip(sql, 'audience_export_1f2e3d.zip', MAILCHIMP_ZIP);
    expect(sql.prepare('SELECT count(*) FROM Identity WHERE platform = ?').pluck().get('newsletter')).toBe(4);
    expect(sql.prepare('SELECT count(*) FROM Relation').pluck().get()).toBe(4);
    undo(sql, again.publicId);
    undo(sql, publicId);
    expect(dump(sql)).toEqual(before);
  });
});

describe('an address book', () => {
  it('becomes contacts, all addresses of a row one person', async () => {
    const { run } = await bring(GOOGLE_NEW.name, GOOGLE_NEW.content, { listKind: 'contacts' });
    expect(run.status).toBe('finished');
    expect(contacts()).toEqual([
      ['Ada King Lovelace', 'Partner, Analytical Engines'], ['Robert Smith', null], ['Wren Hale, PhD', null], ['info@bakery.example', null],
    ]);
    const ofAda = sql.prepare(`SELECT count(*) FROM Identity n JOIN Contact c ON c.id = n.contactId WHERE c.name LIKE 'Ada%'`).pluck().get();
    expect(ofAda).toBe(5);
  });

  it('becomes an audience where the user says so', async () => {
    await bring(GOOGLE_NEW.name, GOOGLE_NEW.content, { listKind: 'audience' });
    expect(contacts()).toEqual([]);
    expect(sql.prepare('SELECT count(*) FROM Relation').pluck().get()).toBe(4);
  });
});

describe('any table', () => {
  const COLUMNS = ['given_name', 'family_name', 'email', 'phone', 'company', 'country', 'since', 'number', 'skip'];

  it('is read as its columns were matched, and remembers it for the next with the same headings', async () => {
    const { run } = await bring(CUSTOMERS.name, CUSTOMERS.content, { columns: COLUMNS, listKind: 'contacts' });
    expect(run).toMatchObject({ status: 'finished' });
    expect(contacts()).toEqual([['Anna Berg', 'Berg & Söhne'], ['Bruno Klein', null], ['Cleo Lang', null]]);
    expect(sql.prepare(`SELECT value FROM Aggregate WHERE metric = 'umsatz'`).pluck().all()).toEqual([1250]);
    const next = await carryOn(sql, received(sql, await onDisk('next.csv', CUSTOMERS.content), 'Kundenliste 2026-11-30.csv'));
    const [asked] = next.run.questions;
    expect(asked?.asks === 'columns' && asked.columns.map(({ suggested }) => suggested)).toEqual(COLUMNS);
  });
});
