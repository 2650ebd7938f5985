import { Link, useLocation } from '@remix-run/react';
import { Avatar } from '../primitives/avatar';
import { useDelegatedLinks } from '../primitives/delegated-links';
import { Menu } from '../primitives/menu';
import { AccountMenuItems, ThemeToggle, type ShellActions, type Theme } from './account-controls';
import { currentEntry, EntryIcon, type ShellEntry } from './entries';
import { FindBox } from './find-box';
import { Logo } from './logo';

export interface ShellUser {
  publicId: string;
  name: string;
}

export interface RailProps {
  entries: readonly ShellEntry[];
  user: ShellUser;
  workspaceName: string;
  theme: Theme;
  actions: ShellActions;
  onShowKeys: () => void;
}

/** The left edge: find, pages, and who is signed in. */
export function Rail({ entries, user, workspaceName, theme, actions, onShowKeys }: RailProps) {
  const { pathname } = useLocation();
  const onClick = useDelegatedLinks('resets');
  return (
    <header className="rail">
      <Link to="/" aria-label="Kith, to Today" className="self-start rounded-medium">
        <Logo />
      </Link>
      <FindBox />
      {/* The links inside are followed here. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <nav aria-label="Main" className="rail-links" onClick={onClick}>
        {entries.map((entry) => (
          <a key={entry.to} href={entry.to} aria-current={currentEntry(entry, pathname)} className="rail-link">
            <EntryIcon icon={entry.icon} size={16} />
            {entry.label}
            {entry.count ? <span className="rail-count">{entry.count}</span> : null}
          </a>
        ))}
      </nav>
      <div className="rail-user">
        <Menu
          side="top"
          trigger={
            <button type="button" className="rail-user-trigger">
              <Avatar name={user.name} publicId={user.publicId} size={26} />
              <span className="min-w-0">
                <span className="rail-user-name">{user.name}</span>
                <span className="rail-user-workspace">{workspaceName}</span>
              </span>
            </button>
          }
        >
          <AccountMenuItems actions={actions} entries={[]} onShowKeys={onShowKeys} />
        </Menu>
        <ThemeToggle theme={theme} action={actions.theme} />
      </div>
    </header>
  );
}
