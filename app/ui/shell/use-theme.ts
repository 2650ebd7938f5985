import { useFetchers, useRouteLoaderData } from '@remix-run/react';
import type { Theme } from './account-controls';

const THEMES: ReadonlySet<unknown> = new Set<Theme>(['system', 'light', 'dark']);

function isTheme(value: unknown): value is Theme {
  return THEMES.has(value);
}

/** The signed-in teammate's theme, already changed while the change is on its way; the device's for everybody else. */
export function useTheme(): Theme {
  const layout = useRouteLoaderData<{ user: { theme: Theme } }>('routes/app-layout');
  const onItsWay = useFetchers().map((fetcher) => fetcher.formData?.get('theme')).find(isTheme);
  return onItsWay ?? layout?.user.theme ?? 'system';
}
