/** A stand-in until domain/pulse lands. */
export interface PulseGeometry {
  width: number;
  height: number;
  themPath: string;
  youPath: string;
  baseline: number;
  band: { x: number; width: number; look: 'calm' | 'heat' | 'rest'; gradientFrom: number; gradientTo: number } | null;
  nowX: number;
  heat: 'calm' | 'amber' | 'red' | 'rest';
  owed: { x: number; y: number; width: number; height: number } | null;
  months: { x: number; label: string }[];
  label: string;
}
