/**
 * Words typed on the way to a composer that is not on screen yet. They go into a field of their own, out of sight, so
 * that no letter of them is a command, input methods work, and a phone keeps its keyboard open.
 */

/** In the address of a conversation: the user is about to write. */
const WRITE = 'write';

let box: HTMLTextAreaElement | null = null;

/** Where a conversation is opened to be written in. */
export function addressToWriteIn(conversation: string): string {
  return `/today?${new URLSearchParams({ open: conversation, [WRITE]: '1' })}`;
}

/** Whether the user comes here to write. */
export function comesToWrite(search: URLSearchParams): boolean {
  return search.has(WRITE);
}

/** Everything typed from now on is kept, until it is taken or dropped. Browser only. */
export function keepTypedAhead(): void {
  if (box) return;
  box = document.createElement('textarea');
  box.className = 'sr-only';
  box.setAttribute('aria-label', 'Your words');
  // Esc is a change of mind: the page has its keys again.
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') dropTypedAhead();
  });
  document.body.append(box);
  box.focus({ preventScroll: true });
}

/** What was typed meanwhile; the keys are the page's again. */
export function takeTypedAhead(): string {
  const typed = box?.value ?? '';
  dropTypedAhead();
  return typed;
}

export function dropTypedAhead(): void {
  box?.remove();
  box = null;
}

/** Words after those that stand there already: on a line of their own, since nobody saw where they would go. */
export function afterWords(before: string, typed: string): string {
  return before.trim() === '' ? typed : `${before.trimEnd()}\n${typed}`;
}
