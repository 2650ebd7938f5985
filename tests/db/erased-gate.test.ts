/** What an import writes of records that speak of somebody erased: a table of records. */
import { beforeEach, describe, expect, it } from 'vitest';
import { BulkWriter } from '../../app/db/bulk-writer.server';
import type { Sql } from '../../app/db/connection.server';
import { rememberErased } from '../../app/db/erased.server';
import type { CanonicalRecord, IdentityRef, InteractionRecord } from '../../app/domain/activity';
import { knownBy } from '../../app/domain/contacts/erased';
import { importCountsSchema, type LeftOut } from '../../app/domain/imports/run';
import { countStatements } from '../factories/count-statements';
import { makeHouse, NOW, type House } from '../factories/history';
import { freshDatabase } from '../setup/database';

let house: House;
let sql: Sql;
let leftOut: LeftOut[];
beforeEach(async () => {
  sql = await freshDatabase();
  house = makeHouse(sql);
  leftOut = [];
});

const ref = (key: string): IdentityRef => ({ platform: 'linkedin', kind: 'handle', key, scope: '' });
const email = (key: string): IdentityRef => ({ platform: 'email', kind: 'email', key, scope: '' });
const ME = ref('ines-carvalho');
const [AMARA, BEN, CLEO] = [ref('amara'), ref('ben'), ref('cleo')];

const known = (identity: IdentityRef, facts: { email?: string; phone?: string; handle?: string } = {}): CanonicalRecord => ({ record: 'identity', evidence: 'export', ...identity, ...facts });
const place = (externalId: string, kind: 'dm' | 'group' | 'email_thread', participants: IdentityRef[]): CanonicalRecord => ({ record: 'conversation', externalId, kind, participants });
function line(externalId: string, actor: IdentityRef, to: IdentityRef[], where?: string): InteractionRecord {
  return {
    record: 'interaction', kind: 'message', externalId, idBasis: 'native', direction: actor === ME ? 'out' : to.includes(ME) ? 'in' : 'other', actor,
    targets: to.map((identity) => ({ identity, role: 'to' as const })), occurredAt: { at: NOW - 1, precision: 'second', zone: 'utc' }, text: externalId,
    ...(where === undefined ? {} : { conversationExternalId: where }),
  };
}

let runs = 0;
function write(...records: CanonicalRecord[]): void {
  runs += 1;
  const importRunId = Number(sql.prepare(`INSERT INTO ImportRun (publicId, status, fileName, createdAt) VALUES (?, 'reading', 'x.zip', 0)`).run(`run-${runs}`).lastInsertRowid);
  const writer = new BulkWriter(sql, { importRunId, ownAccountId: house.linkedIn, seenAt: NOW, now: NOW }, importCountsSchema.parse({}), leftOut);
  writer.write(records.map((record, row) => ({ record, part: 0, row, bytes: 0 })));
}
const erased = (identity: IdentityRef, facts = {}) => rememberErased(sql, knownBy({ ...identity, ...facts }), NOW);
const keys = () => sql.prepare<[], string>('SELECT "key" FROM Identity ORDER BY "key"').pluck().all();
const lines = () => sql.prepare<[], string>('SELECT externalId FROM Interaction ORDER BY externalId').pluck().all();
const count = () => leftOut.map(({ reason, count: many }) => `${many} ${reason}`);

