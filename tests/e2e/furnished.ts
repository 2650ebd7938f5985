/** A served house that a test fills by itself, with the owner signed in. */
import type { Browser, Cookie } from 'playwright-core';
import { databaseFile, openDatabase, type Sql } from '../../app/db/connection.server';
import { DAY, furnishHouse, type House, type Said } from '../factories/history';
import { startBuiltServer, type BuiltServer } from '../setup/built-server';
import { makeOwner, openBrowser, openPage } from './support';

export interface FurnishedHouse {
  browser: Browser;
  server: BuiltServer;
  sql: Sql;
  house: House;
  /** Opens a page of a session of its own; the owner is signed in. */
  open(path: string, options?: Parameters<typeof openPage>[1]): ReturnType<typeof openPage>;
  /** Takes everybody and everything out again. */
  empty(): void;
  close(): Promise<void>;
}

/** To be closed in `afterAll`. */
export async function openFurnishedHouse(): Promise<FurnishedHouse> {
  const browser = await openBrowser();
  const server = await startBuiltServer();
  const cookies = await ownersCookies(browser, server);
  const sql = openDatabase(databaseFile(server.dataFolder));
  const house = furnishHouse(sql, Date.now());
  return {
    browser, server, sql, house,
    async open(path, options = {}) {
      const opened = await openPage(browser, options);
      await opened.context.addCookies(cookies);
      await opened.page.goto(server.url + path, { waitUntil: 'networkidle' });
      return opened;
    },
    empty() {
      sql.exec('DELETE FROM Conversation; DELETE FROM ConversationState; DELETE FROM Contact; DELETE FROM ContactEvent; DELETE FROM JournalEntry');
      sql.exec('DELETE FROM ContactHealth; DELETE FROM InteractionParticipant; DELETE FROM ContactIdentity; DELETE FROM ConversationParticipant');
      sql.prepare('DELETE FROM Identity WHERE id <> ?').run(house.me);
    },
    async close() {
      sql.close();
      await server.stop();
      await browser.close();
    },
  };
}

/** The owner's session: signing in again and again would be taken for guessing. */
async function ownersCookies(browser: Browser, server: BuiltServer): Promise<Cookie[]> {
  const { page, context } = await openPage(browser);
  await makeOwner(page, server.url);
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

/** Words of theirs every so many days, each answered a day later: the user had the last word. @param silent days since their last */
export function talked(gap: number, count: number, silent: number): Said[] {
  return Array.from({ length: count }, (_, index) => Date.now() - (silent + gap * (count - 1 - index)) * DAY).flatMap((at, index): Said[] => [
    { at, by: 'them', text: `Word ${index + 1}` }, { at: at + DAY, by: 'you', text: `Answer ${index + 1}` },
  ]);
}
