/** One mail as its bytes come, kept only as far as anything reads it. */

/** Headers of real mail reach some 30 KB; what goes on beyond this is cut. */
const MOST_HEAD = 128_000;
/** The text of a mail stands before its attachments. */
const MOST_BODY = 256_000;
/** What an attachment announces itself with. Mail programs write it in these two ways. */
const DISPOSITIONS = ['\nContent-Disposition: attachment', '\nContent-disposition: attachment'].map((text) => Buffer.from(text));
/** Bytes kept back so that an announcement over the edge of two pieces is seen. */
const OVERLAP = Math.max(...DISPOSITIONS.map(({ length }) => length)) - 1;

export interface RawMail {
  /** The line mbox puts before it, '' outside mbox. One letter per byte, like `head`. */
  separator: string;
  head: string;
  /** The beginning of the body. */
  body: Buffer;
  /** Attachments announced behind what is kept. */
  attachmentsBeyond: number;
}

/** Gathers the pieces of one mail. Takes no more memory for a mail of 30 GB than for one of 400 KB. */
export class MailCollector {
  readonly #kept: Buffer[] = [];
  #length = 0;
  #beyond = 0;
  #edge: Buffer = Buffer.alloc(0);

  constructor(private readonly separator: string) {}

  push(piece: Buffer): void {
    const room = Math.max(0, MOST_HEAD + MOST_BODY - this.#length);
    if (room > 0) this.#kept.push(Buffer.from(piece.subarray(0, room)));
    this.#length += Math.min(piece.length, room);
    if (piece.length > room) this.#look(piece.subarray(room));
  }

  end(): RawMail {
    const whole = Buffer.concat(this.#kept);
    const { headEnd, bodyStart } = borders(whole);
    return {
      separator: this.separator,
      head: whole.toString('latin1', 0, Math.min(headEnd, MOST_HEAD)),
      body: whole.subarray(bodyStart, bodyStart + MOST_BODY),
      attachmentsBeyond: this.#beyond,
    };
  }

  #look(piece: Buffer): void {
    const text = this.#edge.length === 0 ? piece : Buffer.concat([this.#edge, piece]);
    for (const announcement of DISPOSITIONS) {
      for (let at = text.indexOf(announcement); at !== -1; at = text.indexOf(announcement, at + 1)) this.#beyond += 1;
    }
    this.#edge = Buffer.from(text.subarray(Math.max(0, text.length - OVERLAP)));
  }
}

/** Where the headers end and the body begins: around the first empty line. */
function borders(whole: Buffer): { headEnd: number; bodyStart: number } {
  if (whole[0] === 0x0a) return { headEnd: 0, bodyStart: 1 };
  const found = [
    { at: whole.indexOf('\n\n'), length: 2 },
    { at: whole.indexOf('\r\n\r\n'), length: 4 },
    { at: whole.indexOf('\n\r\n'), length: 3 },
  ].filter(({ at }) => at !== -1);
  const [first] = found.sort((a, b) => a.at - b.at || b.length - a.length);
  return first ? { headEnd: first.at, bodyStart: first.at + first.length } : { headEnd: whole.length, bodyStart: whole.length };
}
