import { Check, Reply } from 'lucide-react';
import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { withThousands } from '../../lib/text';
import { Button } from '../primitives/button';
import { FailedRow, PersonRow, RowAction } from '../primitives/person-row';
import { Time } from '../primitives/time';
import { Pulse } from '../pulse/pulse';
import type { Queue } from './queue';
import type { GroupView, RowView } from './types';
import { QUEUE_ID } from './use-day';
import { useSwipe } from './use-swipe';

const ICON = { className: 'icon', size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;

export interface RowDeeds {
  open: (row: RowView) => void;
  reply: () => void;
  /** Once more what did not work. */
  retry: (id: string) => void;
  done: (row: RowView) => void;
  /** Without a menu: until tomorrow; who has gone quiet rests for a month. */
  putOff: (row: RowView) => void;
}

interface TodayListProps {
  groups: readonly GroupView[];
  queue: Queue;
  deeds: RowDeeds;
  /** The button with its menu that puts the selected row off. */
  snooze: ReactNode;
}

export const rowId = (id: string): string => `row-${id}`;

/** Keeps the selected row in sight, without taking the focus from anything. */
function useSelectedInSight(selected: string | null) {
  useEffect(() => {
    if (selected) document.getElementById(rowId(selected))?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
}

/** Everybody who waits or has gone quiet, in groups. One stop for Tab; the keys move inside. */
export function TodayList({ groups, queue, deeds, snooze }: TodayListProps) {
  const list = useRef<HTMLDivElement>(null);
  const rows = new Map(groups.flatMap((group) => group.rows.map((row) => [row.id, row])));
  const rowAt = (target: EventTarget | null) => {
    const element = target instanceof Element ? target.closest('[role="row"]') : null;
    return element ? (rows.get(element.id.slice(rowId('').length)) ?? null) : null;
  };
  useSelectedInSight(queue.selected);
  useSwipe(list, {
    right: (element) => act(rowAt(element), deeds.done),
    left: (element) => act(rowAt(element), deeds.putOff),
  });
  const onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (target?.closest('button, [role="menu"], [role="dialog"]')) return;
    const row = rowAt(target);
    if (!row) return;
    event.preventDefault();
    deeds.open(row);
  };
  return (
    // Clicks on rows are followed here; their links and keys do the same.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={list}
      role="grid"
      id={QUEUE_ID}
      aria-label="People of today"
      tabIndex={0}
      aria-activedescendant={queue.selected ? rowId(queue.selected) : undefined}
      className="rows queue-rows"
      onClick={onClick}
    >
      {groups.map((group) => (
        <Group key={group.key} group={group} queue={queue} deeds={deeds} snooze={snooze} />
      ))}
    </div>
  );
}

function act(row: RowView | null, deed: (row: RowView) => void) {
  if (row) deed(row);
}

function Group({ group, queue, deeds, snooze }: { group: GroupView } & Omit<TodayListProps, 'groups'>) {
  const { key, title, why, rows, total, rest } = group;
  const left = total - rows.filter((row) => queue.gone.has(row.id)).length;
  return (
    <div role="rowgroup" aria-label={title} id={`group-${key}`}>
      <div className="rows-heading" role="presentation">
        <span className="rows-heading-title">{title}</span>
        <span className="rows-heading-count">{withThousands(left)}</span>
        <span className="rows-heading-why">{why}</span>
      </div>
      {rows.map((row) => (
        <Row key={row.id} row={row} queue={queue} deeds={deeds} snooze={snooze} />
      ))}
      {rest && <div className="rows-more">{rest}</div>}
    </div>
  );
}

function Row({ row, queue, deeds, snooze }: { row: RowView } & Omit<TodayListProps, 'groups'>) {
  const { about, id, conversation, contact, name, platform, state, line, lineIsTheirs, wait, waiting, since, tone, pulse } = row;
  const failure = queue.failed.get(id);
  const selected = queue.selected === id;
  if (failure) {
    return (
      <FailedRow
        publicId={contact} rowId={id} name={name} platform={platform ?? undefined} reason={failure} selected={selected}
        actions={<Button size="small" onClick={() => deeds.retry(id)}>Try again</Button>}
      />
    );
  }
  return (
    <PersonRow
      publicId={contact}
      rowId={id}
      leaving={queue.gone.has(id)}
      name={name}
      href={conversation === null ? `/people/${contact}` : `/today?open=${conversation}`}
      platform={platform ?? undefined}
      state={state ?? undefined}
      waiting={waiting}
      line={line}
      lineIsTheirs={lineIsTheirs}
      selected={selected}
      pulse={pulse && <Pulse geometry={pulse} id={id} size="row" />}
      age={<Time at={since} text={wait} />}
      ageTone={tone ?? undefined}
      actions={
        <>
          <RowAction label={about === 'quiet' ? 'Write' : 'Reply'} keyName="R" primary icon={<Reply {...ICON} />} onClick={deeds.reply} />
          {snooze}
          <RowAction label={about === 'quiet' ? 'Seen' : 'Done'} keyName="E" icon={<Check {...ICON} />} onClick={() => deeds.done(row)} />
        </>
      }
    />
  );
}
