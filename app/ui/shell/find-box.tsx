import { Form } from '@remix-run/react';
import { Search } from 'lucide-react';
import { useRef } from 'react';
import { useKeys } from '../keyboard/use-keys';
import { KeyHint } from '../primitives/kbd';

/** Finds anyone by name, handle or address; `/` goes to it, Esc leaves it. Shows its results on People. */
export function FindBox() {
  const input = useRef<HTMLInputElement>(null);
  useKeys({
    '/': () => {
      input.current?.focus();
      // What was looked for before is written over.
      input.current?.select();
    },
  });
  return (
    <Form method="get" action="/people" role="search" className="find">
      <Search className="icon" size={14} strokeWidth={1.75} aria-hidden="true" />
      <input
        ref={input}
        type="search"
        name="q"
        aria-label="Find anyone"
        aria-keyshortcuts="/"
        placeholder="Find anyone"
        autoComplete="off"
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <KeyHint keys="/" />
    </Form>
  );
}
