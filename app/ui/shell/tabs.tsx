import { NavLink } from '@remix-run/react';
import { Ellipsis } from 'lucide-react';
import { Menu } from '../primitives/menu';
import { AccountMenuItems } from './account-controls';
import { EntryIcon } from './entries';
import type { RailProps } from './rail';

/** A phone's pages at the bottom; what has no tab is under More. */
export function Tabs({ entries, theme, actions, onShowKeys }: Omit<RailProps, 'user' | 'workspaceName'>) {
  return (
    <nav aria-label="Pages" className="tabs">
      {entries.filter((entry) => entry.inTabs).map((entry) => (
        <NavLink key={entry.to} to={entry.to} end={entry.to === '/'} className="tab">
          <EntryIcon icon={entry.icon} size={20} />
          {entry.tabLabel ?? entry.label}
        </NavLink>
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
