import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { createOwner } from '../commands/create-owner.server';
import { ownerSchema } from '../domain/owner';
import { store } from '../db/connection.server';
import { parseForm } from '../http/form.server';
import { forgetSetupToken, setupTokenFits, setupTokenNeeded } from '../http/setup-token.server';
import { signIn } from '../http/sign-in.server';
import { isTimeZone } from '../lib/dates';
import { ownerExists } from '../queries/owner-exists.server';
import { OwnerForm } from '../ui/settings/owner-form';
import { CenteredFrame } from '../ui/shell/centered-frame';

// From the browser; a zone this server does not know is no reason to stop.
const schema = ownerSchema.extend({ timeZone: z.string().refine(isTimeZone).catch('UTC') });

export const meta: MetaFunction = () => [{ title: 'Welcome · Kith' }];

export function loader({ request }: LoaderFunctionArgs) {
  if (ownerExists()) throw redirect('/sign-in');
  return { tokenNeeded: setupTokenNeeded(), token: new URL(request.url).searchParams.get('token') ?? '' };
}

export async function action({ request }: ActionFunctionArgs) {
  if (ownerExists()) throw redirect('/sign-in');
  const form = await parseForm(request, schema);
  if (!form.ok) return data(form.reply, { status: 400 });
  const { token, ...owner } = form.value;
  if (!setupTokenFits(token)) {
    return data(form.refuse({ token: ['This is not the word that Kith printed when it started.'] }), { status: 403 });
  }
  if (!(await createOwner(store(), { ...owner, now: Date.now() }))) throw redirect('/sign-in');
  forgetSetupToken();
  const outcome = await signIn(request, owner.email, owner.password);
  return outcome.ok ? redirect('/import', { headers: outcome.headers }) : redirect('/sign-in');
}

export default function Welcome() {
  const { tokenNeeded, token } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  return (
    <CenteredFrame
      title="Welcome to Kith."
      note="Make the owner’s account. It stays on this machine, like everything you bring in."
    >
      <OwnerForm lastResult={lastResult} tokenNeeded={tokenNeeded} token={token} />
    </CenteredFrame>
  );
}
