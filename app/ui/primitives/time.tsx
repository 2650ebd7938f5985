interface TimeProps {
  /** UTC milliseconds. */
  at: number;
  /** What is shown: "4 days", "26 Nov". Written by the server, so that both sides render the same. */
  text: string;
  /** The long form on hover: "Thursday 19 November 2026, 14:05". */
  title?: string;
  className?: string;
}

/** A moment in words with its exact instant behind it. Has no clock. */
export function Time({ at, text, title, className }: TimeProps) {
  return (
    <time dateTime={new Date(at).toISOString()} title={title} className={className}>
      {text}
    </time>
  );
}
