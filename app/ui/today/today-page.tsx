import { useNavigate } from '@remix-run/react';
import { useRef, useState } from 'react';
import { Pane } from '../conversation/pane';
import type { PaneView } from '../conversation/types';
import { useKeys } from '../keyboard/use-keys';
import { DayDone } from './day-done';
import { FirstSteps } from './first-steps';
import { KeyLegend } from './key-legend';
import { MetPane } from './met-pane';
import { PutOff } from './put-off';
import { ShowMore, TodayHeader } from './today-header';
import { TodayList } from './today-list';
import type { DayView } from './types';
import { placeOf, useDay, type Place } from './use-day';
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
  const { queue, place, panes, drafts } = now;
  const text = useRef<HTMLTextAreaElement>(null);
  const [menu, setMenu] = useState<'row' | 'pane' | null>(null);
  const beginWriting = useWriting({
    drafts, text, failed: panes.failed, current: place?.conversation ?? null, asked: now.toWrite ? now.opened : null,
    onArrived: () => now.show(now.opened, true),
  });
  const navigate = useNavigate();
  // Who was only met has a page, and no conversation to stand beside the list.
  const openPage = ({ row }: Place) => row && navigate(`/people/${row.contact}`);
  const write = (mode: 'write' | 'log') => {
    if (!place) return;
    if (place.conversation === null) {
      openPage(place);
      return;
    }
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
    s: () => place && setMenu(place.row === null || (inOneColumn() && now.opened !== null) ? 'pane' : 'row'),
    u: () => void now.undo(null),
    Enter: () => {
      if (place && place.conversation === null) openPage(place);
      else if (place?.row && inOneColumn()) now.select(place.row);
      else text.current?.focus();
    },
    Escape: () => now.opened !== null && now.back(),
  });
  const putOffIn = (where: 'row' | 'pane') => place && <PutOff where={where} place={place} day={now} menu={menu} setMenu={setMenu} />;
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
            snooze={putOffIn('row')}
            deeds={{
              open: (one) => (one.conversation === null && inOneColumn() ? navigate(`/people/${one.contact}`) : now.select(one)),
              reply: () => write('write'),
              retry: now.retry,
              done: (one) => now.done(placeOf(one)),
              putOff: (one) => (one.about === 'quiet' ? now.rest(placeOf(one), one, { until: 'month' }) : now.snooze(placeOf(one), { key: 'tomorrow' })),
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
      {place?.row && place.conversation === null ? (
        <MetPane row={place.row} />
      ) : (
        <Pane
          pane={panes.pane}
          onRetry={panes.failed ? panes.retry : null}
          drafts={drafts}
          text={text}
          back={{ to: '/today', label: 'Today', onBack: now.back }}
          snooze={putOffIn('pane')}
          onDone={() => place && now.done(place)}
          onSend={(sending) => place && now.send(place, sending)}
        />
      )}
    </div>
  );
}
