import { ChevronRight } from 'lucide-react';
import { PlatformGlyph } from '../primitives/platform-glyph';
import { WAYS_TO_GET_IT, type WayToGetIt } from './ways-to-get-it';

/** What Kith reads, and how to get each: every place's own steps, one place open at a time. */
export function HowToGetIt({ open }: { open: boolean }) {
  return (
    <details className="disclosure" open={open}>
      <summary className="disclosure-summary">
        <ChevronRight className="icon" size={14} strokeWidth={1.75} aria-hidden="true" />
        What Kith reads, and how to get it
      </summary>
      <ul className="ways">
        {WAYS_TO_GET_IT.map((way, place) => (
          <li key={way.platform}>
            <Way way={way} open={open && place === 0} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Way({ way: { platform, name, url, steps, lacks }, open }: { way: WayToGetIt; open: boolean }) {
  return (
    <details name="way-to-get-it" className="disclosure way" open={open}>
      <summary className="disclosure-summary">
        <PlatformGlyph platform={platform} size={14} decorative />
        {name}
      </summary>
      <ol className="steps">
        {steps.map((step, index) => (
          <li key={step}>
            {index === 0 && url !== null ? (
              <a className="text-link" href={url} rel="noreferrer" target="_blank">
                {step}
              </a>
            ) : (
              step
            )}
          </li>
        ))}
      </ol>
      {lacks !== undefined && <p className="support muted way-lacks">{lacks}</p>}
    </details>
  );
}
