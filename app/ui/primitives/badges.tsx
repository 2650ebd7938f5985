import { Link, type LinkProps } from '@remix-run/react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names';

interface ChipProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Chosen; announced as pressed. */
  on?: boolean;
}

/** A choice that filters or switches something on this page. */
export function Chip({ on = false, className, children, ...rest }: ChipProps) {
  return (
    <button type="button" aria-pressed={on} className={classNames('chip', on && 'chip-on', className)} {...rest}>
      {children}
    </button>
  );
}

interface ChipLinkProps extends LinkProps {
  on?: boolean;
}

/** A chip whose choice lives in the address. */
export function ChipLink({ on = false, className, ...rest }: ChipLinkProps) {
  return (
    <Link
      aria-current={on ? 'true' : undefined}
      className={classNames('chip', on && 'chip-on', className)}
      preventScrollReset
      {...rest}
    />
  );
}

/** A word the user gave to a person. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="tag">{children}</span>;
}

export type BadgeTone = 'ink' | 'good' | 'amber' | 'red' | 'accent' | 'plum';

interface BadgeProps {
  tone?: BadgeTone;
  icon?: ReactNode;
  children: ReactNode;
}

/** A verdict in a word. The word says it; the tone only helps. */
export function Badge({ tone = 'ink', icon, children }: BadgeProps) {
  return (
    <span className={`badge badge-${tone}`}>
      {icon}
      {children}
    </span>
  );
}
