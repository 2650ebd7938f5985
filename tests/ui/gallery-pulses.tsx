import { Card } from '../../app/ui/primitives/card';
import { Heading } from '../../app/ui/primitives/headings';
import type { PulseGeometry } from '../../app/ui/pulse/geometry';
import { PagePulse, PulseLegend } from '../../app/ui/pulse/page-pulse';
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

const PANE: PulseGeometry = {
  ...base, width: 480, height: 56, baseline: 32, nowX: 432, owed: { x: 436.5, y: 34.5, width: 6, height: 14 },
  themPath: bars(72, 6, 4, 32, 26, false), youPath: bars(72, 6, 4, 32, 18, true),
  band: { x: 440, width: 14, look: 'calm', gradientFrom: 0, gradientTo: 0 },
};

export function panePulse(id: string) {
  return <Pulse geometry={PANE} id={id} size="pane" />;
}

const PAGE: PulseGeometry = {
  ...base, width: 850, height: 188, baseline: 112, nowX: 730, heat: 'red',
  themPath: bars(73, 10, 6, 112, 64, false), youPath: bars(73, 10, 6, 112, 40, true),
  band: { x: 658, width: 72, look: 'heat', gradientFrom: 658, gradientTo: 730 },
  months: ['Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov']
    .map((label, index) => ({ label, x: 16 + index * 61 })),
  label: 'Amara and you, last 12 months. Usually every 9 days; silent for 41.',
};

export function pagePulse(id: string) {
  return (
    <PagePulse
      geometry={PAGE} id={id} name="Amara" expected={['Their rhythm said', 'by 26 October']} late="28 days late"
      notes={[{ x: 211, text: 'Bought Pricing Handmade', side: 'them' }, { x: 473, text: 'You met in Lisbon', side: 'you' }]}
      months={[{ month: 'October 2026', them: 4, you: 2 }, { month: 'November 2026', them: 0, you: 2 }]}
    />
  );
}

export function Pulses() {
  return (
    <Card>
      <Heading>Pulse</Heading>
      <div className="flex flex-wrap gap-4 mt-2">
        {rowPulse('none', 'p1')}{rowPulse('calm', 'p2')}{rowPulse('owed', 'p3')}{rowPulse('red', 'p4')}{rowPulse('rest', 'p5')}
      </div>
      <div className="mt-3">{panePulse('p6')}</div>
      <div className="mt-3"><PulseLegend name="Amara" />{pagePulse('p7')}</div>
    </Card>
  );
}
