/** For whatever watches the server: answers while the store does. Says nothing else to anybody. */
import { ownerExists } from '../queries/owner-exists.server';

export function loader(): Response {
  ownerExists();
  return new Response('ok', { headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' } });
}
