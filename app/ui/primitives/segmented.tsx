import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface Segment<Value extends string> {
  value: Value;
  label: ReactNode;
  disabled?: boolean;
}

interface SegmentedProps<Value extends string> {
  /** What is chosen between, for readers: "What to do". */
  label: string;
  /** The form field's name; also ties the radio buttons together. */
  name: string;
  segments: readonly Segment<Value>[];
  /** Controlled, with `onChange`; otherwise `defaultValue`. */
  value?: Value;
  defaultValue?: Value;
  onChange?: (value: Value) => void;
  className?: string;
}

/** One of two to four: native radio buttons, so arrows, forms and readers work by themselves. */
export function Segmented<Value extends string>({
  label, name, segments, value, defaultValue, onChange, className,
}: SegmentedProps<Value>) {
  return (
    <div role="radiogroup" aria-label={label} className={classNames('segmented', className)}>
      {segments.map((segment) => (
        <label key={segment.value} className="segment">
          <input
            type="radio"
            name={name}
            value={segment.value}
            disabled={segment.disabled}
            {...(value === undefined
              ? { defaultChecked: segment.value === defaultValue }
              : { checked: segment.value === value })}
            onChange={() => onChange?.(segment.value)}
          />
          {segment.label}
        </label>
      ))}
    </div>
  );
}
