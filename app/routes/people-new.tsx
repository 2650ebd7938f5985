/** Adds somebody by hand. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { addContact, IdentityTaken } from '../commands/add-contact.server';
import { TYPED_PLATFORMS, typedEmail, typedProfile, type TypedIdentity } from '../commands/add-contact/typed-identity.server';
import { store } from '../db/connection.server';
import { parseForm, type ParsedForm } from '../http/form.server';
import { requireTeammate } from '../http/session.server';
import { tagsInUse } from '../queries/person.server';
import { NewPersonForm } from '../ui/people/new-person-form';
import { PageHeader } from '../ui/primitives/headings';

const LONGEST_NAME = 200;
const LONGEST_TAG = 60;

const schema = z.object({
  name: z.string({ error: 'A name is needed.' }).trim().min(1, 'A name is needed.').max(LONGEST_NAME, 'At most 200 characters.'),
  email: z.email('This does not look like an e-mail address.').max(254, 'This does not look like an e-mail address.').nullish(),
  platform: z.enum(TYPED_PLATFORMS).default('linkedin'),
  profile: z.string().max(600, 'That is too long for a profile.').nullish(),
  howMet: z.string().max(2_000, 'At most 2,000 characters.').nullish(),
  tags: z
    .string()
    .max(600, 'That is too much at once.')
    .nullish()
    .transform((tags) => (tags ?? '').split(',').map((tag) => tag.trim()).filter(Boolean))
    .refine((tags) => tags.every((tag) => tag.length <= LONGEST_TAG), 'A tag has at most 60 characters.'),
});
type NewPerson = z.infer<typeof schema>;

export const meta: MetaFunction = () => [{ title: 'Add someone · Kith' }];

export async function loader({ request }: LoaderFunctionArgs) {
  await requireTeammate(request);
  const name = new URL(request.url).searchParams.get('name') ?? '';
  return { name: name.slice(0, LONGEST_NAME), platforms: TYPED_PLATFORMS, tags: tagsInUse(store()) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { teammate } = await requireTeammate(request);
  const form = await parseForm(request, schema);
  if (!form.ok) return data({ reply: form.reply, taken: null }, { status: 400 });
  const found = identitiesIn(form.value);
  if ('problem' in found) return data({ reply: form.refuse({ profile: [found.problem] }), taken: null }, { status: 400 });
  const { name, howMet, tags } = form.value;
  const actor = { teammateId: teammate.id };
  try {
    const input = { name, howMet: howMet?.trim() || null, tags, identities: found.identities };
    const { result, journalId } = addContact(store(), actor, input, Date.now());
    // The person's page offers the undo.
    return redirect(result ? `/people/${result.contact}?added=${journalId ?? ''}` : '/people');
  } catch (error) {
    if (error instanceof IdentityTaken) return refused(form, error);
    throw error;
  }
}

function identitiesIn({ email, platform, profile }: NewPerson): { identities: TypedIdentity[] } | { problem: string } {
  const identities = email ? [typedEmail(email)] : [];
  if (!profile?.trim()) return { identities };
  const typed = typedProfile(platform, profile);
  return typed.ok ? { identities: [...identities, typed.identity] } : { problem: typed.problem };
}

function refused(form: Extract<ParsedForm<NewPerson>, { ok: true }>, { identity, contact, message }: IdentityTaken) {
  const reply = form.refuse({ [identity.platform === 'email' ? 'email' : 'profile']: [message] });
  return data({ reply, taken: { publicId: contact?.publicId ?? null, name: contact?.name ?? '' } }, { status: 409 });
}

export default function NewPerson() {
  const { name, platforms, tags } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title="Add someone" />
      <div className="page-body">
        <NewPersonForm name={name} platforms={platforms} tags={tags} lastResult={answer?.reply ?? null} taken={answer?.taken ?? null} />
      </div>
    </>
  );
}
