import { useState, type FormEvent, type ReactNode } from 'react';
import { GAP_PRESETS } from '../../domain/contacts/keeping-words';
import type { Gap } from '../../domain/contacts/keeping';
import { Chip } from '../primitives/badges';
import { Button } from '../primitives/button';
import { classNames } from '../primitives/class-names';
import { TextField } from '../primitives/fields';
import { useChange } from '../undo/use-undo';
import { problemsOfTyped, typedGap } from './typed-gap';

interface GapFormProps {
  /** Where it is posted, and with what besides the two numbers. */
  action: string;
  of: Readonly<Record<string, string>>;
  gap: Gap;
  /** Tells fields and button apart for readers, where several forms stand on a page: "Customer". */
  who?: string;
  /** In one line, with Save beside it. */
  compact?: boolean;
  /** Choices that fill both fields. */
  presets?: boolean;
  /** After Save: a way out of the form. */
  children?: ReactNode;
  onDone?: () => void;
  onLeave?: () => void;
}

/** The ideal and the longest bearable gap, in days; both empty takes them away. */
export function GapForm({ action, of, gap, who, compact = false, presets = false, children, onDone, onLeave }: GapFormProps) {
  const [typed, setTyped] = useState(() => typedGap(gap));
  const [tried, setTried] = useState(false);
  const fetcher = useChange(onDone);
  const found = problemsOfTyped(typed);
  const problems = tried ? found : {};
  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    const [wrong] = Object.keys(found);
    if (wrong === undefined) fetcher.submit({ ...of, ...typed }, { method: 'post', action });
    else event.currentTarget.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
  }
  const field = (name: 'idealDays' | 'longestDays', label: string) => ({
    name, label, inputMode: 'numeric' as const, autoComplete: 'off', maxLength: 4, value: typed[name],
    'aria-label': who === undefined ? undefined : `${who}: ${label.toLowerCase()}`,
    errors: problems[name] === undefined ? undefined : [problems[name]],
    onChange: (event: FormEvent<HTMLInputElement>) => setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  return (
    <fetcher.Form
      method="post"
      action={action}
      noValidate
      className={classNames('gap-form', compact && 'gap-form-compact')}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onLeave) return;
        event.preventDefault();
        onLeave();
      }}
    >
      {presets && (
        <div className="gap-presets">
          {GAP_PRESETS.map(({ label, ...preset }) => {
            const text = typedGap(preset);
            const on = text.idealDays === typed.idealDays && text.longestDays === typed.longestDays;
            return (
              <Chip key={label} on={on} onClick={() => setTyped(text)}>
                {label}
              </Chip>
            );
          })}
        </div>
      )}
      <div className="gap-fields">
        <TextField {...field('idealDays', 'Ideally every, days')} />
        <TextField {...field('longestDays', 'At most, days')} />
      </div>
      <div className="gap-buttons">
        <Button type="submit" size="small" variant={compact ? 'secondary' : 'primary'} disabled={fetcher.state !== 'idle'}>
          Save
          {who !== undefined && <span className="sr-only"> {who}</span>}
        </Button>
        {children}
      </div>
    </fetcher.Form>
  );
}
