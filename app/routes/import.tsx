import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireTeammate } from '../http/session.server';

export async function loader({ request }: LoaderFunctionArgs) {
  await requireTeammate(request);
  return null;
}

export default function Page() {
  return null;
}
