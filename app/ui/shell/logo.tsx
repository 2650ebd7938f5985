/** The mark: them above the line, you below. */
export function LogoMark({ size = 20 }: { size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path
        className="logo-them"
        d="M3 6h1a1 1 0 0 1 1 1v3a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zM7.5 1.5h1a1 1 0 0 1 1 1V10a1 1 0 0 1-1 1h-1a1 1 0 0 1-1-1V2.5a1 1 0 0 1 1-1z"
      />
      <path
        className="logo-you"
        d="M12 12h1a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1h-1a1 1 0 0 1-1-1V13a1 1 0 0 1 1-1zM16.5 12h1a1 1 0 0 1 1 1v1.5a1 1 0 0 1-1 1h-1a1 1 0 0 1-1-1V13a1 1 0 0 1 1-1z"
      />
    </svg>
  );
}

/** Mark and name. */
export function Logo() {
  return (
    <span className="logo">
      <LogoMark />
      kith
    </span>
  );
}
