/** Whoever was erased does not come back with the same archive, and everybody else is as before. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { eraseContact } from '../../app/commands/erase-contact.server';
import { welcomeIdentity } from '../../app/commands/welcome-identity.server';
import { refreshAccounts } from '../../app/db/derive/refresh-accounts.server';
import type { Sql } from '../../app/db/connection.server';
import { EVERY_PLATFORM, importAnswered } from '../factories/every-platform';
import { dump, NOBODY, NOW } from '../factories/imports';
import { removeFolders } from '../fixtures/zip';
import { freshDatabase } from '../setup/database';
import { makeOwner } from '../setup/owner';

let sql: Sql;
beforeEach(async () => {
  sql = await freshDatabase();
  await makeOwner(sql);
});
afterAll(removeFolders);

/** Of these, every run says its own; further names of the erased are learned by their addresses. */
const PER_RUN: readonly string[] = ['Consent', 'Aggregate', 'IdentityProfile', 'Coverage', 'RelationSnapshot', 'ErasedIdentity'];

interface Face {
  id: number;
  publicId: string;
  name: string;
}

const contacts = () => sql.prepare<[], Face>('SELECT id, publicId, name FROM Contact ORDER BY id').all();
const audience = () => sql.prepare<[], string>('SELECT publicId FROM Identity WHERE contactId IS NULL AND id NOT IN (SELECT identityId FROM OwnIdentity) ORDER BY id').pluck().all();
const identitiesOf = (contactId: number) => sql.prepare<[number], string>(`SELECT platform || ' ' || kind || ' ' || "key" || ' ' || scope FROM Identity WHERE contactId = ?`).pluck().all(contactId);
const allIdentities = () => sql.prepare<[], string>(`SELECT platform || ' ' || kind || ' ' || "key" || ' ' || scope FROM Identity`).pluck().all();
const textsOf = (contactId: number) =>
  sql.prepare<[number], string>(
    `SELECT b.text FROM InteractionBody b JOIN InteractionParticipant p ON p.interactionId = b.interactionId JOIN Identity n ON n.id = p.identityId
     WHERE n.contactId = ? AND p.role = 'from' AND length(b.text) > 12`,
  ).pluck().all(contactId);
const allTexts = () => new Set(sql.prepare<[], string>('SELECT text FROM InteractionBody').pluck().all());

/** Everything that is not said per run. A name that a source writes in two ways raises `version` with each run. */
function world(): unknown {
  const rows = Object.fromEntries(Object.entries(dump(sql)).filter(([table]) => !PER_RUN.includes(table)));
  return JSON.parse(JSON.stringify(rows, (key, value: unknown) => (key === 'version' ? undefined : value)));
}

const consents = () => sql.prepare('SELECT DISTINCT n.publicId, c.channel, c.state FROM Consent c JOIN Identity n ON n.id = c.identityId ORDER BY 1, 2').all();

describe.each(EVERY_PLATFORM)('$name', (one) => {
  it('brought in again gives nothing of whoever was erased, and nothing else changes', async () => {
    await importAnswered(sql, one);
    // Readers of a newsletter are audience; some are welcomed, so that there is somebody to erase.
    for (const identity of audience().slice(0, 2)) welcomeIdentity(sql, NOBODY, { identity }, NOW);
    const faces = contacts().reverse();
    expect(faces.length).toBeGreaterThan(0);
    // One after the other: each erasing is followed by the same archive again.
    for (const { id, publicId, name } of new Set([...faces.slice(0, 2), ...faces.slice(-2)])) {
      const theirs = identitiesOf(id);
      const texts = textsOf(id);
      eraseContact(sql, NOBODY, { contact: publicId, typed: name }, NOW);
      // What is learned of everybody together follows with the next import; here at once.
      refreshAccounts(sql, sql.prepare<[], number>('SELECT id FROM OwnAccount').pluck().all(), NOW, () => undefined);
      const [before, said] = [world(), consents()];
      const { run } = await importAnswered(sql, one);
      expect(run.status).toBe('finished');
      expect(world()).toEqual(before);
      expect(consents()).toEqual(said);
      expect(theirs.filter((identity) => allIdentities().includes(identity))).toEqual([]);
      expect(texts.filter((text) => allTexts().has(text))).toEqual([]);
      expect(run.leftOut.find(({ reason }) => reason === 'About somebody you erased.')?.count).toBeGreaterThan(0);
    }
  });
});
