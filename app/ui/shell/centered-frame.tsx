import type { ReactNode } from 'react';
import { Card } from '../primitives/card';
import { Logo } from './logo';

interface CenteredFrameProps {
  /** A sentence: "Welcome back." */
  title: string;
  note?: ReactNode;
  children: ReactNode;
  /** Below the box. */
  footer?: ReactNode;
}

/** The frame of pages without a session: first visit, sign-in, errors. */
export function CenteredFrame({ title, note, children, footer }: CenteredFrameProps) {
  return (
    <main id="main" className="centered-frame">
      <Logo />
      <Card className="centered-frame-box">
        <h1 className="title">{title}</h1>
        {note && <div className="soft mt-1 mb-4">{note}</div>}
        {children}
      </Card>
      {footer && <div className="support muted">{footer}</div>}
    </main>
  );
}
