import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { requireTeammate } from '../http/session.server';
import { signOut } from '../http/sign-in.server';

/** Signing out changes something, so a link can't do it. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireTeammate(request);
  return redirect('/today');
}

export async function action({ request }: ActionFunctionArgs) {
  await requireTeammate(request);
  return redirect('/sign-in', { headers: await signOut(request) });
}
