import { AlarmClock } from 'lucide-react';
import { Button } from '../primitives/button';

const ICON = { className: 'icon', strokeWidth: 1.75, 'aria-hidden': true } as const;

/** The snooze button of the selected row, in the manner of RowAction; takes what Menu passes to its trigger. */
export const ROW_SNOOZE = (
  <button type="button" aria-label="Snooze" aria-keyshortcuts="S" title="Snooze" className="row-action">
    <AlarmClock {...ICON} size={14} />
    <kbd className="kbd">S</kbd>
  </button>
);

/** The same in the head of a conversation, where it covers the list. */
export const PANE_SNOOZE = <Button variant="ghost" square aria-label="Snooze" title="Snooze" icon={<AlarmClock {...ICON} size={18} />} />;
