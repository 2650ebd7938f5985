import { pulseGeometry, type PulseInput, type PulseRhythm, type PulseSize } from '../../app/domain/pulse';
import { calendarDay } from '../../app/lib/dates';
import { Card } from '../../app/ui/primitives/card';
import { Heading } from '../../app/ui/primitives/headings';
import { PagePulse, PulseLegend } from '../../app/ui/pulse/page-pulse';
import { PanePulse } from '../../app/ui/pulse/pane-pulse';
import { Pulse } from '../../app/ui/pulse/pulse';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 23, 12);

/** Somebody who writes every 9 days, and is silent for so many now; the user answers two days later. */
function input(silentDays: number, more: Partial<PulseInput> = {}): PulseInput {
  const events: PulseInput['events'][number][] = [];
  for (let ago = silentDays, turn = 0; ago < 365; ago += 6 + ((turn * 7) % 8), turn += 1) {
    events.push({ at: NOW - ago * DAY, direction: 'in', weight: 0.35 + ((turn * 5) % 9) / 3 });
    if (turn % 3 > 0 && ago > 2) events.push({ at: NOW - (ago - 2) * DAY, direction: 'out', weight: 0.35 + (turn % 4) / 2 });
  }
  const rhythm: PulseRhythm = {
    gap: 9, bandFrom: 0.6, since: NOW - silentDays * DAY, greyAfter: 90, says: { is: 'learned', usualIn: 9 },
  };
  return { events, now: NOW, rhythm, owed: false, name: 'Amara', dayOf: calendarDay('Europe/Lisbon'), ...more };
}

const LOOKS = {
  none: input(4, { rhythm: null }),
  calm: input(4),
  owed: input(4, { owed: true }),
  amber: input(20),
  red: input(41),
  rest: input(150),
} satisfies Record<string, PulseInput>;

export type PulseLook = keyof typeof LOOKS;

export function geometryOf(look: PulseLook, size: PulseSize) {
  return pulseGeometry(LOOKS[look], size);
}

export function rowPulse(look: PulseLook, id: string) {
  return <Pulse geometry={geometryOf(look, 'row')} id={id} size="row" />;
}

const MONTHS = [{ month: 'Nov 2026', them: 0, you: 2 }, { month: 'Oct 2026', them: 4, you: 2 }];

export function panePulse(look: PulseLook, id: string, expected: string | null = null) {
  return <PanePulse geometry={geometryOf(look, 'pane')} id={id} name="Amara" expected={expected} months={MONTHS} />;
}

export function pagePulse(look: PulseLook, id: string) {
  return (
    <PagePulse
      geometry={geometryOf(look, 'page')} id={id} name="Amara"
      expected={['Their rhythm said', 'by 26 October']} late="28 days late"
      notes={[{ x: 211, text: 'Bought Pricing Handmade', side: 'them' }, { x: 473, text: 'You met in Lisbon', side: 'you' }]}
      months={MONTHS}
    />
  );
}

export function Pulses() {
  return (
    <Card>
      <Heading>Pulse</Heading>
      <div className="flex flex-wrap gap-4 mt-2">
        {rowPulse('none', 'p1')}
        {rowPulse('calm', 'p2')}
        {rowPulse('owed', 'p3')}
        {rowPulse('amber', 'p4')}
        {rowPulse('red', 'p5')}
        {rowPulse('rest', 'p6')}
      </div>
      <div className="mt-3">
        {panePulse('owed', 'p7', 'Next expected 26 Nov to 7 Dec')}
      </div>
      <div className="grid gap-2 mt-3">
        <PulseLegend name="Amara" rhythm />
        {pagePulse('red', 'p8')}
      </div>
    </Card>
  );
}
