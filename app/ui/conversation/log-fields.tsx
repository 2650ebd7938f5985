import { Segmented } from '../primitives/segmented';
import { localToday } from './local-today';

/** Who said it and when. Date and time as their fields have them; without a date it was now. */
export interface LogFacts {
  as: 'you_said' | 'they_said';
  date: string | null;
  time: string | null;
}

export const NOW_BY_YOU: LogFacts = { as: 'you_said', date: null, time: null };

interface LogFieldsProps {
  facts: LogFacts;
  /** What the person is called. */
  name: string;
  onChange: (facts: LogFacts) => void;
}

/** Beside words that were said already. */
export function LogFields({ facts, name, onChange }: LogFieldsProps) {
  const { as, date, time } = facts;
  return (
    <div className="composer-facts">
      <Segmented
        label="Who said it"
        name="log-as"
        segments={[{ value: 'you_said', label: 'You said' }, { value: 'they_said', label: `${name} said` }]}
        value={as}
        onChange={(value) => onChange({ ...facts, as: value })}
      />
      <Segmented
        label="When"
        name="log-when"
        segments={[{ value: 'now', label: 'Now' }, { value: 'earlier', label: 'Earlier' }]}
        value={date === null ? 'now' : 'earlier'}
        onChange={(value) => onChange({ ...facts, date: value === 'now' ? null : localToday(), time: null })}
      />
      {date !== null && (
        <span className="composer-when">
          <input
            type="date"
            className="control"
            aria-label="Day"
            value={date}
            max={localToday()}
            onChange={(event) => onChange({ ...facts, date: event.target.value === '' ? localToday() : event.target.value })}
          />
          <input
            type="time"
            className="control"
            aria-label="Time, if known"
            value={time ?? ''}
            onChange={(event) => onChange({ ...facts, time: event.target.value === '' ? null : event.target.value })}
          />
        </span>
      )}
    </div>
  );
}
