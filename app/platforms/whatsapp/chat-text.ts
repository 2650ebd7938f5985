/** The messages of a chat's text file, each with the lines that go on with it. */
import type { ArchiveFile } from '../contract';
import { readLines } from '../reading/text-file';
import { messageStart } from './line';
import type { MessageStart } from './line';

export interface WrittenMessage extends MessageStart {
  /** 1-based line where it begins. */
  line: number;
  /** Letters of it that were not kept. */
  cut: number;
}

/** A line before the first message. */
export interface StrayLine {
  line: number;
  stray: string;
}

export interface ChatBatch {
  found: (WrittenMessage | StrayLine)[];
  /** Bytes of the file read so far. */
  bytes: number;
}

/** WhatsApp's own limit is 65,536; what goes on longer is no message. */
const LONGEST_MESSAGE = 70_000;

export async function* readChat(file: ArchiveFile): AsyncGenerator<ChatBatch> {
  const gatherer = new Gatherer();
  let bytes = 0;
  for await (const lines of readLines(file)) {
    const found = lines.flatMap(({ text, number }) => gatherer.push(text, number));
    bytes = lines.at(-1)?.bytes ?? bytes;
    yield { found, bytes };
  }
  yield { found: gatherer.end(), bytes };
}

class Gatherer {
  #current: WrittenMessage | null = null;
  #more: string[] = [];
  #length = 0;
  /** The form of the first message: a line in the other form is a quotation. */
  #form: MessageStart['form'] | null = null;

  push(text: string, line: number): (WrittenMessage | StrayLine)[] {
    const start = messageStart(text);
    if (start && (this.#form === null || start.form === this.#form)) {
      const before = this.end();
      this.#form = start.form;
      this.#current = { ...start, line, cut: 0 };
      this.#length = start.text.length;
      return before;
    }
    if (this.#current === null) return text.trim() === '' ? [] : [{ line, stray: text }];
    const room = LONGEST_MESSAGE - this.#length;
    if (room > 0) this.#more.push(text.slice(0, room));
    this.#current.cut += Math.max(0, text.length - Math.max(0, room));
    this.#length += text.length + 1;
    return [];
  }

  /** The message that was being gathered. */
  end(): WrittenMessage[] {
    const current = this.#current;
    this.#current = null;
    const more = this.#more.splice(0);
    if (current === null) return [];
    return [more.length === 0 ? current : { ...current, text: [current.text, ...more].join('\n') }];
  }
}
