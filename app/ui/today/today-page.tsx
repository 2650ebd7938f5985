import { useRef, useState } from 'react';
import { Pane } from '../conversation/pane';
import { SnoozeMenu } from '../conversation/snooze-menu';
import type { PaneView } from '../conversation/types';
import { useKeys } from '../keyboard/use-keys';
import { DayDone } from './day-done';
import { FirstSteps } from './first-steps';
import { KeyLegend } from './key-legend';
import { PANE_SNOOZE, ROW_SNOOZE } from './snooze-triggers';
import { ShowMore, TodayHeader } from './today-header';
import { TodayList } from './today-list';
import type { DayView } from './types';
import { useDay } from './use-day';
import { inOneColumn } from './use-opened';
import { useWriting } from './use-writing';

interface TodayPageProps {
  day: DayView;
  /** The conversation that is shown first; null where nobody waits. */
  first: PaneView | null;
}

/** The day: who waits, and the conversation beside them. */
export function TodayPage({ day, first }: TodayPageProps) {
  const moving = day.sample === 'coming' || day.sample === 'going';
  const nobody = day.empty && first === null;
  return nobody || moving ? <FirstSteps importing={day.importing} sample={moving ? day.sample : null} /> : <Day day={day} first={first} />;
}

function Day({ day, first }: TodayPageProps) {
  const now = useDay(day, first);
  const { queue, place, panes, drafts, row } = now;
  const text = useRef<HTMLTextAreaElement>(null);
  const [menu, setMenu] = useState<'row' | 'pane' | null>(null);
  const beginWriting = useWriting({
    drafts, text, failed: panes.failed, current: place?.conversation ?? null, asked: now.toWrite ? now.opened : null,
    onArrived: () => now.show(now.opened, true),
  });
  const write = (mode: 'write' | 'log') => {
    if (!place) return;
    if (inOneColumn() && now.opened !== place.conversation) now.show(place.conversation);
    beginWriting({ conversation: place.conversation, mode });
  };
  useKeys({
    j: () => now.moveBy(1),
    ArrowDown: () => now.moveBy(1),
    k: () => now.moveBy(-1),
    ArrowUp: () => now.moveBy(-1),
    r: () => write('write'),
    l: () => write('log'),
    e: () => place && now.done(place),
    s: () => place && setMenu(row === null || (inOneColumn() && now.opened !== null) ? 'pane' : 'row'),
    u: () => void now.undo(null),
    Enter: () => (place && inOneColumn() ? now.select(place.conversation) : text.current?.focus()),
    Escape: () => now.opened !== null && now.back(),
  });
  const snoozeIn = (where: 'row' | 'pane') =>
    place && (
      <SnoozeMenu
        trigger={where === 'row' ? ROW_SNOOZE : PANE_SNOOZE}
        name={panes.pane?.person?.firstName ?? row?.name ?? 'this'}
        choices={panes.pane?.snooze ?? []}
        open={menu === where}
        onOpenChange={(open) => setMenu(open ? where : null)}
        onSnooze={(snoozing) => now.snooze(place, snoozing)}
      />
    );
  if (now.shown.length === 0 && place === null) {
    return <DayDone day={day} gone={now.rows.length} onUndo={() => void now.undo(null)} />;
  }
  return (
    <div className="split fills-window" data-open={now.opened !== null}>
      <div className="queue">
        <TodayHeader day={day} />
        <div className="queue-scroll">
          <TodayList
            groups={day.groups}
            queue={now.outside === null ? queue : { ...queue, selected: null }}
            snooze={snoozeIn('row')}
            deeds={{
              open: (one) => now.select(one.conversation),
              reply: () => write('write'),
              retry: now.retry,
              done: now.done,
              snoozeTillTomorrow: (one) => now.snooze(one, { key: 'tomorrow' }),
            }}
          />
          {day.longer !== null && (
            <p className="rows-more rows-longer">
              <ShowMore longer={day.longer} />
            </p>
          )}
        </div>
        <KeyLegend />
      </div>
      <Pane
        pane={panes.pane}
        onRetry={panes.failed ? panes.retry : null}
        drafts={drafts}
        text={text}
        back={{ to: '/today', label: 'Today', onBack: now.back }}
        snooze={snoozeIn('pane')}
        onDone={() => place && now.done(place)}
        onSend={(sending) => place && now.send(place, sending)}
      />
    </div>
  );
}
