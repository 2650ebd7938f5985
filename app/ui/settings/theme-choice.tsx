import { Form, useFetcher } from '@remix-run/react';
import { Button } from '../primitives/button';
import { Heading } from '../primitives/headings';
import { Segmented } from '../primitives/segmented';
import type { Theme } from '../shell/account-controls';

const THEMES = [
  { value: 'system', label: 'As on this device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** How Kith looks to this teammate, and the way out. */
export function ThemeChoice({ theme, action }: { theme: Theme; action: string }) {
  const fetcher = useFetcher();
  return (
    <section aria-labelledby="theme-heading" className="flex flex-col gap-3 items-start">
      <Heading id="theme-heading">You</Heading>
      <div className="field">
        {/* The group says it to readers. */}
        <span className="field-label" aria-hidden="true">
          Theme
        </span>
        <Segmented
          label="Theme"
          name="theme"
          segments={THEMES}
          value={theme}
          onChange={(next) => fetcher.submit({ theme: next }, { method: 'post', action })}
        />
      </div>
      <Form method="post" action="/sign-out">
        <Button type="submit">Sign out</Button>
      </Form>
    </section>
  );
}
