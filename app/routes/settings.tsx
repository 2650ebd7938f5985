import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { saveWorkspace } from '../commands/save-settings.server';
import { store } from '../db/connection.server';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../domain/password';
import { parseForm, wantsPage } from '../http/form.server';
import { requireTeammate } from '../http/session.server';
import { changePassword } from '../http/sign-in.server';
import { isTimeZone, timeZonesAround } from '../lib/dates';
import { gapsList } from '../queries/gaps-list.server';
import { PageHeader } from '../ui/primitives/headings';
import { GapsSettings } from '../ui/settings/gaps-settings';
import { PasswordForm } from '../ui/settings/password-form';
import { ThemeChoice } from '../ui/settings/theme-choice';
import { LONGEST_DAY, SHORTEST_DAY, WorkspaceForm } from '../ui/settings/workspace-form';
import { useTheme } from '../ui/shell/use-theme';

const minutes = `Between ${SHORTEST_DAY} and ${LONGEST_DAY} minutes.`;

const workspaceSchema = z.object({
  part: z.literal('workspace'),
  name: z.string({ error: 'Give it a name.' }).trim().min(1, 'Give it a name.').max(80, 'At most 80 characters.'),
  timeZone: z.string({ error: 'Choose a time zone.' }).refine(isTimeZone, 'Choose a time zone from the list.'),
  minutesADay: z.coerce.number({ error: minutes }).int(minutes).min(SHORTEST_DAY, minutes).max(LONGEST_DAY, minutes),
});

const passwordSchema = z.object({
  part: z.literal('password'),
  presentPassword: z
    .string({ error: 'Write your present password.' })
    .max(LONGEST_PASSWORD, 'This is not your present password.'),
  newPassword: z
    .string({ error: 'Choose a new password.' })
    .min(SHORTEST_PASSWORD, `At least ${SHORTEST_PASSWORD} characters.`)
    .max(LONGEST_PASSWORD, `At most ${LONGEST_PASSWORD} characters.`),
});

const schema = z.discriminatedUnion('part', [workspaceSchema, passwordSchema]);

export const meta: MetaFunction = () => [{ title: 'Settings · Kith' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { workspace } = await requireTeammate(request);
  const { name, timeZone, minutesADay, version } = workspace;
  return { workspace: { name, timeZone, minutesADay }, version, timeZones: timeZonesAround(timeZone), gaps: gapsList(store()) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { teammate } = await requireTeammate(request);
  const form = await parseForm(request, schema);
  if (!form.ok) return data({ reply: form.reply, saved: null }, { status: 400 });
  if (form.value.part === 'workspace') {
    const { name, timeZone, minutesADay } = form.value;
    const saving = { actor: { teammateId: teammate.id }, now: Date.now() };
    const done = saveWorkspace(store(), saving, { name, timeZone, minutesADay });
    return { reply: null, saved: { sentence: done.sentence, journalId: done.journalId } };
  }
  const outcome = await changePassword(request, form.value.presentPassword, form.value.newPassword);
  if (!outcome.ok) {
    return data({ reply: form.refuse({ presentPassword: [outcome.problem] }), saved: null }, { status: outcome.status });
  }
  // The page's loaders would still have the ended session's cookie.
  if (wantsPage(request)) return redirect('/settings', { headers: outcome.headers });
  const saved = { sentence: 'Password changed; other sessions have ended', journalId: null };
  return data({ reply: null, saved }, { headers: outcome.headers });
}

export default function Settings() {
  const { workspace, version, timeZones, gaps } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Settings" />
      <div className="page-body flex flex-col gap-10 max-w-xl">
        <WorkspaceForm workspace={workspace} version={version} timeZones={timeZones} />
        <GapsSettings {...gaps} />
        <ThemeChoice theme={useTheme()} action="/settings/theme" />
        <PasswordForm />
      </div>
    </>
  );
}
