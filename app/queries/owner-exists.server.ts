import { store } from '../db/connection.server';

/** Whether somebody has made the owner's account. Until then every page leads to /welcome. */
export function ownerExists(): boolean {
  return store().prepare('SELECT 1 FROM Teammate LIMIT 1').get() !== undefined;
}
