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

interface ShownToast {
  id: string | number;
  undo: (() => void) | undefined;
}

/** The toast on screen: one at a time, since several would lie over each other and over the page. */
let newest: ShownToast | null = null;

function forget(id: string | number) {
  if (newest?.id === id) newest = null;
}

/**
 * Shows a toast in the place of the one before; readers hear it from the host's live region. With `undo` it offers Undo,
 * which runs once. Browser only.
 */
export function showToast({ message, undo }: { message: string; undo?: () => void }): void {
  const undoOnce = undo && ((id: string | number) => {
    forget(id);
    toast.dismiss(id);
    undo();
  });
  if (newest) toast.dismiss(newest.id);
  const id = toast.custom(
    (shownId) => <ToastPill message={message} onUndo={undoOnce && (() => undoOnce(shownId))} />,
    {
      duration: SHOWN_MS,
      onAutoClose: (closed) => forget(closed.id),
      onDismiss: (closed) => forget(closed.id),
    },
  );
  newest = { id, undo: undoOnce && (() => undoOnce(id)) };
}

/** Undoes what the toast on screen is about; false when there is nothing it could undo. For the U key. */
export function undoNewestToast(): boolean {
  const undo = newest?.undo;
  undo?.();
  return undo !== undefined;
}

/** The place toasts appear; one per page, in AppShell. */
export function ToastHost() {
  return (
    <Toaster
      position="bottom-center"
      offset={24}
      mobileOffset={{ bottom: 92, left: 16, right: 16 }}
      visibleToasts={1}
      toastOptions={{ unstyled: true, className: 'toast-place' }}
    />
  );
}
