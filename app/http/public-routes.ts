/** The routes that need no session. Everything else leads to /sign-in; tests/routes/guard.test.ts walks the table. */
export const PUBLIC_ROUTES: readonly string[] = ['/welcome', '/sign-in', '/health'];
