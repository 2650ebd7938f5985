import type { MonthBars } from '../../domain/imports/months';

/** In the drawing's own units: a bar and the room to the next, and the tallest bar. */
const PITCH = 8;
const BAR = 6;
const HEIGHT = 72;
const LEAST = 2;
/** Years stand apart at least so many bars. */
const YEAR_EVERY = 10;

/** The months an import has come across, a bar each; the one being read in the user's own colour. */
export function MonthsRead({ bars: { heights, now, nowName, years } }: { bars: MonthBars }) {
  const width = Math.max(heights.length, 60) * PITCH;
  const bar = (share: number, at: number) => {
    const tall = Math.max(LEAST, Math.round(share * HEIGHT));
    return share > 0 ? `M${at * PITCH} ${HEIGHT - tall}h${BAR}v${tall}h-${BAR}z` : '';
  };
  const named = years.filter(({ at }, index) => index === 0 || at - (years[index - 1]?.at ?? 0) >= YEAR_EVERY);
  return (
    <svg className="months-read" viewBox={`0 0 ${width} ${HEIGHT + 16}`} role="img" aria-label={`Messages read so far, by month; now ${nowName}`}>
      <path className="months-read-past" d={heights.map((share, at) => (at === now ? '' : bar(share, at))).join('')} />
      <path className="months-read-now" d={bar(heights[now] ?? 0, now)} />
      {named.map(({ at, year }) => (
        <text key={year} x={at * PITCH} y={HEIGHT + 13}>
          {year}
        </text>
      ))}
    </svg>
  );
}
