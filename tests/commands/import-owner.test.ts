/** Whose archive it is: known, asked, answered. */
import { beforeEach, describe, expect, it } from 'vitest';
import { confirmImportOwner, type OwnerAnswer } from '../../app/commands/confirm-import-owner.server';
import { stopImport } from '../../app/commands/stop-import.server';
import type { Sql } from '../../app/db/connection.server';
import { connectionsCsv, eraNamed, exportOf, PROFILE_CSV } from '../fixtures/linkedin/eras';
import type { Files } from '../fixtures/zip';
import { carryOn, dump, importZip, NOBODY, NOW, undo } from '../factories/imports';
import { freshDatabase } from '../setup/database';
import { makeOwner } from '../setup/owner';

let sql: Sql;
beforeEach(async () => {
  sql = await freshDatabase();
  await makeOwner(sql);
});

const ERA = eraNamed('2026');
const NAME = ERA.archiveName;

/** The same export of somebody else's. */
const ofPriya = (): Files =>
  Object.fromEntries(
    Object.entries(exportOf(ERA)).map(([path, content]) => [
      path,
      String(content).replaceAll('Jordan Pike', 'Priya Raman').replaceAll('jordanpike', 'priya-raman').replaceAll('Jordan,Pike', 'Priya,Raman'),
    ]),
  );

/** One conversation, no profile, no invitations: either side could be the user. */
const ofTwo: Files = {
  'messages.csv':
    'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n' +
    '2-a==,,Kofi Mensah,https://www.linkedin.com/in/kofi-1188,Jordan Pike,https://www.linkedin.com/in/jordanpike,2026-11-01 09:00:00 UTC,,Hello,INBOX\n' +
    '2-a==,,Jordan Pike,https://www.linkedin.com/in/jordanpike,Kofi Mensah,https://www.linkedin.com/in/kofi-1188,2026-11-01 10:00:00 UTC,,Hello back,INBOX\n',
};

const accounts = () => sql.prepare(`SELECT label FROM OwnAccount WHERE platform = 'linkedin' ORDER BY id`).pluck().all();
const ownKeys = () => sql.prepare('SELECT n.key, o.basis FROM OwnIdentity o JOIN Identity n ON n.id = o.identityId ORDER BY n.id').all();
const answer = async (publicId: string, given: OwnerAnswer) => {
  confirmImportOwner(sql, NOBODY, publicId, given, NOW);
  return carryOn(sql, publicId);
};

it('is the archive’s own, where it leaves no doubt', async () => {
  const { run } = await importZip(sql, NAME, exportOf(ERA));
  expect(run.owner).toMatchObject({ settled: true, chosen: 0, question: null });
  expect(accounts()).toEqual(['Jordan Pike']);
  expect(ownKeys()).toEqual([{ key: 'jordanpike', basis: 'archive' }]);
});

describe('an archive that could be of two people', () => {
  it('asks which one is the user, with what speaks for each', async () => {
    const { outcome, run } = await importZip(sql, 'x.zip', ofTwo);
    expect(outcome).toEqual({ status: 'needs_owner' });
    expect(run.status).toBe('needs_owner');
    expect(run.owner).toMatchObject({ question: 'who_are_you', settled: false });
    expect(run.owner?.candidates.map(({ displayName }) => displayName).sort()).toEqual(['Jordan Pike', 'Kofi Mensah']);
    expect(run.owner?.candidates[0]?.evidence).toMatch(/1 of 1 conversation/);
    expect(dump(sql)['Identity']).toEqual([]);
  });

  it('says whom Kith knows already, where it speaks of strangers only', async () => {
    await importZip(sql, NAME, exportOf(ERA));
    const files = { 'messages.csv': String(ofTwo['messages.csv']).replaceAll('Jordan Pike', 'Priya Raman').replaceAll('jordanpike', 'priya-raman') };
    const { run } = await importZip(sql, 'x.zip', files);
    expect(run.owner).toMatchObject({ question: 'who_are_you', knownAs: 'Jordan Pike', chosen: null });
  });

  it('knows nobody yet at the first import', async () => {
    expect((await importZip(sql, 'x.zip', ofTwo)).run.owner?.knownAs).toBeNull();
  });

  it('is read as the one who was chosen', async () => {
    const { run, publicId } = await importZip(sql, 'x.zip', ofTwo);
    const jordan = run.owner?.candidates.findIndex(({ displayName }) => displayName === 'Jordan Pike') ?? -1;
    expect((await answer(publicId, { candidate: jordan })).outcome.status).toBe('finished');
    expect(ownKeys()).toEqual([{ key: 'jordanpike', basis: 'confirmed' }]);
    expect(sql.prepare('SELECT name FROM Contact').pluck().all()).toEqual(['Kofi Mensah']);
  });

  it('asks nothing where Kith knows one of them', async () => {
    await importZip(sql, NAME, exportOf(ERA));
    expect((await importZip(sql, 'x.zip', ofTwo)).outcome.status).toBe('finished');
    expect(accounts()).toEqual(['Jordan Pike']);
  });

  it('takes no answer that is none', async () => {
    const { publicId } = await importZip(sql, 'x.zip', ofTwo);
    expect((await answer(publicId, { candidate: 7 })).outcome.status).toBe('gone');
    expect((await answer(publicId, { joins: 'new_account' })).run.status).toBe('needs_owner');
  });
});

