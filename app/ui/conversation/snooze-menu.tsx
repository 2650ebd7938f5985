import { CalendarDays, MessageCircle, Sunrise, Sunset, Waves, type LucideIcon } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import { problemOfDay } from '../../domain/conversations/snooze';
import { Button } from '../primitives/button';
import { Dialog } from '../primitives/dialog';
import { TextField } from '../primitives/fields';
import { Menu, MenuItem } from '../primitives/menu';
import { localToday } from './local-today';
import type { SnoozeKey, SnoozeView } from './types';

const ICONS: Record<SnoozeKey, LucideIcon> = {
  afternoon: Sunset, tomorrow: Sunrise, rhythm: Waves, they_write: MessageCircle, pick: CalendarDays,
};

/** What was chosen; `date` as a date field has it. */
export type Snoozing = { key: Exclude<SnoozeKey, 'pick'> } | { key: 'pick'; date: string };

interface SnoozeMenuProps {
  /** A button that takes a ref and props. */
  trigger: ReactElement;
  /** What the person is called. */
  name: string;
  choices: readonly SnoozeView[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSnooze: (snoozing: Snoozing) => void;
}

/** Until when a conversation rests: 1 to 5, or a date of one's own. */
export function SnoozeMenu({ trigger, name, choices, open, onOpenChange, onSnooze }: SnoozeMenuProps) {
  const [picking, setPicking] = useState(false);
  return (
    <>
      <Menu trigger={trigger} heading={`Snooze ${name} until`} align="end" open={open} onOpenChange={onOpenChange}>
        {choices.map(({ key, label, note }, index) => {
          const Icon = ICONS[key];
          return (
            <MenuItem
              key={key}
              number={index + 1}
              note={note}
              icon={<Icon className="icon" size={15} strokeWidth={1.75} aria-hidden="true" />}
              onSelect={() => (key === 'pick' ? setPicking(true) : onSnooze({ key }))}
            >
              {label}
            </MenuItem>
          );
        })}
      </Menu>
      <PickDate name={name} open={picking} onOpenChange={setPicking} onPick={(date) => onSnooze({ key: 'pick', date })} />
    </>
  );
}

interface PickDateProps {
  name: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPick: (date: string) => void;
}

function PickDate({ name, open, onOpenChange, onPick }: PickDateProps) {
  const day = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setProblem(null);
        onOpenChange(next);
      }}
      title={`Snooze ${name} until`}
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
          ref={day} type="date" label="Day" required hint="Back on Today when that day begins." errors={problem === null ? undefined : [problem]}
          onChange={() => setProblem(null)}
        />
        <Button type="submit" variant="primary">
          Snooze
        </Button>
      </form>
    </Dialog>
  );
}
