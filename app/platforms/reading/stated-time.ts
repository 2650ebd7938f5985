/** Times as sources state them, as UTC instants that remember how exact they are and where their zone comes from. */
import type { Precision, StatedTime } from '../../domain/activity';
import { instantOnClocks } from './zone-clock';

/** Earlier than any platform here, later than any export: what lies outside is damage. */
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** @param at UTC milliseconds; @returns null for what can be no time of an export */
export function utcTime(at: number, precision: Precision): StatedTime | null {
  return Number.isFinite(at) && at >= EARLIEST && at < LATEST ? { at: Math.floor(at), precision, zone: 'utc' } : null;
}

/** "2024-11-14 09:12:44" in parts, without a zone. Months from 1. */
export interface LocalTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/**
 * A time that a source stated without a zone, on the clocks of `zone` (the user's answer). Only the day known: pass the
 * hours as 0 and the precision as day.
 * @returns null for a day or time that doesn't exist
 */
export function zonedTime(local: LocalTime, zone: string, precision: Precision): StatedTime | null {
  const { year, month, day, hour, minute, second } = local;
  const naive = Date.UTC(year, month - 1, day, hour, minute, second);
  const read = new Date(naive);
  const exists =
    read.getUTCFullYear() === year && read.getUTCMonth() === month - 1 && read.getUTCDate() === day &&
    hour < 24 && minute < 60 && second < 60;
  if (!exists || naive < EARLIEST || naive >= LATEST) return null;
  const date = read.toISOString().slice(0, 10);
  return { at: instantOnClocks(date, hour * 60 + minute, zone) + second * 1000, precision, zone: 'assumed' };
}