describe('records about somebody erased', () => {
  it('are not written, and counted', () => {
    erased(AMARA);
    write(
      known(AMARA), known(BEN), place('dm', 'dm', [ME, AMARA]), line('1', AMARA, [ME], 'dm'), line('2', ME, [AMARA], 'dm'),
      { record: 'relation', identity: AMARA, kind: 'connection', since: null, sinceBasis: 'stated' },
      { record: 'consent', identity: AMARA, channel: 'email', state: 'subscribed', at: null },
      { record: 'aggregate', identity: AMARA, metric: 'opens', window: '', value: 1, asOf: NOW },
      { record: 'profile', identity: AMARA, asOf: NOW, facts: { bio: 'x' } },
      { record: 'same_person', identities: [AMARA, BEN] },
    );
    expect(keys()).toEqual(['ben', 'ines-carvalho']);
    expect(lines()).toEqual([]);
    expect(sql.prepare('SELECT count(*) FROM Conversation').pluck().get()).toBe(0);
    expect(count()).toEqual(['9 About somebody you erased.']);
  });

  it('leave what others said in a group, and what was said to others', () => {
    erased(AMARA);
    write(
      place('group', 'group', [ME, AMARA, BEN]), line('1 hers', AMARA, [ME, BEN], 'group'), line('2 his, to both', BEN, [ME, AMARA], 'group'),
      line('3 mine, to her', ME, [AMARA], 'group'), line('4 a mail to both', ME, [AMARA, BEN]), line('5 a mail to her', ME, [AMARA]),
      place('thread', 'email_thread', [ME, AMARA, CLEO]), line('6 hers', AMARA, [ME], 'thread'), line('7 cleo’s', CLEO, [ME, AMARA], 'thread'),
      place('alone', 'group', [ME, AMARA]), line('8 mine, to nobody', ME, [], 'alone'),
    );
    expect(lines()).toEqual(['2 his, to both', '3 mine, to her', '4 a mail to both', '7 cleo’s']);
    expect(keys()).toEqual(['ben', 'cleo', 'ines-carvalho']);
    expect(sql.prepare('SELECT externalId, (SELECT count(*) FROM ConversationParticipant p WHERE p.conversationId = c.id) AS people FROM Conversation c ORDER BY 1').all())
      .toEqual([{ externalId: 'group', people: 2 }, { externalId: 'thread', people: 2 }]);
  });

  it('are known by an address on a profile Kith had not seen, from then on by the profile alone', () => {
    erased(email('amara@clay.example'));
    write(known(CLEO), known(AMARA, { email: 'Amara@Clay.example' }), line('1', AMARA, [ME]));
    write(line('2', AMARA, [ME]), line('3', CLEO, [ME]));
    expect(keys()).toEqual(['cleo', 'ines-carvalho']);
    expect(lines()).toEqual(['3']);
  });

  it.each([
    ['a number', known(ref('new'), { phone: '+491712345678' })],
    ['a handle', known({ ...ref('urn:77'), kind: 'id' }, { handle: 'Amara' })],
    ['an address as newsletter key', known({ ...email('amara@clay.example'), platform: 'newsletter' })],
  ])('are known by %s', (_, record) => {
    erased(AMARA, { phone: '+491712345678', email: 'amara@clay.example' });
    write(record, known(BEN));
    expect(keys()).toEqual(['ben', 'ines-carvalho']);
  });

  it('stand in no rejected row either, where it holds their address', () => {
    erased(AMARA, { email: 'amara@clay.example' });
    const row = (sample: string): CanonicalRecord => ({ record: 'rejected', file: 'x.csv', line: 1, reason: 'No date.', sample });
    write(row('Amara,<Amara@Clay.example>,x'), row('Ben,ben@clay.example,x'));
    expect(sql.prepare('SELECT reason, sample FROM ImportReject ORDER BY id').all()).toEqual([
      { reason: 'No date.', sample: null }, { reason: 'No date.', sample: 'Ben,ben@clay.example,x' },
    ]);
  });

  it('are let through where it is the user', () => {
    erased(ME, { email: 'ines@kith.test' });
    write(known(ME, { email: 'ines@kith.test' }), place('dm', 'dm', [ME, BEN]), line('1', ME, [BEN], 'dm'), line('2', BEN, [ME], 'dm'));
    expect(lines()).toEqual(['1', '2']);
    expect(count()).toEqual([]);
  });

  it('keep no namesake out, nor the same handle elsewhere', () => {
    erased({ ...ref('amara okafor'), kind: 'name', scope: 'thread-1' });
    erased(AMARA);
    write(known({ ...ref('amara okafor'), kind: 'name', scope: 'thread-2' }), known({ ...AMARA, platform: 'x' }));
    expect(keys()).toEqual(['amara', 'amara okafor', 'ines-carvalho']);
  });
});

describe('where nobody was erased', () => {
  it('nothing is asked: a record costs no statement more', () => {
    const records = [known(BEN), line('1', BEN, [ME])];
    write(...records);
    const plain = countStatements(sql, () => write(...records));
    erased(AMARA);
    const asking = countStatements(sql, () => write(...records));
    // The hash and the salt are looked for once; with somebody erased, three statements are kept ready.
    expect(asking - plain).toBeLessThanOrEqual(4);
    expect(count()).toEqual([]);
  });
});
