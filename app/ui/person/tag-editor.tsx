import { Plus, X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useKeys } from '../keyboard/use-keys';
import { useChange } from '../undo/use-undo';

interface TagEditorProps {
  tags: readonly { publicId: string; name: string }[];
  known: readonly string[];
  about: string;
  called: string;
}

/** Their tags, each with its way off, and a place for one more; T goes there. */
export function TagEditor({ tags, known, about, called }: TagEditorProps) {
  const [adding, setAdding] = useState(false);
  const fetcher = useChange();
  useKeys({ t: () => setAdding(true) });
  const post = (input: Record<string, string>) => fetcher.submit(input, { method: 'post', action: about });
  return (
    <span className="tag-editor">
      {tags.map(({ publicId, name }) => (
        <span key={publicId} className="tag">
          {name}
          <button type="button" className="tag-off" aria-label={`Take ${name} off ${called}`} onClick={() => post({ field: 'untag', value: publicId })}>
            <X className="icon" size={11} strokeWidth={2} aria-hidden="true" />
          </button>
        </span>
      ))}
      {adding ? (
        <NewTag
          known={known.filter((name) => !tags.some((tag) => tag.name === name))}
          onAdd={(value) => post({ field: 'tag', value })}
          onLeave={() => setAdding(false)}
        />
      ) : (
        <button type="button" className="tag tag-add" aria-keyshortcuts="T" onClick={() => setAdding(true)}>
          <Plus className="icon" size={12} strokeWidth={1.75} aria-hidden="true" />
          Tag
        </button>
      )}
    </span>
  );
}

interface NewTagProps {
  known: readonly string[];
  onAdd: (name: string) => void;
  onLeave: () => void;
}

function NewTag({ known, onAdd, onLeave }: NewTagProps) {
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = input.current?.value.trim() ?? '';
    if (name !== '') onAdd(name);
    onLeave();
  }
  return (
    <form onSubmit={add} className="tag-new">
      <input
        ref={input}
        list={list}
        aria-label="New tag"
        placeholder="New tag"
        maxLength={60}
        autoComplete="off"
        onBlur={(event) => event.currentTarget.value.trim() === '' && onLeave()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onLeave();
        }}
      />
      <datalist id={list}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </form>
  );
}
