/** Text of posts and messages as a person would read it. */
import { cleanText } from '../reading/clean-text';
import { objectsIn, textIn } from '../reading/json-fields';
import type { JsonObject } from '../reading/json-fields';

/** The three letters X escapes in posts, and the two quotes of old ones. */
const ESCAPED: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** Undone once: "&amp;lt;" was typed as "&lt;". */
export const unescaped = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ESCAPED[entity] ?? entity);

/** What X shortens is an address; a longer one is no address, and many of them would fill the memory. */
const LONGEST_ADDRESS = 500;

/** X puts its own short addresses into texts and says beside them what was written. */
export function withLinks(text: string, urls: readonly JsonObject[]): string {
  if (urls.length === 0) return text;
  const written = new Map<string, string>();
  for (const url of urls) {
    const address = textIn(url, 'expanded_url') || textIn(url, 'expanded');
    if (address !== '' && address.length <= LONGEST_ADDRESS) written.set(textIn(url, 'url'), address);
  }
  return text.replace(/https?:\/\/t\.co\/\w+/g, (short) => written.get(short) ?? short);
}

/** The text of a post: unescaped, links written out, plain. */
export const postText = (written: string, urls: readonly JsonObject[]): string => cleanText(withLinks(unescaped(written), urls), false).text;

/** The text of a message, which X doesn't escape. */
export const messageText = (message: JsonObject): string =>
  cleanText(withLinks(textIn(message, 'text'), objectsIn(message, 'urls')), false).text;
