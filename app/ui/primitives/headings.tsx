import type { ReactNode } from 'react';
import { classNames } from './class-names';

interface PageHeaderProps {
  /** A sentence about people, never a total. */
  title: ReactNode;
  /** Above the title: a date, a way back. */
  above?: ReactNode;
  /** Below the title. */
  note?: ReactNode;
  actions?: ReactNode;
}

/** The head of a page; holds its only h1. */
export function PageHeader({ title, above, note, actions }: PageHeaderProps) {
  return (
    <header className="page-header">
      <div className="page-header-text">
        {above && <div className="support muted">{above}</div>}
        <h1 className="title">{title}</h1>
        {note && <div className="support soft">{note}</div>}
      </div>
      {actions && <div className="page-header-actions">{actions}</div>}
    </header>
  );
}

interface HeadingProps {
  level?: 2 | 3;
  /** Serif for a person or a sentence, sans for a part of the page. */
  voice?: 'serif' | 'sans';
  id?: string;
  className?: string;
  /** Takes the focus when the reader is led to it. */
  focusable?: boolean;
  children: ReactNode;
}

/** A heading inside a page. */
export function Heading({ level = 2, voice = 'sans', id, className, focusable = false, children }: HeadingProps) {
  const Element = level === 2 ? 'h2' : 'h3';
  return (
    <Element id={id} tabIndex={focusable ? -1 : undefined} className={classNames(voice === 'serif' ? 'heading' : 'subheading', className)}>
      {children}
    </Element>
  );
}
