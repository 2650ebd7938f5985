import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { Form, useNavigation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { ownerSchema } from '../../domain/owner';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../domain/password';
import { Button } from '../primitives/button';
import { TextField } from '../primitives/fields';

interface OwnerFormProps {
  /** What the server said about the last try. */
  lastResult: SubmissionResult | undefined;
  /** Others can reach the server: whoever fills this in has to know what it printed. */
  tokenNeeded: boolean;
  token: string;
}

interface Fields {
  token: string;
  name: string;
  email: string;
  password: string;
  workspaceName: string;
}

/** The device's time zone; known once scripts run, so the first paint is the same on both sides. */
function useDeviceTimeZone(): string {
  const [timeZone, setTimeZone] = useState('UTC');
  useEffect(() => setTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return timeZone;
}

/** Name, e-mail, password and the workspace's name: all that a first visit needs. */
export function OwnerForm({ lastResult, tokenNeeded, token }: OwnerFormProps) {
  const timeZone = useDeviceTimeZone();
  const busy = useNavigation().state !== 'idle';
  const [form, fields] = useForm<Fields>({
    id: 'owner',
    lastResult,
    // A field that was corrected no longer says what was wrong with it.
    onValidate: ({ formData }) => parseWithZod(formData, { schema: ownerSchema }),
    shouldRevalidate: 'onInput',
    defaultValue: { name: '', email: '', workspaceName: '', token },
    constraint: {
      name: { required: true, maxLength: 120 },
      email: { required: true },
      password: { required: true, minLength: SHORTEST_PASSWORD, maxLength: LONGEST_PASSWORD },
      workspaceName: { maxLength: 80 },
      token: { required: tokenNeeded },
    },
  });
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
      <input type="hidden" name="timeZone" value={timeZone} />
      {tokenNeeded && (
        <TextField
          {...getInputProps(fields.token, { type: 'text' })}
          key="token"
          label="Word from the terminal"
          hint="Kith printed it when it started, at the end of the address."
          autoComplete="off"
          errors={fields.token.errors}
        />
      )}
      <TextField
        {...getInputProps(fields.name, { type: 'text' })}
        key="name"
        label="Your name"
        autoComplete="name"
        errors={fields.name.errors}
      />
      <TextField
        {...getInputProps(fields.email, { type: 'email' })}
        key="email"
        label="E-mail"
        hint="You sign in with it. Nothing is sent to it."
        autoComplete="username"
        errors={fields.email.errors}
      />
      <TextField
        {...getInputProps(fields.password, { type: 'password' })}
        key="password"
        label="Password"
        hint={`At least ${SHORTEST_PASSWORD} characters. Four or five words in a row are easy to keep in mind.`}
        autoComplete="new-password"
        errors={fields.password.errors}
      />
      <TextField
        {...getInputProps(fields.workspaceName, { type: 'text' })}
        key="workspaceName"
        label="Name of your workspace (optional)"
        placeholder="Loom & Ledger"
        autoComplete="organization"
        errors={fields.workspaceName.errors}
      />
      <Button type="submit" variant="primary" disabled={busy}>
        Begin
      </Button>
    </Form>
  );
}