describe('an archive of another name than the account Kith knows', () => {
  it('asks, naming both', async () => {
    await importZip(sql, NAME, exportOf(ERA));
    const before = dump(sql);
    const { outcome, run } = await importZip(sql, NAME, ofPriya());
    expect(outcome.status).toBe('needs_owner');
    expect(run.owner).toMatchObject({ question: 'another_account', knownAs: 'Jordan Pike', chosen: 0 });
    expect(run.owner?.candidates[0]?.displayName).toBe('Priya Raman');
    expect(dump(sql)).toEqual(before);
  });

  it('becomes a further account', async () => {
    await importZip(sql, NAME, exportOf(ERA));
    const before = dump(sql);
    const asked = await importZip(sql, NAME, ofPriya());
    const { run } = await answer(asked.publicId, { joins: 'new_account' });
    expect(run.counts.messages).toBe(10);
    expect(accounts()).toEqual(['Jordan Pike', 'Priya Raman']);
    undo(sql, run.publicId);
    expect(dump(sql)).toEqual(before);
  });

  it('or the same account under its new name, with nothing twice', async () => {
    await importZip(sql, NAME, exportOf(ERA));
    const before = dump(sql);
    const asked = await importZip(sql, NAME, ofPriya());
    const { run } = await answer(asked.publicId, { joins: 'known_account' });
    expect(run.counts).toMatchObject({ messages: 0, people: 0, alreadyThere: 12 });
    expect(accounts()).toEqual(['Jordan Pike']);
    expect(ownKeys()).toHaveLength(2);
    expect((await importZip(sql, NAME, ofPriya())).outcome.status).toBe('finished');
    undo(sql, run.publicId);
    expect(dump(sql)['Contact']).toEqual(before['Contact']);
  });

  it('or is not the user’s, and is stopped', async () => {
    await importZip(sql, NAME, exportOf(ERA));
    const before = dump(sql);
    const { publicId } = await importZip(sql, NAME, ofPriya());
    stopImport(sql, NOBODY, publicId, NOW);
    expect(dump(sql)).toEqual(before);
    expect((await answer(publicId, { joins: 'new_account' })).outcome.status).toBe('gone');
  });
});

describe('a bare list of connections', () => {
  const list: Files = { 'Connections.csv': connectionsCsv(ERA) };

  it('needs nobody to be anybody', async () => {
    const { outcome } = await importZip(sql, 'x.zip', list);
    expect(outcome.status).toBe('finished');
    expect(accounts()).toEqual(['LinkedIn data export']);
  });

  it('belongs to whoever the first whole archive is of', async () => {
    await importZip(sql, 'x.zip', list);
    const before = dump(sql);
    const { outcome, publicId } = await importZip(sql, NAME, exportOf(ERA));
    expect(outcome.status).toBe('finished');
    expect(accounts()).toEqual(['Jordan Pike']);
    undo(sql, publicId);
    expect(dump(sql)).toEqual(before);
  });

  it('with a profile beside it, goes to the account of that name', async () => {
    await importZip(sql, NAME, exportOf(ERA));
    const { outcome } = await importZip(sql, 'x.zip', { ...list, 'Profile.csv': PROFILE_CSV });
    expect(outcome.status).toBe('finished');
    expect(accounts()).toEqual(['Jordan Pike']);
  });
});
