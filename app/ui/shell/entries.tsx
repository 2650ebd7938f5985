import { ArchiveRestore, ChartScatter, Settings, Sun, Users, type LucideIcon } from 'lucide-react';

const ICONS = {
  today: Sun,
  people: Users,
  relationships: ChartScatter,
  import: ArchiveRestore,
  settings: Settings,
} satisfies Record<string, LucideIcon>;

/** A page the rail leads to. Only pages that exist are listed. */
export interface ShellEntry {
  to: string;
  label: string;
  /** Where a tab is too narrow for the label. */
  tabLabel?: string;
  icon: keyof typeof ICONS;
  /** People or things waiting there; nothing is shown for none. */
  count?: number;
  /** On a phone: a tab of its own, otherwise under More. */
  inTabs: boolean;
}

/** Whether the page is the entry's own or lies below it, for `aria-current`. */
export function currentEntry({ to }: ShellEntry, pathname: string): 'page' | undefined {
  return pathname === to || pathname.startsWith(`${to}/`) ? 'page' : undefined;
}

/** The icon of an entry, in px. */
export function EntryIcon({ icon, size }: { icon: ShellEntry['icon']; size: number }) {
  const Icon = ICONS[icon];
  return <Icon className="icon" size={size} strokeWidth={1.75} aria-hidden="true" />;
}
