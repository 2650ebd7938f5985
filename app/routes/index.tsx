import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { requireTeammate } from '../http/session.server';

export async function loader({ request }: LoaderFunctionArgs) {
  await requireTeammate(request);
  return redirect('/today');
}
