/** Message pages of the HTML variant. */
import type { StatedTime } from '../../domain/activity';
import { zonedTime } from '../reading/stated-time';
import { webAddress } from './message';
import type { BrokenMessage, MetaMessage, MetaReaction, MetaThread } from './message';
import { elementsOf, find, findAll, mainOf, textOf, unwrapped } from './page';
import type { PageElement } from './page';
import { blocksOf } from './page-blocks';
import type { PageBlock } from './page-blocks';
import { isLikeDate, parsePageDate } from './page-dates';
import { plainName, plainText } from './plain-text';
import { isSystemLine } from './system-lines';

/** A date of a page on the clocks of the zone the user named. */
export function pageTime(written: string, zone: string): StatedTime | null {
  const date = parsePageDate(written);
  return date && zonedTime(date.local, zone, date.precision);
}

/** @param zone IANA name: pages give local times */
export function threadOfPage(page: PageElement, zone: string): MetaThread {
  const main = mainOf(page);
  const blocks = blocksOf(main);
  const senders = new Set(blocks.map((block) => partsOf(block).sender));
  const title = plainName(headingOf(page));
  const stated = participantsOf(main, blocks);
  const everybody = [...senders].every((name) => stated.includes(name)) ? stated : [];
  return {
    participants: [...new Set([...everybody, ...senders])].filter((name) => name !== ''),
    namesEverybody: everybody.length > 0,
    title,
    path: '',
    messages: blocks.map((block) => messageOf(block, [...senders, title], zone)),
  };
}

const headingOf = (page: PageElement): string => {
  const heading = find(page, ({ tag }) => tag === 'h1') ?? find(page, ({ tag }) => tag === 'title');
  return heading ? textOf(heading) : '';
};

/** "Participants: Ana, Lotte and Jordan" before the first block, in any language: only believed if it names all senders. */
function participantsOf(main: PageElement, blocks: readonly PageBlock[]): string[] {
  const first = blocks[0]?.element;
  for (const element of elementsOf(main)) {
    if (element === first) return [];
    const named = /^[^:\n]{3,40}: ?([^\n]{3,4000})$/.exec(textOf(element))?.[1];
    if (named) return named.split(/, | (?:and|en|und|et|y|e|och|og|i|ja) /).map(plainName);
  }
  return [];
}

/** The first part that holds text is the sender's name, the last the date, and between them is what was said. */
function partsOf({ element, date }: PageBlock): { sender: string; content: PageElement[] } {
  const parts = elementsOf(unwrapped(element)).filter((part) => textOf(part) !== '' || findAll(part, ['img', 'video', 'audio', 'a']).length > 0);
  const end = parts.findLastIndex((part) => textOf(part) === date);
  const [name, ...content] = end === -1 ? parts : parts.slice(0, end);
  return { sender: name ? plainName(textOf(name)) : '', content };
}

function messageOf(block: PageBlock, names: readonly string[], zone: string): MetaMessage | BrokenMessage {
  const { sender, content } = partsOf(block);
  const sample = textOf(block.element).slice(0, 200);
  if (sender === '') return { problem: 'This message has no sender.', sample };
  const occurredAt = pageTime(block.date, zone);
  if (occurredAt === null) return { problem: 'This message has no date that can be read.', sample };
  const said = content.map(saidIn);
  const words = said.map(({ text }) => text).filter(Boolean).join('\n');
  const shared = said.map(({ link }) => link).find((link) => link !== null) ?? null;
  return {
    sender,
    occurredAt,
    kind: isSystemLine(words) ? 'system' : 'message',
    text: words,
    attachments: said.reduce((sum, { attachments }) => sum + attachments, 0),
    url: shared,
    reactions: content.flatMap((part) => findAll(part, ['li']).flatMap((line) => reactionOf(textOf(line), names, zone))),
    unsent: words === '' && shared === null && said.every(({ attachments }) => attachments === 0),
  };
}

/** Divs inside the content: something quoted, the text, what was shared with it (the text once more, at times), reactions. */
const TEXT_PLACE = 1;
const FEWEST_PLACES = 3;

function saidIn(part: PageElement): { text: string; link: string | null; attachments: number } {
  const inner = unwrapped(part);
  const places = elementsOf(inner);
  const isLaidOut = places.length >= FEWEST_PLACES && places.every(({ tag }) => tag === 'div');
  const written = isLaidOut ? places[TEXT_PLACE] : inner;
  const beside = isLaidOut ? places.filter((place) => place !== written) : [inner];
  const links = beside.flatMap((place) => findAll(place, ['a'])).map(({ href }) => webAddress(href));
  const media = beside.flatMap((place) => findAll(place, ['img', 'video', 'audio']));
  const files = beside.flatMap((place) => findAll(place, ['a'])).filter(({ href }) => /^[^:]{1,500}\.\w{2,5}$/.test(href));
  const bareFiles = files.filter((file) => findAll(file, ['img', 'video', 'audio']).length === 0);
  return {
    text: written ? plainText(textOf(written, ['ul'])) : '',
    link: links.find((link) => link !== null) ?? null,
    attachments: media.length + bareFiles.length,
  };
}

/** "❤Jordan Pike", in newer pages "❤Jordan Pike (Jun 2, 2024 10:31 am)". */
function reactionOf(line: string, names: readonly string[], zone: string): MetaReaction[] {
  const dated = /^(.{1,300}?) ?\(([^()]{8,60})\)$/su.exec(line);
  const isDated = dated?.[2] !== undefined && isLikeDate(dated[2]);
  const written = isDated ? dated[1] ?? '' : line;
  const known = names.filter((name) => name !== '' && written.endsWith(name)).sort((a, b) => b.length - a.length)[0];
  const actor = known ?? /\p{L}.*$/su.exec(written)?.[0] ?? '';
  const emoji = plainName(written.slice(0, written.length - actor.length));
  if (emoji === '' || actor === '') return [];
  return [{ emoji, actor: plainName(actor), at: isDated ? pageTime(dated[2] ?? '', zone) : null }];
}
