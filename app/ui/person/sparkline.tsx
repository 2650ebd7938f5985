import type { ChangeTone } from '../../domain/health/change';

interface SparklineProps {
  /** 0 to 100 at equal distances, oldest first; null before there was anything to read. */
  values: readonly (number | null)[];
  tone: ChangeTone;
}

const WIDTH = 160;
const HEIGHT = 30;
const MARGIN = 4;

/** How the number moved over the past year. Decoration: the change stands beside it in words. */
export function Sparkline({ values, tone }: SparklineProps) {
  const points = values.flatMap((value, index) => {
    if (value === null) return [];
    const x = MARGIN + (index / Math.max(1, values.length - 1)) * (WIDTH - 2 * MARGIN);
    return [{ x, y: HEIGHT - MARGIN - (value / 100) * (HEIGHT - 2 * MARGIN) }];
  });
  const last = points.at(-1);
  if (!last || points.length < 2) return null;
  return (
    <svg className="sparkline" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path d={`M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`} />
      <circle className={`sparkline-${tone}`} cx={last.x} cy={last.y} r="3.5" />
    </svg>
  );
}
