/** A line of a figure over time. */

export const LINE = { width: 120, height: 26 } as const;
const MARGIN = 2;
/** The scale spans at least this share of the highest value, so that a flat year looks flat. */
const LEAST_SPAN = 0.25;

/** @returns the path, '' for fewer than two values */
export function linePath(values: readonly number[]): string {
  if (values.length < 2) return '';
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(high - low, high * LEAST_SPAN, 1);
  const bottom = (low + high - span) / 2;
  const [width, height] = [LINE.width - 2 * MARGIN, LINE.height - 2 * MARGIN];
  const points = values.map((value, index) => {
    const x = MARGIN + (index / (values.length - 1)) * width;
    const y = MARGIN + (1 - (value - bottom) / span) * height;
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}
