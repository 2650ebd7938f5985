import { toast, Toaster } from 'sonner';
import { classNames } from './class-names';
import { KeyHint } from './kbd';

/** Long enough to read and to reach for Undo. */
const SHOWN_MS = 8_000;

interface ToastPillProps {
  /** "Done with Kwame". */
  message: string;
  onUndo?: () => void;
}

/** The pill itself: ink on paper turned round. */
export function ToastPill({ message, onUndo }: ToastPillProps) {
  return (
    <div className={classNames('toast', onUndo && 'toast-with-action')}>
      {message}
      {onUndo && (
        <button type="button" className="toast-action" onClick={onUndo}>
          Undo <KeyHint keys="U" />
        </button>
      )}
    </div>
  );
}

interface UndoableToast {
  id: string | number;
  undo: () => void;
}

/** Toasts on screen that can be undone, newest last. */
let undoable: UndoableToast[] = [];

function forget(id: string | number) {
  undoable = undoable.filter((shown) => shown.id !== id);
}

/**
 * Shows a toast; readers hear it from the host's live region. With `undo` it offers Undo, which runs once.
 * Browser only.
 */
export function showToast({ message, undo }: { message: string; undo?: () => void }): void {
  const undoOnce = undo && ((id: string | number) => {
    forget(id);
    toast.dismiss(id);
    undo();
  });
  const id = toast.custom(
    (shownId) => <ToastPill message={message} onUndo={undoOnce && (() => undoOnce(shownId))} />,
    {
      duration: SHOWN_MS,
      onAutoClose: (closed) => forget(closed.id),
      onDismiss: (closed) => forget(closed.id),
    },
  );
  if (undoOnce) undoable = [...undoable, { id, undo: () => undoOnce(id) }];
}

/** Undoes the newest toast on screen that can be; false when there is none. For the U key. */
export function undoNewestToast(): boolean {
  const newest = undoable.at(-1);
  newest?.undo();
  return newest !== undefined;
}

/** The place toasts appear; one per page, in AppShell. */
export function ToastHost() {
  return (
    <Toaster
      position="bottom-center"
      offset={24}
      mobileOffset={{ bottom: 92, left: 16, right: 16 }}
      visibleToasts={3}
      toastOptions={{ unstyled: true, className: 'toast-place' }}
    />
  );
}
