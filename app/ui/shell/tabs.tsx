import { useLocation } from '@remix-run/react';
import { Ellipsis } from 'lucide-react';
import { useDelegatedLinks } from '../primitives/delegated-links';
import { Menu } from '../primitives/menu';
import { AccountMenuItems } from './account-controls';
import { currentEntry, EntryIcon } from './entries';
import type { RailProps } from './rail';

/** A phone's pages at the bottom; what has no tab is under More. */
export function Tabs({ entries, theme, actions, onShowKeys }: Omit<RailProps, 'user' | 'workspaceName'>) {
  const { pathname } = useLocation();
  const onClick = useDelegatedLinks('resets');
  return (
    // The links inside are followed here.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <nav aria-label="Pages" className="tabs" onClick={onClick}>
      {entries.filter((entry) => entry.inTabs).map((entry) => (
        <a key={entry.to} href={entry.to} aria-current={currentEntry(entry, pathname)} className="tab">
          <EntryIcon icon={entry.icon} size={20} />
          {entry.tabLabel ?? entry.label}
        </a>
      ))}
      <Menu
        side="top"
        align="end"
        trigger={
          <button type="button" className="tab">
            <Ellipsis className="icon" size={20} strokeWidth={1.75} aria-hidden="true" />
            More
          </button>
        }
      >
        <AccountMenuItems
          actions={actions}
          entries={entries.filter((entry) => !entry.inTabs)}
          theme={theme}
          onShowKeys={onShowKeys}
        />
      </Menu>
    </nav>
  );
}
