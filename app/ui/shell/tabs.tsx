import { useLocation, useNavigate } from '@remix-run/react';
import { Ellipsis } from 'lucide-react';
import { useFollowedLinks } from '../primitives/followed-links';
import { Menu } from '../primitives/menu';
import { AccountMenuItems } from './account-controls';
import { currentEntry, EntryIcon } from './entries';
import type { RailProps } from './rail';

/** A phone's pages at the bottom; what has no tab is under More. */
export function Tabs({ entries, theme, actions, onShowKeys }: Omit<RailProps, 'user' | 'workspaceName'>) {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const links = useFollowedLinks((address) => navigate(address));
  return (
    <nav aria-label="Pages" className="tabs" ref={links}>
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
