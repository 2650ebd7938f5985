import { SnoozeMenu } from '../conversation/snooze-menu';
import { RestMenu } from '../keeping/rest-menu';
import { PANE_REST, PANE_SNOOZE, ROW_REST, ROW_SNOOZE } from './snooze-triggers';
import type { Place, useDay } from './use-day';

type Where = 'row' | 'pane';

interface PutOffProps {
  where: Where;
  place: Place;
  day: ReturnType<typeof useDay>;
  /** Whose menu is open. */
  menu: Where | null;
  setMenu: (menu: Where | null) => void;
}

/** S: a conversation is snoozed; who has gone quiet is let rest, in every conversation. */
export function PutOff({ where, place, day, menu, setMenu }: PutOffProps) {
  const { row } = place;
  const { pane } = day.panes;
  const name = pane?.person?.firstName ?? row?.name ?? 'this';
  const state = { open: menu === where, onOpenChange: (open: boolean) => setMenu(open ? where : null) };
  if (row?.about === 'quiet') {
    return (
      <RestMenu trigger={where === 'row' ? ROW_REST : PANE_REST} called={name} align="end" {...state} onRest={(resting) => day.rest(place, row, resting)} />
    );
  }
  return (
    <SnoozeMenu
      trigger={where === 'row' ? ROW_SNOOZE : PANE_SNOOZE} name={name} choices={pane?.snooze ?? []} {...state}
      onSnooze={(snoozing) => day.snooze(place, snoozing)}
    />
  );
}
