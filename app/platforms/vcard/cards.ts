/** Content lines to whole cards. */
import type { Readable } from 'node:stream';
import { contentLines } from './content-lines';
import { parseProperty } from './property';
import type { Property } from './property';

/** A card of a real address book has some 50 lines. */
const MOST_PROPERTIES = 1_000;
const MOST_LETTERS = 500_000;

export interface Card {
  /** Line of its BEGIN. */
  line: number;
  properties: Property[];
}

export interface BrokenCard {
  line: number;
  /** A sentence for the user. */
  problem: string;
}

export interface CardBatch {
  cards: (Card | BrokenCard)[];
  bytes: number;
}

/** All cards of a file, in batches as the file comes. */
export async function* cardsOf(stream: Readable): AsyncGenerator<CardBatch> {
  const builder = new CardBuilder();
  for await (const batch of contentLines(stream)) {
    const cards = batch.lines.flatMap(({ text, line }) => builder.push(text, line));
    yield { cards, bytes: batch.bytes };
  }
  yield { cards: builder.end(), bytes: 0 };
}

const UNENDED = 'This card has no end: the file stops early, or a part of it is missing.';
const OVERLONG = 'This card is longer than any address book writes.';
const STRAY = 'These lines belong to no card.';

class CardBuilder {
  #open: (Card & { letters: number }) | null = null;
  /** Cards inside the open one (2.1's AGENT): another person, who is no card of the user's. */
  #inside = 0;
  #mayHoldCard = false;
  #isStray = false;

  push(text: string, line: number): (Card | BrokenCard)[] {
    const marker = /^(BEGIN|END)\s*:\s*VCARD\s*$/i.exec(text)?.[1]?.toUpperCase();
    if (marker === 'BEGIN') return this.#begin(line);
    if (marker === 'END') return this.#finish();
    if (!this.#open) {
      if (this.#isStray) return [];
      this.#isStray = true;
      return [{ line, problem: STRAY }];
    }
    this.#mayHoldCard = /^(?:[^:;]{0,60}\.)?AGENT[^:]{0,200}:\s*$/i.test(text);
    if (this.#inside === 0) this.#add(this.#open, text);
    return [];
  }

  end(): BrokenCard[] {
    const open = this.#open;
    this.#open = null;
    return open ? [{ line: open.line, problem: UNENDED }] : [];
  }

  #begin(line: number): BrokenCard[] {
    if (this.#open && (this.#mayHoldCard || this.#inside > 0)) {
      this.#inside += 1;
      this.#mayHoldCard = false;
      return [];
    }
    const broken = this.end();
    this.#isStray = false;
    this.#open = { line, properties: [], letters: 0 };
    return broken;
  }

  #finish(): (Card | BrokenCard)[] {
    if (this.#inside > 0) {
      this.#inside -= 1;
      return [];
    }
    const open = this.#open;
    this.#open = null;
    if (!open) return [];
    const isOverlong = open.properties.length > MOST_PROPERTIES || open.letters > MOST_LETTERS;
    return [isOverlong ? { line: open.line, problem: OVERLONG } : { line: open.line, properties: open.properties }];
  }

  #add(card: Card & { letters: number }, text: string): void {
    card.letters += text.length;
    if (card.properties.length > MOST_PROPERTIES || card.letters > MOST_LETTERS) return;
    const property = parseProperty(text);
    if (property) card.properties.push(property);
  }
}
