interface SkeletonRowsProps {
  count: number;
  /** Said to readers: "Loading people". */
  label: string;
}

/** Row-shaped places while a list loads; they show after 150 ms. */
export function SkeletonRows({ count, label }: SkeletonRowsProps) {
  return (
    <div role="status" className="rows skeleton-rows">
      <span className="sr-only">{label}</span>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="row" aria-hidden="true">
          <span className="skeleton row-skeleton-avatar avatar" />
          <span className="row-main row-skeleton-text">
            <span className="skeleton row-skeleton-name" />
            <span className="skeleton row-skeleton-line" />
          </span>
          <span className="skeleton row-pulse row-skeleton-pulse" />
          <span className="skeleton row-age row-skeleton-age" />
        </div>
      ))}
    </div>
  );
}
