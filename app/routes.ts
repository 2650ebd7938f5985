/** The directory board: every URL and its file. */
import { index, layout, route, type RouteConfig } from '@remix-run/route-config';

export default [
  index('routes/index.tsx'),
  route('health', 'routes/health.tsx'),
  route('welcome', 'routes/welcome.tsx'),
  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-out', 'routes/sign-out.tsx'),
  layout('routes/app-layout.tsx', [
    route('today', 'routes/today.tsx'),
    route('today/older', 'routes/today-older.tsx'),
    route('people', 'routes/people.tsx'),
    route('people/new', 'routes/people-new.tsx'),
    route('people/:id', 'routes/person.tsx'),
    route('import', 'routes/import.tsx'),
    route('settings', 'routes/settings.tsx'),
    route('*', 'routes/not-found.tsx'),
  ]),
  route('conversations/:id', 'routes/conversation.tsx'),
  route('conversations/:id/draft', 'routes/draft.tsx'),
  route('people/welcome', 'routes/people-welcome.tsx'),
  route('people/:id/about', 'routes/person-about.tsx'),
  route('people/:id/entries', 'routes/person-entries.tsx'),
  route('people/:id/keeping', 'routes/person-keeping.tsx'),
  route('people/:id/quiet', 'routes/person-quiet.tsx'),
  route('people/:id/timeline', 'routes/person-timeline.tsx'),
  route('undo', 'routes/undo.tsx'),
  route('import/upload', 'routes/import-upload.tsx'),
  route('import/:id/progress', 'routes/import-progress.tsx'),
  route('import/:id/details', 'routes/import-details.tsx'),
  route('settings/gaps', 'routes/gaps.tsx'),
  route('settings/theme', 'routes/theme.tsx'),
] satisfies RouteConfig;
