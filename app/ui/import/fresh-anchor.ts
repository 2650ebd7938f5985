/** Where the import page says how old each archive is, and how to get a fresh one. */
export const FRESH_ID = 'fresh';
export const FRESH_ANCHOR = `/import#${FRESH_ID}`;
