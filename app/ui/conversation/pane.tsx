import { type ReactNode, type RefObject } from 'react';
import { Button } from '../primitives/button';
import { ErrorState } from '../primitives/message-states';
import { Composer, type Sending } from './composer';
import type { DraftStore } from './draft-store';
import { PaneHeader } from './pane-header';
import { Thread } from './thread';
import type { PaneView } from './types';
import { useVisibleHeight } from './use-visible-height';

export interface PaneProps {
  /** Null while it is on its way. */
  pane: PaneView | null;
  /** Set where it did not load. */
  onRetry: (() => void) | null;
  drafts: DraftStore;
  text: RefObject<HTMLTextAreaElement>;
  back: { to: string; label: string; onBack: () => void };
  snooze: ReactNode;
  onDone: () => void;
  onSend: (sending: Sending) => void;
}

/** One conversation: its person, what was said, and the composer. */
export function Pane({ pane, onRetry, drafts, text, back, snooze, onDone, onSend }: PaneProps) {
  const box = useVisibleHeight();
  if (!pane) {
    return (
      <section className="pane" ref={box} aria-label="Conversation" aria-busy={onRetry === null}>
        {onRetry && (
          <div className="pane-failed">
            <ErrorState title="This conversation did not load" action={<Button onClick={onRetry}>Try again</Button>}>
              Nothing is lost.
            </ErrorState>
          </div>
        )}
      </section>
    );
  }
  return (
    <section className="pane" ref={box} aria-label="Conversation">
      <PaneHeader pane={pane} back={back} snooze={snooze} onDone={onDone} />
      <Thread key={`thread-${pane.id}`} pane={pane} />
      <Composer key={`composer-${pane.id}`} pane={pane} drafts={drafts} text={text} onSend={onSend} />
    </section>
  );
}
