interface KbdProps {
  /** As written on the key: "R", "Ctrl", "Enter". */
  children: string;
}

/** One key of the keyboard. Where the key only repeats what a button says, hide it from readers at the button. */
export function Kbd({ children }: KbdProps) {
  return <kbd className="kbd">{children}</kbd>;
}

/** Keys pressed together, as decoration inside a control that is already named. */
export function KeyHint({ keys }: { keys: string | readonly string[] }) {
  const list = typeof keys === 'string' ? [keys] : keys;
  return (
    <span aria-hidden="true" className="key-hint">
      {list.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  );
}
