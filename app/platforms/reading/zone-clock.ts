/** Wall clock times of one zone, many of them: asking the calendar costs as much as reading ten messages. */
import type { Precision, StatedTime } from '../../domain/activity';
import { zonedTime } from './stated-time';
import type { LocalTime } from './stated-time';

/** Hours remembered. Chats go forward in time, so few are asked for again after others. */
const REMEMBERED = 2_000;
const LAST_MINUTE = 59;

export class ZoneClock {
  /** When each hour began; null where clocks changed within it, or where it doesn't exist. */
  readonly #hours = new Map<string, number | null>();

  constructor(private readonly zone: string) {}

  /** The same as zonedTime. */
  time(local: LocalTime, precision: Precision): StatedTime | null {
    if (local.minute > LAST_MINUTE || local.second > LAST_MINUTE) return null;
    const began = this.#beginningOf(local);
    if (began === null) return zonedTime(local, this.zone, precision);
    return { at: began + (local.minute * 60 + local.second) * 1000, precision, zone: 'assumed' };
  }

  #beginningOf({ year, month, day, hour }: LocalTime): number | null {
    const key = `${year}-${month}-${day} ${hour}`;
    const known = this.#hours.get(key);
    if (known !== undefined) return known;
    const [first, last] = [0, LAST_MINUTE].map((minute) => zonedTime({ year, month, day, hour, minute, second: 0 }, this.zone, 'minute')?.at);
    const began = first !== undefined && last === first + LAST_MINUTE * 60_000 ? first : null;
    if (this.#hours.size >= REMEMBERED) this.#hours.clear();
    this.#hours.set(key, began);
    return began;
  }
}
