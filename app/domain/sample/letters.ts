/** Finds words for an exchange between the user and somebody: by their craft, and never the same line twice. */
import { BUYERS, CRAFTS, EVENTS, type Craft } from './crafts';
import type { Chance } from './random';
import { THEY_BEGIN } from './talk-they-begin';
import { TRADE_THEY_BEGIN, TRADE_YOU_BEGIN } from './talk-trade';
import { YOU_BEGIN } from './talk-you-begin';

/** Exchanges looked at before none is left that says something new. */
const TRIES = 120;

const PRICES = ['14', '18', '24', '32', '38', '45', '60', '85', '120', '140'] as const;
const COUNTS = [4, 6, 8, 10, 12, 14, 18, 20, 24, 30, 36, 40] as const;

type Nouns = Record<string, string>;

/** Everything somebody has said with the user so far, so that it is not said again. */
export class Letters {
  private readonly said = new Set<string>();
  private readonly begins: { them: readonly (readonly string[])[]; you: readonly (readonly string[])[] };
  /** How often each exchange was taken: the least taken goes first. */
  private readonly taken = new Map<readonly string[], number>();

  constructor(
    private readonly craft: Craft,
    private readonly chance: Chance,
  ) {
    const trade = craft === 'shop' || craft === 'voice';
    this.begins = trade ? { them: TRADE_THEY_BEGIN, you: TRADE_YOU_BEGIN } : { them: THEY_BEGIN, you: YOU_BEGIN };
  }

  /** Notes words that are said anyway. */
  note(line: string): void {
    this.said.add(line);
  }

  /** The lines of one exchange, sides taking turns; null where everything has been said. */
  exchange(by: 'them' | 'you'): string[] | null {
    const rows = this.begins[by];
    for (let tries = 0; tries < TRIES; tries += 1) {
      const row = this.leastTaken(rows);
      const nouns = this.nouns();
      const lines = row.map((line) => this.unsaid(line, nouns));
      this.taken.set(row, (this.taken.get(row) ?? 0) + 1);
      const [first, answer, more] = lines;
      if (!first || !answer) continue;
      const found = more ? [first, answer, more] : [first, answer];
      found.forEach((line) => this.said.add(line));
      return found;
    }
    return null;
  }

  private leastTaken(rows: readonly (readonly string[])[]): readonly string[] {
    const least = Math.min(...rows.map((row) => this.taken.get(row) ?? 0));
    return this.chance.pick(rows.filter((row) => (this.taken.get(row) ?? 0) === least));
  }

  private unsaid(wordings: string, nouns: Nouns): string | null {
    const lines = wordings.split('|').map((line) => filled(line, nouns));
    return lines.find((line) => !this.said.has(line)) ?? null;
  }

  private nouns(): Nouns {
    const { things, stuff, steps } = CRAFTS[this.craft];
    const count = this.chance.pick(COUNTS);
    return {
      things: this.chance.pick<string>(things),
      stuff: this.chance.pick<string>(stuff),
      step: this.chance.pick<string>(steps),
      buyer: this.chance.pick(BUYERS),
      event: this.chance.pick(EVENTS),
      price: this.chance.pick(PRICES),
      n: String(count),
      half: String(count / 2),
    };
  }
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** Puts nouns in braces; a capital letter in the brace is one in the sentence. */
function filled(line: string, nouns: Nouns): string {
  return line.replace(/\{(\w+)\}/g, (_, name: string) => {
    const noun = nouns[name.toLowerCase()] ?? '';
    return name === name.toLowerCase() ? noun : capital(noun);
  });
}
