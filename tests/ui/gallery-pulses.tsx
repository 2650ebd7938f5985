import { Card } from '../../app/ui/primitives/card';
import { Heading } from '../../app/ui/primitives/headings';
import type { PulseGeometry } from '../../app/ui/pulse/geometry';
import { Pulse } from '../../app/ui/pulse/pulse';

function bars(count: number, pitch: number, width: number, baseline: number, limit: number, down: boolean) {
  let path = '';
  for (let i = 0; i < count; i += 1) {
    const height = (i * 7919) % (limit + 4);
    if (height < 2 || height > limit) continue;
    path += `M${i * pitch} ${down ? baseline + 1 : baseline - height}h${width}v${height}h-${width}z`;
  }
  return path;
}

const base: PulseGeometry = {
  width: 120, height: 24, baseline: 13, nowX: 108, heat: 'calm', band: null, owed: null, months: [],
  themPath: bars(36, 3, 2, 13, 11, false), youPath: bars(36, 3, 2, 13, 9, true), label: 'Usually every 9 days; silent for 4',
};
const LOOKS = {
  none: base,
  calm: { ...base, band: { x: 109, width: 5, look: 'calm', gradientFrom: 0, gradientTo: 0 } },
  owed: { ...base, band: { x: 109, width: 5, look: 'calm', gradientFrom: 0, gradientTo: 0 }, owed: { x: 110.5, y: 15.5, width: 4, height: 7 } },
  red: { ...base, heat: 'red', band: { x: 97, width: 11, look: 'heat', gradientFrom: 97, gradientTo: 106 } },
  rest: { ...base, heat: 'rest', band: { x: 50, width: 58, look: 'rest', gradientFrom: 0, gradientTo: 0 } },
} satisfies Record<string, PulseGeometry>;

export function rowPulse(look: keyof typeof LOOKS, id: string) {
  return <Pulse geometry={LOOKS[look]} id={id} size="row" />;
}

export function Pulses() {
  return (
    <Card>
      <Heading>Pulse</Heading>
      <div className="flex flex-wrap gap-4 mt-2">
        {rowPulse('none', 'p1')}{rowPulse('calm', 'p2')}{rowPulse('owed', 'p3')}{rowPulse('red', 'p4')}{rowPulse('rest', 'p5')}
      </div>
    </Card>
  );
}
