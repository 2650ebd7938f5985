import { Link, useLocation, useNavigate } from '@remix-run/react';
import { Avatar } from '../primitives/avatar';
import { useFollowedLinks } from '../primitives/followed-links';
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
  const navigate = useNavigate();
  const links = useFollowedLinks((address) => navigate(address));
  return (
    <header className="rail">
      <Link to="/" aria-label="Kith, to Today" className="self-start rounded-medium">
        <Logo />
      </Link>
      <FindBox />
      <nav aria-label="Main" className="rail-links" ref={links}>
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
