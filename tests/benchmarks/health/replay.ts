/** Goes through each person's log once, in time order, and stops at every cut-off to see who would have been named. */
import {
  foldInteraction, freshState, interceptsOf, readHealth, replayWorkspace,
  type HealthEvent, type HealthReading, type HealthState, type Intercepts,
} from '../../../app/domain/health';
import { calendarDay, DAY } from '../../../app/lib/dates';
import { addToHistory, freshHistory, type ContactHistory } from './history';
import { LEAST_CONTACTS, LEAST_OWN_EVENTS, OUTCOME_DAYS, SEEN_WITHIN_DAYS } from './protocol';
import type { LogEvent } from './read-log';

/** An interaction of one person with one of their contacts. */
interface PersonEvent extends HealthEvent {
  contact: string;
}

/** What is known of a contact at a cut-off, and what happened in the 30 days after it. */
export interface Asked {
  /** As Kith reads it without any intercept of the person's own. */
  reading: HealthReading;
  state: HealthState;
  history: ContactHistory;
  theyWrote: boolean;
  youWrote: boolean;
}

/** Everyone a person is asked about at one cut-off. It goes on changing: use it before asking for the next. */
export interface Panel {
  person: string;
  cutOff: number;
  contacts: Asked[];
  /** The intercepts that Kith would have fitted on the person's own last three months before the cut-off. */
  ownIntercepts: () => Intercepts;
}

interface Known {
  log: PersonEvent[];
  state: HealthState;
  history: ContactHistory;
}

/** Days are UTC days, as in the published results. */
export const dayOf = calendarDay('UTC');
const SOURCE = 'log';

/** Both sides of every event: out for who wrote, in for who was written to. */
export function logsByPerson(events: readonly LogEvent[]): Map<string, PersonEvent[]> {
  const logs = new Map<string, PersonEvent[]>();
  const add = (person: string, event: PersonEvent) => {
    const log = logs.get(person);
    if (log) log.push(event);
    else logs.set(person, [event]);
  };
  for (const { at, from, to } of events) {
    add(from, { at, contact: to, direction: 'out', source: SOURCE });
    add(to, { at, contact: from, direction: 'in', source: SOURCE });
  }
  return logs;
}

function learn(contacts: Map<string, Known>, event: PersonEvent): void {
  const known = contacts.get(event.contact) ?? { log: [], state: freshState(), history: freshHistory() };
  known.log.push(event);
  known.state = foldInteraction(known.state, event, dayOf);
  addToHistory(known.history, event, dayOf);
  contacts.set(event.contact, known);
}

/** The events of the outcome window, which begin at `next`. */
function windowFrom(log: readonly PersonEvent[], next: number, cutOff: number): PersonEvent[] {
  const end = cutOff + OUTCOME_DAYS * DAY;
  let after = next;
  while ((log[after]?.at ?? Infinity) < end) after += 1;
  return log.slice(next, after);
}

/** Nothing where the person has too few contacts or too little to do in the window. */
function panelAt(person: string, cutOff: number, contacts: ReadonlyMap<string, Known>, window: readonly PersonEvent[]): Panel | null {
  if (window.filter(({ direction }) => direction === 'out').length < LEAST_OWN_EVENTS) return null;
  const seen = [...contacts].filter(([, { history }]) => history.last >= cutOff - SEEN_WITHIN_DAYS * DAY);
  if (seen.length < LEAST_CONTACTS) return null;
  const who = (side: HealthEvent['direction']) => new Set(window.filter(({ direction }) => direction === side).map(({ contact }) => contact));
  const [theyWrote, youWrote] = [who('in'), who('out')];
  return {
    person,
    cutOff,
    contacts: seen.map(([contact, { state, history }]) => ({
      reading: readHealth(state, cutOff),
      state,
      history,
      theyWrote: theyWrote.has(contact),
      youWrote: youWrote.has(contact),
    })),
    ownIntercepts: () => interceptsOf(replayWorkspace([...contacts].map(([contact, { log }]) => [contact, log]), cutOff, dayOf)),
  };
}

/** @param cutOffs UTC milliseconds, in order; an event at a cut-off belongs to its outcome */
export function* replay(events: readonly LogEvent[], cutOffs: readonly number[]): Generator<Panel> {
  for (const [person, log] of logsByPerson(events)) {
    const contacts = new Map<string, Known>();
    let next = 0;
    for (const cutOff of cutOffs) {
      for (let event = log[next]; event && event.at < cutOff; event = log[next]) {
        learn(contacts, event);
        next += 1;
      }
      const panel = panelAt(person, cutOff, contacts, windowFrom(log, next, cutOff));
      if (panel) yield panel;
    }
  }
}
