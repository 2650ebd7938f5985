import { Check, ExternalLink } from 'lucide-react';
import { useState, type KeyboardEvent, type RefObject } from 'react';
import type { Draft, DraftMode } from '../../domain/conversations/draft';
import { Button } from '../primitives/button';
import { PlatformGlyph, platformName } from '../primitives/platform-glyph';
import { Segmented } from '../primitives/segmented';
import { showToast } from '../primitives/toast';
import type { DraftStore } from './draft-store';
import { LogFields, NOW_BY_YOU, type LogFacts } from './log-fields';
import type { PaneView } from './types';
import { useDraft } from './use-drafts';

/** What the composer asks for. */
export type Sending =
  | ({ do: 'log'; mode: DraftMode; text: string } & LogFacts)
  | { do: 'note'; text: string }
  | { do: 'elsewhere' };

interface ComposerProps {
  pane: PaneView;
  drafts: DraftStore;
  /** For R and L. */
  text: RefObject<HTMLTextAreaElement>;
  onSend: (sending: Sending) => void;
}

const SEGMENTS = [
  { value: 'write', label: 'Write' },
  { value: 'log', label: 'Log' },
  { value: 'note', label: 'Note' },
] as const;

const ICON = { className: 'icon', size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;

function placeholder(mode: DraftMode, name: string): string {
  if (mode === 'note') return `A note about ${name}, for you`;
  return mode === 'log' ? 'What was said' : `Write to ${name}`;
}

/** What the user said just now ends the wait; for anything else the list tells whether it does. */
function sendWords(mode: DraftMode, { as, date }: LogFacts): string {
  if (mode === 'note') return 'Keep note';
  if (mode === 'write') return 'Sent, next';
  return as === 'you_said' && date === null ? 'Log and next' : 'Log it';
}

/** Write and say that it was sent, log what was said already, or note something. Words are kept while they are typed. */
export function Composer({ pane, drafts, text, onSend }: ComposerProps) {
  const { draft, conflict } = useDraft(drafts, pane);
  const [facts, setFacts] = useState<LogFacts>(NOW_BY_YOU);
  const { mode } = draft;
  const name = pane.person?.firstName ?? 'them';
  const ready = draft.text.trim() !== '' && (mode !== 'note' || pane.person !== null);
  const send = () => {
    if (!ready) return;
    if (mode === 'note') onSend({ do: 'note', text: draft.text });
    else onSend({ do: 'log', mode, text: draft.text, ...(mode === 'log' ? facts : NOW_BY_YOU) });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape' && event.target instanceof HTMLElement) {
      event.preventDefault();
      event.target.blur();
    }
  };
  return (
    // Keys that belong to every control in it: Ctrl+Enter and Esc.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="composer" onKeyDown={onKeyDown}>
      <div className="composer-header">
        <Segmented label="What to do" name={`mode-${pane.id}`} segments={SEGMENTS} value={mode} onChange={(value) => drafts.type(pane.id, { mode: value })} />
        {mode !== 'note' && (
          <span className="composer-channel">
            <PlatformGlyph platform={pane.platform} size={13} decorative />
            {platformName(pane.platform)}
          </span>
        )}
        <span className="spacer" />
        {mode !== 'note' && (
          <Button size="small" variant="ghost" icon={<Check {...ICON} />} onClick={() => onSend({ do: 'elsewhere' })}>
            Answered elsewhere
          </Button>
        )}
      </div>
      {mode === 'log' && <LogFields facts={facts} name={name} onChange={setFacts} />}
      <textarea
        ref={text}
        className="composer-text"
        aria-label={placeholder(mode, name)}
        placeholder={placeholder(mode, name)}
        value={draft.text}
        rows={2}
        onChange={(event) => drafts.type(pane.id, { text: event.target.value })}
      />
      {conflict && <NewerElsewhere conflict={conflict} onTake={() => drafts.takeTheirs(pane.id)} />}
      <div className="composer-footer">
        <span className="spacer" />
        {mode === 'write' && <CopyButton pane={pane} text={draft.text} />}
        <Button variant="primary" keys={['Ctrl', 'Enter']} disabled={!ready} onClick={send}>
          {sendWords(mode, facts)}
        </Button>
      </div>
    </div>
  );
}

function NewerElsewhere({ conflict, onTake }: { conflict: Draft; onTake: () => void }) {
  return (
    <div className="composer-conflict" role="status">
      <span>Other words were kept here from another window: “{conflict.text.slice(0, 80)}”</span>
      <Button size="small" onClick={onTake}>
        Use those
      </Button>
    </div>
  );
}

/** Puts the words where the platform's own page can take them, and opens it. */
function CopyButton({ pane: { nativeUrl, platform }, text }: { pane: PaneView; text: string }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      showToast({ message: 'Copied' });
    } catch {
      showToast({ message: 'The browser did not let Kith copy. Select the words and copy them.' });
    }
  };
  if (nativeUrl === null) {
    return (
      <Button disabled={text.trim() === ''} onClick={() => void copy()}>
        Copy
      </Button>
    );
  }
  return (
    <Button
      icon={<ExternalLink {...ICON} />}
      onClick={() => {
        // Opened at once: after waiting, browsers take a new tab for an advertisement.
        window.open(nativeUrl, '_blank', 'noopener,noreferrer');
        if (text.trim() !== '') void copy();
      }}
    >
      {text.trim() === '' ? `Open ${platformName(platform)}` : `Copy and open ${platformName(platform)}`}
    </Button>
  );
}
