import { ChevronsUp } from 'lucide-react';
import { useState } from 'react';
import { counted } from '../../lib/text';
import { Button } from '../primitives/button';
import { Message } from './message';
import { readFrom } from './talk-to-server';
import type { PaneView, ThreadView } from './types';

/** What was said, oldest first, the newest at the bottom. */
export function Thread({ pane }: { pane: PaneView }) {
  const [before, setBefore] = useState<ThreadView>({ messages: [], earlier: pane.earlier });
  const [asking, setAsking] = useState<'no' | 'yes' | 'failed'>('no');
  const { earlier } = before;
  const readOn = async () => {
    if (!earlier || asking === 'yes') return;
    setAsking('yes');
    try {
      const page = await readFrom<ThreadView>(`/conversations/${pane.id}?before=${earlier.before}`);
      setBefore((shown) => ({ messages: [...page.messages, ...shown.messages], earlier: page.earlier }));
      setAsking('no');
    } catch {
      setAsking('failed');
    }
  };
  return (
    // The thread scrolls, so the keyboard must be able to reach it.
    <div className="thread" tabIndex={0} role="region" aria-label={`Conversation with ${pane.person?.name ?? pane.title ?? 'them'}`}>
      <ol className="thread-messages">
        {earlier && (
          <li className="thread-earlier">
            <Button
              size="small"
              variant="ghost"
              icon={<ChevronsUp className="icon" size={14} strokeWidth={1.75} aria-hidden="true" />}
              onClick={() => void readOn()}
            >
              {asking === 'failed'
                ? 'That did not load. Try again'
                : `${counted(earlier.count, 'earlier message', 'earlier messages')}${earlier.since ? `, back to ${earlier.since}` : ''}`}
            </Button>
          </li>
        )}
        {[...before.messages, ...pane.messages].map((message) => (
          <Message key={message.id} message={message} conversation={pane.id} platform={pane.platform} />
        ))}
      </ol>
    </div>
  );
}
