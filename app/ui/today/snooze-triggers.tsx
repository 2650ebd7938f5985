import { AlarmClock, Moon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '../primitives/button';

const ICON = { className: 'icon', strokeWidth: 1.75, 'aria-hidden': true } as const;

/** The button of the selected row, in the manner of RowAction; takes what Menu passes to its trigger. */
const inRow = (label: string, icon: ReactElement) => (
  <button type="button" aria-label={label} aria-keyshortcuts="S" title={label} className="row-action">
    {icon}
    <kbd className="kbd">S</kbd>
  </button>
);

/** The same in the head of a conversation, where it covers the list. */
const inPane = (label: string, icon: ReactElement) => <Button variant="ghost" square aria-label={label} title={label} icon={icon} />;

export const ROW_SNOOZE = inRow('Snooze', <AlarmClock {...ICON} size={14} />);
export const PANE_SNOOZE = inPane('Snooze', <AlarmClock {...ICON} size={18} />);
export const ROW_REST = inRow('Let rest', <Moon {...ICON} size={14} />);
export const PANE_REST = inPane('Let rest', <Moon {...ICON} size={18} />);
