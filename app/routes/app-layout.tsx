/** The frame of every page behind the door, and what all of them know: who is here, where, and how it looks. */
import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useNavigate, useRouteError, useRouteLoaderData, type ShouldRevalidateFunctionArgs } from '@remix-run/react';
import type { ReactNode } from 'react';
import { prolongSession, requireTeammate } from '../http/session.server';
import type { KeyGroup } from '../ui/keyboard/key-help';
import { useKeys } from '../ui/keyboard/use-keys';
import { useTypedAheadOnTheWay } from '../ui/keyboard/use-typed-ahead';
import { LinkButton } from '../ui/primitives/button';
import { ErrorState } from '../ui/primitives/message-states';
import { undoNewestToast } from '../ui/primitives/toast';
import { AppShell } from '../ui/shell/app-shell';
import type { ShellEntry } from '../ui/shell/entries';
import { ErrorPage, errorWords } from '../ui/shell/error-page';
import { useTheme } from '../ui/shell/use-theme';
import { useUndo, useUndoAnswers } from '../ui/undo/use-undo';

const ENTRIES: readonly ShellEntry[] = [
  { to: '/today', label: 'Today', icon: 'today', inTabs: true },
  { to: '/people', label: 'People', icon: 'people', inTabs: true },
  { to: '/relationships', label: 'Relationships', tabLabel: 'Relations', icon: 'relationships', inTabs: true },
  { to: '/import', label: 'Import', icon: 'import', inTabs: true },
  { to: '/settings', label: 'Settings', icon: 'settings', inTabs: false },
];

const KEYS: readonly KeyGroup[] = [
  {
    title: 'Anywhere',
    keys: [
      { keys: ['/'], does: 'Find anyone' },
      { keys: ['N'], does: 'Add someone' },
      { keys: ['U'], does: 'Undo' },
      { keys: ['?'], does: 'Show these keys' },
    ],
  },
  {
    title: 'On Today',
    keys: [
      { keys: ['J', 'K'], does: 'Next and previous' },
      { keys: ['Enter'], does: 'Go into the conversation' },
      { keys: ['R'], does: 'Reply' },
      { keys: ['L'], does: 'Log what was said' },
      { keys: ['S'], does: 'Snooze' },
      { keys: ['E'], does: 'Done' },
      { keys: ['Ctrl', 'Enter'], does: 'Log and go on' },
    ],
  },
  {
    title: 'On People and a person',
    keys: [
      { keys: ['J', 'K'], does: 'Next and previous' },
      { keys: ['Enter'], does: 'Open' },
      { keys: ['W'], does: 'Welcome from the audience' },
      { keys: ['R'], does: 'Write' },
      { keys: ['L'], does: 'Log what happened' },
      { keys: ['T'], does: 'Tag' },
      { keys: ['S'], does: 'Let rest' },
      { keys: ['B'], does: 'Back from rest or time away' },
      { keys: ['Esc'], does: 'Back to the list' },
    ],
  },
  {
    title: 'On “Perhaps the same person”',
    keys: [
      { keys: ['J', 'K'], does: 'Next and previous question' },
      { keys: ['M'], does: 'The same person' },
      { keys: ['D'], does: 'Different people' },
    ],
  },
  {
    title: 'On Relationships',
    keys: [
      { keys: ['←', '→', '↑', '↓'], does: 'From one to the next on the plot' },
      { keys: ['J', 'K'], does: 'The same along their order' },
      { keys: ['Enter'], does: 'Open' },
      { keys: ['Esc'], does: 'Back from a list' },
    ],
  },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const { teammate, workspace, session } = await requireTeammate(request);
  const { publicId, name, theme } = teammate;
  return data({ user: { publicId, name, theme }, workspaceName: workspace.name }, { headers: await prolongSession(request, session) });
}

/**
 * Who is here does not change with what is opened or looked for on a page. So opening a conversation asks the server
 * nothing, and is never under way when a new list is asked for, which would break it off.
 */
export function shouldRevalidate({ currentUrl, nextUrl, formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  const samePage = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return formMethod === undefined && samePage ? false : defaultShouldRevalidate;
}

/** Keys that work on every page. */
function useHouseKeys() {
  const navigate = useNavigate();
  const undo = useUndo();
  useUndoAnswers();
  useTypedAheadOnTheWay();
  useKeys({
    n: () => navigate('/people/new'),
    u: () => {
      if (!undoNewestToast()) undo(null);
    },
  });
}

function Frame({ children }: { children: ReactNode }) {
  const loaded = useRouteLoaderData<typeof loader>('routes/app-layout');
  const theme = useTheme();
  useHouseKeys();
  if (!loaded) return null;
  return (
    <AppShell
      entries={ENTRIES}
      user={loaded.user}
      workspaceName={loaded.workspaceName}
      theme={theme}
      actions={{ theme: '/settings/theme', signOut: '/sign-out' }}
      keyGroups={KEYS}
    >
      {children}
    </AppShell>
  );
}

export default function AppLayout() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

/** What a page could not show stands where the page would; the rail stays. */
export function ErrorBoundary() {
  const error = useRouteError();
  const loaded = useRouteLoaderData<typeof loader>('routes/app-layout');
  if (!loaded) return <ErrorPage error={error} />;
  const { title, note } = errorWords(error);
  return (
    <Frame>
      <div className="page-body">
        <ErrorState title={title} action={<LinkButton to="/today">Go to Today</LinkButton>}>
          {note}
        </ErrorState>
      </div>
    </Frame>
  );
}
