import { useFetcher, useSubmit } from '@remix-run/react';
import { Keyboard, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { Button } from '../primitives/button';
import { MenuItem, MenuLink, MenuSeparator } from '../primitives/menu';
import { EntryIcon, type ShellEntry } from './entries';

/** As on `<html data-theme>`; "system" follows the device. */
export type Theme = 'light' | 'dark' | 'system';

const THEMES = {
  system: { next: 'light', words: 'Theme follows your device', Icon: Monitor },
  light: { next: 'dark', words: 'Light theme', Icon: Sun },
  dark: { next: 'system', words: 'Dark theme', Icon: Moon },
} as const;

/** Where the shell's own forms go. Each takes a POST. */
export interface ShellActions {
  /** Takes `theme`: light, dark or system. */
  theme: string;
  signOut: string;
}

/** Goes round: the device's theme, light, dark. Posts `theme` and works before scripts have loaded. */
export function ThemeToggle({ theme, action }: { theme: Theme; action: string }) {
  const fetcher = useFetcher();
  const { next, words, Icon } = THEMES[theme];
  const label = `${words}. Change to ${THEMES[next].words.toLowerCase()}`;
  return (
    <fetcher.Form method="post" action={action}>
      <Button
        type="submit"
        variant="ghost"
        square
        name="theme"
        value={next}
        aria-label={label}
        title={label}
        icon={<Icon className="icon" size={15} strokeWidth={1.75} aria-hidden="true" />}
      />
    </fetcher.Form>
  );
}

interface AccountMenuItemsProps {
  actions: ShellActions;
  /** Entries that have no other place: all of a phone's that are no tabs. */
  entries: readonly ShellEntry[];
  /** Set where the menu is the theme's only place. */
  theme?: Theme;
  onShowKeys: () => void;
}

/** What the user's menu and the phone's More have in common. */
export function AccountMenuItems({ actions, entries, theme, onShowKeys }: AccountMenuItemsProps) {
  const submit = useSubmit();
  const fetcher = useFetcher();
  const look = theme && THEMES[theme];
  return (
    <>
      {entries.map((entry) => (
        <MenuLink key={entry.to} to={entry.to} icon={<EntryIcon icon={entry.icon} size={15} />}>
          {entry.label}
        </MenuLink>
      ))}
      {look && (
        <MenuItem
          icon={<look.Icon className="icon" size={15} strokeWidth={1.75} aria-hidden="true" />}
          onSelect={() => fetcher.submit({ theme: look.next }, { method: 'post', action: actions.theme })}
        >
          {look.words}
        </MenuItem>
      )}
      <MenuItem
        icon={<Keyboard className="icon" size={15} strokeWidth={1.75} aria-hidden="true" />}
        note="?"
        onSelect={onShowKeys}
      >
        Keys
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={<LogOut className="icon" size={15} strokeWidth={1.75} aria-hidden="true" />}
        onSelect={() => submit(null, { method: 'post', action: actions.signOut })}
      >
        Sign out
      </MenuItem>
    </>
  );
}
