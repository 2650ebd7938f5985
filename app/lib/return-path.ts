/** Where to go after signing in: only a path of this origin, never another site. */
const HERE = 'http://here.invalid';

/**
 * @param asked what a query string or form says, not trusted
 * @returns path with its query, "/" where what was asked leads elsewhere
 */
export function safeReturnPath(asked: string | null | undefined): string {
  if (!asked?.startsWith('/') || !URL.canParse(asked, HERE)) return '/';
  const { origin, pathname, search } = new URL(asked, HERE);
  // "//evil.test" and "/\evil.test" are other sites to a browser; a path may also start with // after resolving.
  return origin === HERE && !pathname.startsWith('//') ? pathname + search : '/';
}
