/** Whom the user erased for good, as salted hashes: asked before anything is written about somebody. */
import { createHmac, randomBytes } from 'node:crypto';
import type { IdentityRecord, IdentityRef } from '../domain/activity';
import { knownBy, ownWords, type Knowable } from '../domain/contacts/erased';
import type { Sql } from './connection.server';
import type { Work } from './transact.server';

/** Answers remembered; past this the memory is emptied. */
const REMEMBERED = 50_000;

const hashWith = (salt: string) => (words: string) => createHmac('sha256', salt).update(words).digest('base64url');

function saltOf(sql: Sql): string | null {
  return sql.prepare<[], string>('SELECT salt FROM ErasureSalt WHERE id = 1').pluck().get() ?? null;
}

function makeSalt(sql: Sql): string {
  const salt = randomBytes(32).toString('base64url');
  sql.prepare('INSERT INTO ErasureSalt (id, salt) VALUES (1, ?)').run(salt);
  return salt;
}

/** Keeps what one person was known by. Inside the transaction that erases them. */
export function rememberErased(sql: Sql, words: Iterable<string>, now: number): void {
  const hash = hashWith(saltOf(sql) ?? makeSalt(sql));
  const erasure = Number(sql.prepare('SELECT coalesce(max(erasure), 0) + 1 FROM ErasedIdentity').pluck().get());
  const keep = sql.prepare('INSERT OR IGNORE INTO ErasedIdentity (hash, erasure, erasedAt) VALUES (?, ?, ?)');
  for (const one of words) keep.run(hash(one), erasure, now);
}

/** Somebody the user adds by hand comes back: their own hand wins over what they erased before. Undo erases them again. */
export function liftErased(work: Work, typed: Knowable): void {
  const salt = saltOf(work.sql);
  if (salt === null) return;
  const together = work.sql
    .prepare<[string], { hash: string }>(
      `SELECT hash FROM ErasedIdentity WHERE erasure IN
         (SELECT erasure FROM ErasedIdentity WHERE hash IN (SELECT value FROM json_each(?)))`,
    )
    .all(JSON.stringify(knownBy(typed).map(hashWith(salt))));
  for (const { hash } of together) work.remove('ErasedIdentity', { hash });
}

/** The erased, as an import meets them. */
export class ErasedPeople {
  private readonly known = new Map<string, boolean>();
  private readonly find;
  private readonly add;

  private constructor(
    sql: Sql,
    private readonly hash: (words: string) => string,
  ) {
    this.find = sql.prepare<[string], { erasure: number; erasedAt: number }>('SELECT erasure, erasedAt FROM ErasedIdentity WHERE hash = ?');
    this.add = sql.prepare('INSERT OR IGNORE INTO ErasedIdentity (hash, erasure, erasedAt) VALUES (?, ?, ?)');
  }

  /** @returns null where nobody was erased: then nothing needs to be asked */
  static of(sql: Sql): ErasedPeople | null {
    const salt = saltOf(sql);
    if (salt === null || sql.prepare('SELECT 1 FROM ErasedIdentity LIMIT 1').get() === undefined) return null;
    return new ErasedPeople(sql, hashWith(salt));
  }

  has(ref: IdentityRef): boolean {
    const words = ownWords(ref);
    return this.known.get(words) ?? this.remember(words, this.find.get(this.hash(words)) !== undefined);
  }

  /**
   * The same with the facts beside the key. Who has an erased address is the same person under a further name: that name
   * is remembered too, since later rows give it alone.
   * @param isSomebodyElse asked before anything is remembered: false for the user themselves
   */
  isErased(record: IdentityRecord, isSomebodyElse: () => boolean): boolean {
    if (this.has(record)) return isSomebodyElse();
    const [own, ...facts] = knownBy(record);
    const found = facts.map((one) => this.find.get(this.hash(one))).find((row) => row !== undefined);
    if (!found || own === undefined || !isSomebodyElse()) return false;
    this.add.run(this.hash(own), found.erasure, found.erasedAt);
    return this.remember(own, true);
  }

  private remember(words: string, erased: boolean): boolean {
    if (this.known.size >= REMEMBERED) this.known.clear();
    this.known.set(words, erased);
    return erased;
  }
}
