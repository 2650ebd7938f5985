/** Heights of a year that goes well, them above and you below, in px of the drawing. */
const THEM = [10, 16, 8, 24, 0, 12, 30, 18, 0, 22, 14, 38, 20, 9, 26, 0, 34, 16, 28, 44, 18, 30, 24, 46];
const YOU = [0, 8, 12, 6, 14, 0, 10, 18, 8, 0, 16, 12, 0, 20, 10, 14, 0, 22, 12, 16, 24, 14, 26, 30];
const PITCH = 20;
const AXIS = 52;

/** Decoration for the end of the day: the bars grow and so does their ink. */
export function QuietPulse() {
  const bars = (heights: readonly number[], side: 'them' | 'you') =>
    heights.map((height, index) => {
      if (height === 0) return null;
      const faded = 0.25 + (0.75 * index) / (heights.length - 1);
      return (
        <rect
          key={index * PITCH} className={`pulse-${side}`} x={index * PITCH} y={side === 'them' ? AXIS - height : AXIS + 1}
          width={9} height={height} rx={2.5} opacity={faded}
        />
      );
    });
  return (
    <svg className="quiet-pulse" width={480} height={86} viewBox="0 0 480 86" aria-hidden="true">
      <path className="pulse-baseline" d={`M0 ${AXIS + 0.5}H480`} />
      {bars(THEM, 'them')}
      {bars(YOU, 'you')}
    </svg>
  );
}
