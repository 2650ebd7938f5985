import { Link, useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { EvidenceTopic } from '../../domain/health/evidence';
import { classNames } from '../primitives/class-names';

/** Where the events are shown that something rests on. */
export function evidenceAddress(publicId: string, topic: EvidenceTopic): string {
  return `/people/${publicId}?${new URLSearchParams({ because: topic })}#timeline`;
}

/** The link that opened a topic, so that whoever comes back finds their place. A reason and a fact may share a topic. */
export function openerOf(topic: EvidenceTopic): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-because="${topic}"]`);
}

interface EvidenceLinkProps {
  publicId: string;
  topic: EvidenceTopic;
  /** Its events are shown below. */
  open: boolean;
  className?: string;
  children: ReactNode;
}

/** Something said of a relationship, leading to the very events behind it. */
export function EvidenceLink({ publicId, topic, open, className, children }: EvidenceLinkProps) {
  // The place in the list they were opened from goes along.
  const { state } = useLocation();
  return (
    <Link
      to={evidenceAddress(publicId, topic)} state={state} data-because={topic} aria-current={open ? 'true' : undefined}
      className={classNames('evidence-link', className)}
    >
      {children}
    </Link>
  );
}
