import type { MonthCount, PulseGeometry } from '../../domain/pulse';
import { MonthsTable } from './months-table';
import { PulseBand, stripBox } from './pulse';

/** Something that happened, marked above the strip: a purchase, a word to others. */
export interface PulseNote {
  /** Centre of its bar, in the geometry's px. */
  x: number;
  text: string;
  side: 'them' | 'you';
  /** On which side of its dot the words stand. */
  words?: 'after' | 'before';
}

interface PagePulseProps {
  geometry: PulseGeometry;
  /** A person's public id. */
  id: string;
  /** The person's name, or "They": whose side is above the line. */
  name: string;
  /** At most a few; the oldest first. */
  notes?: readonly PulseNote[];
  /** Beside the now line, a line each: "Their rhythm said", "by 26 October". */
  expected?: readonly string[];
  /** "28 days late": a fact, said in ink. */
  late?: string;
  /** What the line at the end is: another day than today, where the sources saw no further. */
  nowLabel?: string;
  /** The same year in numbers. */
  months: readonly MonthCount[];
}

/** Lines of the page-sized strip: notes on top, months at the bottom. In px of its 850 x 188 box. */
const NOTE_Y = 16;
const TOP = 30;
const BAND_TOP = 34;
const BOTTOM = 164;
const MONTH_Y = 180;

interface FittingTextProps {
  className: string;
  /** Where the words begin to be drawn, and the strip's width: what lies left of it is cropped where the page is narrow. */
  from: number;
  width: number;
  /** Font size in px. */
  size: number;
  x: number;
  y: number;
  anchor?: 'end';
  children: string;
}

/** The crop falls between two bars: up to so many px further right than the frame's own edge. See `.pulse-page`. */
const CROP_STEP = 9;

/** Words that are whole or not there: the size falls to nothing where the crop would cut them. */
function FittingText({ className, from, width, size, x, y, anchor, children }: FittingTextProps) {
  // An attribute of the group, because a strict content policy knows no style attributes; the text inherits it.
  return (
    <g fontSize={`clamp(0px, (100cqw - ${Math.ceil(width - from) + CROP_STEP}px) * 100, ${size}px)`}>
      <text className={`${className} pulse-fitting`} x={x} y={y} textAnchor={anchor}>
        {children}
      </text>
    </g>
  );
}

/** Average width of a character, in px, at the size of notes and of what is expected. */
const NOTE_CHARACTER = 6.2;
const EXPECTED_CHARACTER = 5.6;
/** Room to the strip's right end, which is the window's on a phone. */
const EDGE = 12;

function Notes({ notes, width }: { notes: readonly PulseNote[]; width: number }) {
  return notes.map((note) => {
    const before = note.words === 'before';
    const x = note.x + (before ? -7 : 7);
    return (
      <g key={`${note.x} ${note.text}`}>
        <path className="pulse-note-line" d={`M${note.x} ${NOTE_Y + 3}V${BAND_TOP + 10}`} />
        <circle className={`pulse-note-${note.side}`} cx={note.x} cy={NOTE_Y} r="2.5" />
        <FittingText
          className="pulse-note-text" size={11.5} width={width} x={x} y={NOTE_Y + 4} anchor={before ? 'end' : undefined}
          from={before ? x - note.text.length * NOTE_CHARACTER : note.x - 3}
        >
          {note.text}
        </FittingText>
      </g>
    );
  });
}

interface ExpectationProps {
  geometry: PulseGeometry;
  lines: readonly string[];
  late?: string;
}

/** Right of now and of the expected time; where that leaves no room, above it. Never on top of it. */
function Expectation({ geometry: { nowX, band, width }, lines, late }: ExpectationProps) {
  const x = Math.max(nowX, band ? band.x + band.width : 0) + 8;
  const needs = Math.max(0, ...lines.map((line) => line.length)) * EXPECTED_CHARACTER;
  const above = x + needs > width - EDGE;
  return (
    <>
      {lines.map((line, index) => (
        <text
          key={line} className="pulse-text" textAnchor={above ? 'end' : undefined}
          x={above ? width - EDGE : x} y={(above ? 12 : 52) + index * 14}
        >
          {line}
        </text>
      ))}
      {late && (
        <text className="pulse-late" x={nowX + 8} y={56 + lines.length * 14}>
          {late}
        </text>
      )}
    </>
  );
}

/** The pulse on a person's page: months, notes, what their rhythm said, and the same in a table. */
export function PagePulse({ geometry, id, name, notes = [], expected = [], late, nowLabel = 'Today', months }: PagePulseProps) {
  const { width, baseline, nowX } = geometry;
  return (
    <>
      <div className="pulse-frame">
        <svg
          className="pulse pulse-page"
          {...stripBox(geometry)}
        >
          {geometry.months.map((month) => (
            <g key={month.x}>
              <path className="pulse-month" d={`M${month.x} ${TOP}V${BOTTOM}`} />
              <FittingText className="pulse-text" size={11} from={month.x + 4} width={width} x={month.x + 4} y={MONTH_Y}>
                {month.label}
              </FittingText>
            </g>
          ))}
          <PulseBand geometry={geometry} id={id} size="page" y={BAND_TOP} height={BOTTOM - BAND_TOP} />
          <path className="pulse-baseline" d={`M0 ${baseline + 0.5}H${width}`} />
          <path className="pulse-them" d={geometry.themPath} />
          <path className="pulse-you" d={geometry.youPath} />
          <path className={`pulse-now pulse-now-${geometry.heat}`} d={`M${nowX + 0.5} ${TOP}V${BOTTOM + 4}`} />
          <text className="pulse-today" x={nowX + 5} y={MONTH_Y}>
            {nowLabel}
          </text>
          {geometry.owed && <rect className="pulse-owed" {...geometry.owed} rx={1} />}
          <Notes notes={notes} width={width} />
          <Expectation geometry={geometry} lines={expected} late={late} />
        </svg>
      </div>
      <MonthsTable name={name} months={months} />
    </>
  );
}

interface PulseLegendProps {
  /** "Amara", or "They" */
  name: string;
  /** The strip shows when their next word is expected. */
  rhythm: boolean;
  /** The expected time is what the user wants, not what was learned. */
  wished?: boolean;
}

/** What the strip's parts mean. */
export function PulseLegend({ name, rhythm, wished = false }: PulseLegendProps) {
  return (
    <div className="pulse-legend">
      <span className="pulse-legend-item">
        <span className="pulse-legend-them" />
        {name} reached out
      </span>
      <span className="pulse-legend-item">
        <span className="pulse-legend-you" />
        You did
      </span>
      {rhythm && (
        <span className="pulse-legend-item">
          <span className="pulse-legend-expected" />
          {wished ? 'Wanted by you' : 'Expected by their rhythm'}
        </span>
      )}
    </div>
  );
}
