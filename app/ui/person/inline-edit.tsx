import { Pencil } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../primitives/button';
import { useChange } from '../undo/use-undo';

interface InlineEditProps {
  /** Where it is posted, with `field` and `value`. */
  action: string;
  field: 'name' | 'headline' | 'howMet';
  /** "Name" */
  label: string;
  value: string;
  /** How it stands on the page; what stands there while it is empty. */
  shown: ReactNode;
  multiline?: boolean;
  maxLength: number;
}

/** Something the user says about a person, changed where it stands: Enter saves, Esc leaves it. */
export function InlineEdit({ action, field, label, value, shown, multiline = false, maxLength }: InlineEditProps) {
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const fetcher = useChange(close);
  function close() {
    setEditing(false);
    requestAnimationFrame(() => button.current?.focus());
  }
  if (!editing) {
    return (
      <span className="inline-edit">
        {shown}
        <Button
          ref={button}
          variant="ghost"
          size="small"
          square
          className="inline-edit-button"
          aria-label={`Change: ${label.toLowerCase()}`}
          icon={<Pencil className="icon" size={13} strokeWidth={1.75} aria-hidden="true" />}
          onClick={() => setEditing(true)}
        />
      </span>
    );
  }
  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('value');
    if (typed === value) close();
    else fetcher.submit({ field, value: String(typed) }, { method: 'post', action });
  }
  return (
    <form className="inline-edit-form" onSubmit={save}>
      <EditField label={label} value={value} multiline={multiline} maxLength={maxLength} onLeave={close} />
      <Button type="submit" size="small" variant="primary" disabled={fetcher.state !== 'idle'}>
        Save
      </Button>
      <Button size="small" variant="ghost" onClick={close}>
        Cancel
      </Button>
    </form>
  );
}

interface EditFieldProps {
  label: string;
  value: string;
  multiline: boolean;
  maxLength: number;
  onLeave: () => void;
}

function EditField({ label, value, multiline, maxLength, onLeave }: EditFieldProps) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => field.current?.select(), []);
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onLeave();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) field.current?.form?.requestSubmit();
  }
  const shared = { name: 'value', 'aria-label': label, defaultValue: value, maxLength, className: 'control', onKeyDown };
  return multiline ? <textarea ref={field} rows={3} {...shared} /> : <input ref={field} type="text" autoComplete="off" {...shared} />;
}
