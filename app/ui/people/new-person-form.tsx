import { getFormProps, getInputProps, getSelectProps, getTextareaProps, useForm, type SubmissionResult } from '@conform-to/react';
import { Form, Link, useNavigation } from '@remix-run/react';
import type { Platform } from '../../domain/activity';
import { Button, LinkButton } from '../primitives/button';
import { SelectField, TextArea, TextField } from '../primitives/fields';
import { ErrorState } from '../primitives/message-states';
import { platformName } from '../primitives/platform-glyph';

interface NewPersonFormProps {
  /** The name looked for in vain, or ''. */
  name: string;
  /** On which a profile can be looked up. */
  platforms: readonly Platform[];
  /** Tags that somebody has, as suggestions. */
  tags: readonly string[];
  lastResult: SubmissionResult | null;
  /** Whose address or profile it is already; a name without an id is the user's own. */
  taken: { publicId: string | null; name: string } | null;
}

type Fields = Record<'name' | 'email' | 'platform' | 'profile' | 'howMet' | 'tags', string>;

/** Adds somebody: a name is enough. */
export function NewPersonForm({ name, platforms, tags, lastResult, taken }: NewPersonFormProps) {
  const busy = useNavigation().state !== 'idle';
  const [form, fields] = useForm<Fields>({
    id: 'new-person',
    lastResult,
    defaultValue: { name },
    constraint: { name: { required: true, maxLength: 200 } },
  });
  return (
    <Form method="post" {...getFormProps(form)} className="people-new">
      {taken && <Taken {...taken} />}
      {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the page is this form */}
      <TextField {...getInputProps(fields.name, { type: 'text' })} key="name" label="Name" errors={fields.name.errors} autoFocus autoComplete="off" />
      <TextField
        {...getInputProps(fields.email, { type: 'email' })}
        key="email"
        label="E-mail"
        errors={fields.email.errors}
        autoComplete="off"
      />
      <div className="people-new-profile">
        <SelectField {...getSelectProps(fields.platform)} key="platform" label="Profile on">
          {platforms.map((platform) => (
            <option key={platform} value={platform}>
              {platformName(platform)}
            </option>
          ))}
        </SelectField>
        <TextField
          {...getInputProps(fields.profile, { type: 'text' })}
          key="profile"
          label="Link or handle"
          hint="If they are in your audience already, everything said comes with them."
          errors={fields.profile.errors}
          autoComplete="off"
        />
      </div>
      <TextArea {...getTextareaProps(fields.howMet)} key="howMet" label="How you met" errors={fields.howMet.errors} rows={3} />
      <TextField
        {...getInputProps(fields.tags, { type: 'text' })}
        key="tags"
        label="Tags"
        hint={tags.length > 0 ? `Separated by commas. In use: ${tags.slice(0, 6).join(', ')}.` : 'Separated by commas.'}
        errors={fields.tags.errors}
        autoComplete="off"
      />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={busy}>
          Add
        </Button>
        <LinkButton to="/people" variant="ghost">
          Never mind
        </LinkButton>
      </div>
    </Form>
  );
}

function Taken({ publicId, name }: { publicId: string | null; name: string }) {
  if (publicId === null) {
    return <ErrorState title="That is your own.">An address or profile of yours cannot be somebody else’s. Nothing was added.</ErrorState>;
  }
  return (
    <ErrorState title={`That is ${name}’s already.`}>
      Nothing was added, and your words are still here.{' '}
      <Link to={`/people/${publicId}`} className="text-link">
        Open {name}
      </Link>
    </ErrorState>
  );
}
