import { CalendarDays, MessageCircle, Sunrise, Sunset, Waves, type LucideIcon } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { Menu, MenuItem } from '../primitives/menu';
import { PickDay } from './pick-day';
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
      <PickDay
        title={`Snooze ${name} until`} hint="Back on Today when that day begins." verb="Snooze"
        open={picking} onOpenChange={setPicking} onPick={(date) => onSnooze({ key: 'pick', date })}
      />
    </>
  );
}
