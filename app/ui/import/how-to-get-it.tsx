import { ChevronRight } from 'lucide-react';

/** LinkedIn's own steps, in its own words. */
export function HowToGetIt({ open }: { open: boolean }) {
  return (
    <details className="disclosure" open={open}>
      <summary className="disclosure-summary">
        <ChevronRight className="icon" size={14} strokeWidth={1.75} aria-hidden="true" />
        How to get it from LinkedIn
      </summary>
      <ol className="steps">
        <li>
          Open{' '}
          <a className="text-link" href="https://www.linkedin.com/mypreferences/d/download-my-data" rel="noreferrer" target="_blank">
            Settings &amp; Privacy, Data privacy, Get a copy of your data
          </a>
          .
        </li>
        <li>
          Choose <b>Download larger data archive</b>. Or tick only Connections, Messages and Invitations, which comes sooner.
        </li>
        <li>LinkedIn mails you a link, after some minutes or up to a day. Download the zip and drop it here, unopened.</li>
      </ol>
    </details>
  );
}
