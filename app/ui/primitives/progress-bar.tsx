import { classNames } from './class-names';

interface ProgressBarProps {
  /** What is progressing, for readers: "Reading messages". */
  label: string;
  /** Parts done, 0 to `max`; null while the whole is not known. */
  value: number | null;
  max?: number;
  className?: string;
}

/** A thin bar. The native element, so that readers hear the share and no inline style is needed. */
export function ProgressBar({ label, value, max = 1, className }: ProgressBarProps) {
  return (
    <progress
      aria-label={label}
      className={classNames('progress', className)}
      max={max}
      {...(value === null ? {} : { value: Math.min(max, Math.max(0, value)) })}
    />
  );
}
