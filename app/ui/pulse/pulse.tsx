import type { PulseGeometry, PulseSize } from '../../domain/pulse';

interface PulseProps {
  /** From `domain/pulse`. */
  geometry: PulseGeometry;
  /** Unlike any other pulse's on the page: a person's public id does. Names the heat's gradient. */
  id: string;
  size: 'row' | 'pane';
}

interface PulseBandProps {
  geometry: PulseGeometry;
  id: string;
  size: PulseSize;
  y: number;
  height: number;
}

/** The expected time, then heat; green, or grey once the alarm has ended. */
export function PulseBand({ geometry, id, size, y, height }: PulseBandProps) {
  const { band } = geometry;
  if (!band) return null;
  const heated = band.look === 'heat';
  const gradientId = `heat-${size}-${id}`;
  return (
    <>
      {heated && (
        <linearGradient id={gradientId} gradientUnits="userSpaceOnUse" x1={band.gradientFrom} x2={band.gradientTo}>
          <stop offset=".3" className="pulse-stop-calm" />
          <stop offset=".5" className="pulse-stop-amber" />
          <stop offset=".7" className="pulse-stop-amber" />
          <stop offset="1" className="pulse-stop-red" />
        </linearGradient>
      )}
      <rect
        className={heated ? undefined : `pulse-band-${band.look}`}
        fill={heated ? `url(#${gradientId})` : undefined}
        x={band.x}
        y={y}
        width={band.width}
        height={height}
        rx={size === 'row' ? 2 : 4}
      />
    </>
  );
}

/** The strip's own box: it keeps its height, and where it is narrow, the oldest part is cut off. */
export function stripBox({ width, height, label }: PulseGeometry) {
  return { viewBox: `0 0 ${width} ${height}`, width, height, preserveAspectRatio: 'xMaxYMid slice', role: 'img', 'aria-label': label } as const;
}

/**
 * A year of both sides: them above the line, you below. The strip keeps its height; where it is narrow, the oldest
 * part is cut off. Everything is computed before; this only draws.
 */
export function Pulse({ geometry, id, size }: PulseProps) {
  const { width, height, baseline, nowX, owed } = geometry;
  return (
    <svg
      className={`pulse pulse-${size}`}
      {...stripBox(geometry)}
    >
      <PulseBand geometry={geometry} id={id} size={size} y={0} height={height} />
      <path className="pulse-baseline" d={`M0 ${baseline + 0.5}H${width}`} />
      <path className="pulse-them" d={geometry.themPath} />
      <path className="pulse-you" d={geometry.youPath} />
      <path className={`pulse-now pulse-now-${geometry.heat}`} d={`M${nowX + 0.5} 0V${height}`} />
      {owed && <rect className="pulse-owed" {...owed} rx={1} />}
    </svg>
  );
}
