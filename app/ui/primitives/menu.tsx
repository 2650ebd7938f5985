import * as Dropdown from '@radix-ui/react-dropdown-menu';
import { Link } from '@remix-run/react';
import { cloneElement, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { classNames } from './class-names';
import { Kbd } from './kbd';
import { useScriptsRun } from './use-scripts-run';

interface MenuProps {
  /** The button that opens it; must take a ref and props. */
  trigger: ReactElement;
  /** A line above the items: "Snooze Leila until". */
  heading?: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** MenuItem, MenuLink and MenuSeparator. */
  children: ReactNode;
}

/** Picks the item whose number was typed; numbers stand beside the items. */
function pickByNumber(event: KeyboardEvent<HTMLElement>) {
  if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
  const item = event.currentTarget.querySelector<HTMLElement>(`[data-number="${event.key}"]:not([data-disabled])`);
  if (!item) return;
  event.preventDefault();
  item.click();
}

/**
 * A menu from a button: arrows, typing ahead, 1 to 9 and Esc. The page behind stays scrollable. Without scripts nothing
 * opens, so the server renders the button alone: a menu's machinery costs as much as ten rows of a list.
 */
export function Menu({ trigger, heading, align = 'start', side = 'bottom', open, onOpenChange, children }: MenuProps) {
  if (!useScriptsRun()) return cloneElement(trigger, { 'aria-haspopup': 'menu', 'aria-expanded': false, 'data-state': 'closed' });
  return (
    <Dropdown.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <Dropdown.Trigger asChild>{trigger}</Dropdown.Trigger>
      <Dropdown.Portal>
        <Dropdown.Content
          className="menu"
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={12}
          onKeyDownCapture={pickByNumber}
        >
          {heading && <Dropdown.Label className="menu-heading">{heading}</Dropdown.Label>}
          {children}
        </Dropdown.Content>
      </Dropdown.Portal>
    </Dropdown.Root>
  );
}

interface MenuItemLook {
  icon?: ReactNode;
  /** Beside the words, quieter: "Tue 24 Nov". */
  note?: ReactNode;
  /** 1 to 9: the key that picks it while the menu is open. */
  number?: number;
  danger?: boolean;
  children: ReactNode;
}

function MenuItemBody({ icon, note, number, children }: MenuItemLook) {
  return (
    <>
      {icon}
      <span className="menu-item-text">{children}</span>
      {note && <span className="menu-item-note">{note}</span>}
      {number !== undefined && (
        <span aria-hidden="true">
          <Kbd>{String(number)}</Kbd>
        </span>
      )}
    </>
  );
}

interface MenuItemProps extends MenuItemLook {
  disabled?: boolean;
  onSelect: () => void;
}

/** Something to do. */
export function MenuItem({ onSelect, disabled, ...look }: MenuItemProps) {
  return (
    <Dropdown.Item
      className={classNames('menu-item', look.danger && 'menu-item-danger')}
      disabled={disabled}
      data-number={look.number}
      onSelect={onSelect}
    >
      <MenuItemBody {...look} />
    </Dropdown.Item>
  );
}

interface MenuLinkProps extends MenuItemLook {
  to: string;
}

/** Somewhere to go. */
export function MenuLink({ to, ...look }: MenuLinkProps) {
  return (
    <Dropdown.Item asChild data-number={look.number}>
      <Link to={to} className={classNames('menu-item', look.danger && 'menu-item-danger')}>
        <MenuItemBody {...look} />
      </Link>
    </Dropdown.Item>
  );
}

/** A line between kinds of items. */
export function MenuSeparator() {
  return <Dropdown.Separator className="menu-separator" />;
}
