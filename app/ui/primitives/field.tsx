import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

/** What every field can say about itself. */
export interface FieldWords {
  label: ReactNode;
  /** Help that stays, below the label's control. */
  hint?: ReactNode;
  /** Conform's `field.errors`; the first is shown. */
  errors?: string[];
}

/**
 * Ids and ARIA that tie a control to its hint and error. They follow conform's convention (`<id>-description`,
 * `<id>-error`), so what `getInputProps` passes meets the same elements.
 */
export function describeControl(id: string, { hint, errors }: Pick<FieldWords, 'hint' | 'errors'>, passed?: string) {
  const hintId = `${id}-description`;
  const errorId = `${id}-error`;
  const error = errors?.[0];
  const others = passed?.split(' ').filter((other) => other !== '' && other !== hintId && other !== errorId) ?? [];
  const ids = [...others, ...(hint ? [hintId] : []), ...(error ? [errorId] : [])];
  return {
    hintId,
    errorId,
    error,
    aria: { 'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined, 'aria-invalid': error ? true : undefined },
  };
}

interface FieldNotesProps {
  hint?: ReactNode;
  hintId: string;
  error?: string;
  errorId: string;
}

/** Hint and error below a control. The error's place is always there, so that readers hear it arrive. */
export function FieldNotes({ hint, hintId, error, errorId }: FieldNotesProps) {
  return (
    <>
      {hint && (
        <div id={hintId} className="field-hint">
          {hint}
        </div>
      )}
      <div id={errorId} aria-live="polite" className={classNames(error && 'field-error')} hidden={!error}>
        {error && (
          <>
            <CircleAlert className="icon" size={14} strokeWidth={1.75} aria-hidden="true" />
            {error}
          </>
        )}
      </div>
    </>
  );
}
