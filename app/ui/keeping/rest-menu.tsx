import { CalendarDays, Moon } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { REST_CHOICES, type RestChoice } from '../../domain/contacts/keeping-words';
import { PickDay } from '../conversation/pick-day';
import { Menu, MenuItem } from '../primitives/menu';

/** What the route takes; `date` as a date field has it. */
export type Resting = { until: Exclude<RestChoice['key'], 'pick'> } | { until: 'pick'; date: string };

interface RestMenuProps {
  /** A button that takes a ref and props. */
  trigger: ReactElement;
  called: string;
  align?: 'start' | 'end';
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onRest: (resting: Resting) => void;
}

/** How long somebody rests: 1 to 5, or a date of one's own. */
export function RestMenu({ trigger, called, align, open, onOpenChange, onRest }: RestMenuProps) {
  const [picking, setPicking] = useState(false);
  return (
    <>
      <Menu trigger={trigger} heading={`Let ${called} rest`} align={align} open={open} onOpenChange={onOpenChange}>
        {REST_CHOICES.map(({ key, label }, index) => {
          const Icon = key === 'pick' ? CalendarDays : Moon;
          return (
            <MenuItem
              key={key}
              number={index + 1}
              icon={<Icon className="icon" size={15} strokeWidth={1.75} aria-hidden="true" />}
              onSelect={() => (key === 'pick' ? setPicking(true) : onRest({ until: key }))}
            >
              {label}
            </MenuItem>
          );
        })}
      </Menu>
      <PickDay
        title={`Let ${called} rest until`} hint="On that day they are asked about again." verb="Let rest"
        open={picking} onOpenChange={setPicking} onPick={(date) => onRest({ until: 'pick', date })}
      />
    </>
  );
}
