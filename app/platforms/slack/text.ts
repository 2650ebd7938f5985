/** Slack's own marks in a text ("<@U2>", "<https://…|label>", "&amp;") as people read them. */
import { cleanText } from '../reading/clean-text';
import { isUserId } from './roster';

/** Names kept of one text: more is no sentence. */
const MOST_MENTIONS = 100;

export interface SlackText {
  text: string;
  /** Ids of the people it mentions. */
  mentioned: string[];
}

/** @param nameOf what people see for an id; '' where nothing is known */
export function readSlackText(written: string, nameOf: (id: string) => string): SlackText {
  const mentioned: string[] = [];
  const shown = written.replace(/<([^<>\n]{1,4000})>/g, (whole, inside: string) => {
    const bar = inside.indexOf('|');
    const [target, label] = bar === -1 ? [inside, ''] : [inside.slice(0, bar), inside.slice(bar + 1)];
    if (target.startsWith('@')) {
      const id = target.slice(1);
      if (!isUserId(id)) return whole;
      if (mentioned.length < MOST_MENTIONS && !mentioned.includes(id)) mentioned.push(id);
      return `@${nameOf(id) || label.replace(/^@/, '') || id}`;
    }
    if (target.startsWith('#')) return `#${label.replace(/^#/, '') || target.slice(1)}`;
    if (target.startsWith('!')) return `@${label.replace(/^@/, '') || target.slice(1).replace(/\^.*$/, '')}`;
    if (!/^(?:https?:|mailto:|tel:)/i.test(target)) return whole;
    return label === '' || target.endsWith(label) ? target : `${label} (${target})`;
  });
  const decoded = shown.replace(/&(amp|lt|gt);/g, (_, name: string) => (name === 'amp' ? '&' : name === 'lt' ? '<' : '>'));
  return { text: cleanText(decoded, false).text, mentioned };
}
