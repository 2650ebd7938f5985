import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { requireTeammate } from '../http/session.server';

/** Every address that no other route takes. Strangers learn nothing about which exist. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireTeammate(request);
  throw data('There is nothing here.', { status: 404 });
}

export const action = loader;

export default function NotFound() {
  return null;
}
