import { useRef, useState } from 'react';
import { problemOfDay } from '../../domain/conversations/snooze';
import { Button } from '../primitives/button';
import { Dialog } from '../primitives/dialog';
import { TextField } from '../primitives/fields';
import { localToday } from './local-today';

interface PickDayProps {
  /** "Snooze Leila until" */
  title: string;
  /** What happens on that day, in a sentence. */
  hint: string;
  /** On the button: "Snooze". */
  verb: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** @param date as a date field has it, a day after today */
  onPick: (date: string) => void;
}

/** A dialog for a day to come. */
export function PickDay({ title, hint, verb, open, onOpenChange, onPick }: PickDayProps) {
  const day = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setProblem(null);
        onOpenChange(next);
      }}
      title={title}
      first={day}
    >
      {/* Its own words are said, not the browser's. */}
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const date = day.current?.value ?? '';
          const found = problemOfDay(date, day.current?.validity.badInput ?? false, localToday());
          setProblem(found);
          if (found !== null) {
            day.current?.focus();
            return;
          }
          onOpenChange(false);
          onPick(date);
        }}
      >
        <TextField
          ref={day} type="date" label="Day" required hint={hint} errors={problem === null ? undefined : [problem]}
          onChange={() => setProblem(null)}
        />
        <Button type="submit" variant="primary">
          {verb}
        </Button>
      </form>
    </Dialog>
  );
}
