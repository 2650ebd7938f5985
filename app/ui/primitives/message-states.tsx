import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** A sentence: "No one here yet." */
  title: string;
  children?: ReactNode;
  /** One way forward. */
  action?: ReactNode;
}

/** Nothing here, and what to do about it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="empty-state-title">{title}</p>
      {children && <div className="state-note">{children}</div>}
      {action && <div className="state-actions">{action}</div>}
    </div>
  );
}

interface ErrorStateProps {
  /** What failed: "Mastodon is not answering". */
  title: string;
  /** What is safe and what can still be done. */
  children?: ReactNode;
  /** One retry. */
  action?: ReactNode;
}

/** Something failed; said at once to readers. */
export function ErrorState({ title, children, action }: ErrorStateProps) {
  return (
    <div className="error-state" role="alert">
      <p className="error-state-title">{title}</p>
      {children && <div className="state-note">{children}</div>}
      {action && <div className="state-actions">{action}</div>}
    </div>
  );
}
