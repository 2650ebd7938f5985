import type { MonthCount, PulseGeometry } from '../../domain/pulse';
import { classNames } from '../primitives/class-names';
import { MonthsTable } from './months-table';
import { Pulse } from './pulse';

interface PanePulseProps {
  /** Of a pane. */
  geometry: PulseGeometry;
  /** A person's public id. */
  id: string;
  /** The person's first name. */
  name: string;
  /** At the right end below the strip: "Next expected 26 Nov to 7 Dec". */
  expected: string | null;
  /** The same year in numbers. */
  months: readonly MonthCount[];
}

/** The pulse beside a conversation: its months, what is expected, and the same in a table. */
export function PanePulse({ geometry, id, name, expected, months }: PanePulseProps) {
  return (
    <div className="pane-pulse">
      <Pulse geometry={geometry} id={id} size="pane" />
      <PulseCaption geometry={geometry} expected={expected} />
      <MonthsTable name={name} months={months} scrolls />
    </div>
  );
}

/** A month's name every this many months: more would crowd the strip. */
const NAMED_MONTHS = 3;
/** What a sentence at the right end takes of the strip's width, and what a month's name takes; in px of its box. */
const SENTENCE_WIDTH = 190;
const MONTH_WIDTH = 24;
/** Up to here the strip's oldest part is cropped, in px of its box: a little beside the list, a lot on a phone. */
const CROPPED = 14;
const CROPPED_ON_PHONES = 140;

/** The end of the line belongs to what is expected. It is read aloud, the scale is not. */
function PulseCaption({ geometry: { width, months }, expected }: Pick<PanePulseProps, 'geometry' | 'expected'>) {
  const last = expected ? width - SENTENCE_WIDTH : width;
  const named = months.filter(({ x }, index) => index % NAMED_MONTHS === 0 && x > CROPPED && x < last - MONTH_WIDTH);
  return (
    <svg className="pulse pulse-pane pulse-caption" viewBox={`0 0 ${width} 18`} width={width} height={18} preserveAspectRatio="xMaxYMid slice">
      {named.map(({ x, label }) => (
        <text key={x} className={classNames('pulse-text', x < CROPPED_ON_PHONES && 'pulse-caption-early')} x={x} y={14} aria-hidden="true">
          {label}
        </text>
      ))}
      {expected && (
        <text className="pulse-text" x={width - 2} y={14} textAnchor="end">
          {expected}
        </text>
      )}
    </svg>
  );
}
