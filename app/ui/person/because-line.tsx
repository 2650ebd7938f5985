import { useLocation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { EvidenceTopic } from '../../domain/health/evidence';
import { LinkButton } from '../primitives/button';
import { announce } from '../primitives/live-region';
import { EvidenceLink, openerOf } from './evidence-link';
import type { BecauseView } from './types';

/** Of the heading of the timeline; it is where the reader lands. */
export const TIMELINE_HEADING = 'timeline-heading';

/** Leads to the list when a sentence was opened and back to the sentence when it is closed, and says both aloud. */
export function useOpenedEvidence(because: BecauseView | null): void {
  const opened = useRef<EvidenceTopic | null>(null);
  const topic = because?.topic ?? null;
  const said = because && [`${because.sentence}.`, because.note, `${because.entries}.`].filter(Boolean).join(' ');
  useEffect(() => {
    // What is logged or undone meanwhile changes the list, and must not take the focus.
    if (opened.current === topic) return;
    const heading = document.getElementById(TIMELINE_HEADING);
    if (topic !== null && said !== null) {
      heading?.focus({ preventScroll: true });
      announce(said);
    } else if (opened.current !== null) {
      const opener = openerOf(opened.current);
      if (opener) opener.focus();
      else heading?.focus({ preventScroll: true });
      announce('Everything is shown again.');
    }
    opened.current = topic;
  }, [topic, said]);
}

interface BecauseLineProps {
  publicId: string;
  because: BecauseView;
}

/** Why the list shows what it shows, and the way back to everything. */
export function BecauseLine({ publicId, because: { sentence, note, entries, part } }: BecauseLineProps) {
  const { state } = useLocation();
  return (
    <div className="because">
      <p className="because-words">
        <span className="muted">Because:</span> <b>{sentence}</b> <span className="muted numbers">{entries}</span>
        {note && <span className="because-note">{note}</span>}
      </p>
      <span className="because-ways">
        {part && (
          <EvidenceLink publicId={publicId} topic={part.topic} open={false}>
            {part.words}
          </EvidenceLink>
        )}
        <LinkButton to={`/people/${publicId}`} state={state} preventScrollReset size="small" keys="Esc">
          Show everything
        </LinkButton>
      </span>
    </div>
  );
}
