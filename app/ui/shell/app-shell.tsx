import { useState, type ReactNode } from 'react';
import { KeyHelp, type KeyGroup } from '../keyboard/key-help';
import { useKeys } from '../keyboard/use-keys';
import { LiveRegion } from '../primitives/live-region';
import { ToastHost } from '../primitives/toast';
import { Rail, type RailProps } from './rail';
import { Tabs } from './tabs';

interface AppShellProps extends Omit<RailProps, 'onShowKeys'> {
  /** What `?` lists. */
  keyGroups: readonly KeyGroup[];
  /** The page; it has the h1. */
  children: ReactNode;
}

/** Rail or tabs, the page, and what every page needs: skip link, `?`, announcements, toasts. */
export function AppShell({ keyGroups, children, ...rail }: AppShellProps) {
  const [keysShown, setKeysShown] = useState(false);
  useKeys({ '?': () => setKeysShown(true) });
  const showKeys = () => setKeysShown(true);
  return (
    <div className="shell">
      <a href="#main" className="skip-link button">
        Skip to the page
      </a>
      <Rail {...rail} onShowKeys={showKeys} />
      <main id="main" tabIndex={-1} className="main">
        {children}
      </main>
      <Tabs entries={rail.entries} theme={rail.theme} actions={rail.actions} onShowKeys={showKeys} />
      <KeyHelp groups={keyGroups} open={keysShown} onOpenChange={setKeysShown} />
      <LiveRegion />
      <ToastHost />
    </div>
  );
}
