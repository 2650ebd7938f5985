import { useFetchers, useMatches } from '@remix-run/react';
import { z } from 'zod';

const theme = z.enum(['system', 'light', 'dark']);

/** What the layout of signed-in pages loads, as far as the theme goes. */
const withTheme = z.object({ user: z.object({ theme }) });

/** The signed-in teammate's theme, already changed while the change is on its way; the device's for everybody else. */
export function useTheme(): z.infer<typeof theme> {
  const matches = useMatches();
  const onItsWay = useFetchers().map((fetcher) => theme.safeParse(fetcher.formData?.get('theme')));
  const next = onItsWay.find((parsed) => parsed.success);
  if (next) return next.data;
  for (const match of matches) {
    const loaded = withTheme.safeParse(match.data);
    if (loaded.success) return loaded.data.user.theme;
  }
  return 'system';
}
