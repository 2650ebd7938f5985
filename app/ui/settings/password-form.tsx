import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import { useEffect } from 'react';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../domain/password';
import { Button } from '../primitives/button';
import { TextField } from '../primitives/fields';
import { Heading } from '../primitives/headings';
import { useSaving } from './use-saving';

/** Changes one's password; asks for the present one. */
export function PasswordForm() {
  const { Form, busy, lastResult, saved } = useSaving();
  const [form, fields] = useForm<{ presentPassword: string; newPassword: string }>({
    id: 'password',
    lastResult,
    constraint: {
      presentPassword: { required: true },
      newPassword: { required: true, minLength: SHORTEST_PASSWORD, maxLength: LONGEST_PASSWORD },
    },
  });
  const { reset } = form;
  useEffect(() => {
    if (saved) reset();
    // Conform makes a new `reset` at every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [saved]);
  return (
    <section aria-labelledby="password-heading">
      <Heading id="password-heading">Password</Heading>
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4 mt-3">
        <input type="hidden" name="part" value="password" />
        <TextField
          {...getInputProps(fields.presentPassword, { type: 'password' })}
          key="presentPassword"
          label="Present password"
          autoComplete="current-password"
          errors={fields.presentPassword.errors}
        />
        <TextField
          {...getInputProps(fields.newPassword, { type: 'password' })}
          key="newPassword"
          label="New password"
          hint={`At least ${SHORTEST_PASSWORD} characters. You stay signed in here; other sessions end.`}
          autoComplete="new-password"
          errors={fields.newPassword.errors}
        />
        <Button type="submit" disabled={busy} className="self-start">
          Change password
        </Button>
      </Form>
    </section>
  );
}
