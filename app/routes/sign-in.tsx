import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useNavigation } from '@remix-run/react';
import { z } from 'zod';
import { parseForm } from '../http/form.server';
import { requireStranger } from '../http/session.server';
import { signIn } from '../http/sign-in.server';
import { safeReturnPath } from '../lib/return-path';
import { ownerExists } from '../queries/owner-exists.server';
import { Button } from '../ui/primitives/button';
import { TextField } from '../ui/primitives/fields';
import { CenteredFrame } from '../ui/shell/centered-frame';

const schema = z.object({
  email: z.email({ error: 'Write your e-mail address, as in ines@example.com.' }),
  password: z.string({ error: 'Write your password.' }),
});

export const meta: MetaFunction = () => [{ title: 'Sign in · Kith' }];

export function loader({ request }: LoaderFunctionArgs) {
  if (!ownerExists()) throw redirect('/welcome');
  requireStranger(request, returnPath(request));
  return null;
}

function returnPath(request: Request): string {
  return safeReturnPath(new URL(request.url).searchParams.get('to'));
}

export async function action({ request }: ActionFunctionArgs) {
  if (!ownerExists()) throw redirect('/welcome');
  const form = await parseForm(request, schema);
  if (!form.ok) return data(form.reply, { status: 400 });
  const outcome = await signIn(request, form.value.email, form.value.password);
  if (!outcome.ok) return data(form.refuse({ password: [outcome.problem] }), { status: outcome.status });
  return redirect(returnPath(request), { headers: outcome.headers });
}

export default function SignIn() {
  const lastResult = useActionData<typeof action>();
  const busy = useNavigation().state !== 'idle';
  const [form, fields] = useForm<z.input<typeof schema>>({
    id: 'sign-in',
    lastResult,
    constraint: { email: { required: true }, password: { required: true } },
  });
  return (
    <CenteredFrame title="Welcome back.">
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4 mt-4">
        <TextField
          {...getInputProps(fields.email, { type: 'email' })}
          key="email"
          label="E-mail"
          autoComplete="username"
          errors={fields.email.errors}
        />
        <TextField
          {...getInputProps(fields.password, { type: 'password' })}
          key="password"
          label="Password"
          autoComplete="current-password"
          errors={fields.password.errors}
        />
        <Button type="submit" variant="primary" disabled={busy}>
          Sign in
        </Button>
      </Form>
    </CenteredFrame>
  );
}
