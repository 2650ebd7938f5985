import type { ReactNode } from 'react';

/** Only the two schemes that lead to a page; whatever else an address says stays text. */
const LINK = /https?:\/\/[^\s<>"'“”]+/giu;
/** Signs that end a sentence or close a bracket rather than belong to the address. */
const TRAILING = /[.,;:!?)\]}»…]+$/u;

/** Somebody's plain text with its web addresses as links. Never read as HTML. */
export function LinkedText({ text }: { text: string }) {
  // Most words hold none, and looking for them costs as much as drawing the words.
  if (!text.includes('://')) return <>{text}</>;
  const parts: ReactNode[] = [];
  let done = 0;
  for (const match of text.matchAll(LINK)) {
    const address = match[0].replace(TRAILING, '');
    if (!URL.canParse(address)) continue;
    parts.push(text.slice(done, match.index));
    parts.push(
      <a key={match.index} href={address} target="_blank" rel="noopener noreferrer nofollow" className="text-link">
        {address}
      </a>,
    );
    done = match.index + address.length;
  }
  parts.push(text.slice(done));
  return <>{parts}</>;
}
