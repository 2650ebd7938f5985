/** The beginning of a message in a chat's text file: a day, a time, and who wrote, in the two forms phones use. */

/** The three numbers of a day as they stand there; which is which is for the whole file to tell. */
export interface WrittenDay {
  numbers: readonly [number, number, number];
  /** The first one has four digits. */
  isYearFirst: boolean;
}

export interface MessageStart {
  /** '[…] Priya: text' of iPhones or '… - Priya: text' of Android phones. */
  form: 'bracketed' | 'dashed';
  day: WrittenDay;
  hour: number;
  minute: number;
  /** Null where the phone writes minutes only. */
  second: number | null;
  /** "2:05 PM" in these very letters, as phones in the United States write it; elsewhere it is "pm" or "p. m.". */
  isAmerican: boolean;
  /** Day and time as they stand there, for the user to recognise. */
  written: string;
  /** Null for what WhatsApp itself says in a dashed line. */
  author: string | null;
  text: string;
}

const DAY = String.raw`(\d{1,4})\s?[./\-年년]\s?(\d{1,2})\s?[./\-月월]\s?(\d{1,4})\s?[.日일]?`;
/** A word may stand before the time ("下午", "klo") or after it ("p. m."). */
const TIME = String.raw`(?:([\p{L}\p{M}.]{1,12})\s?)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s?([\p{L}\p{M}.]{1,8}(?:\s[\p{L}\p{M}.]{1,3})?))?`;
const BRACKETED = new RegExp(String.raw`^\[(${DAY}[,،]?\s{0,2}${TIME})\]\s?`, 'u');
const DASHED = new RegExp(String.raw`^(${DAY}[,،]?\s{0,2}${TIME})\s[-–]\s`, 'u');

/** No head of a message is longer. */
const HEAD_LENGTH = 64;
/** A group's subject, which stands as author of WhatsApp's own lines on iPhones, has at most 100 letters. */
const LONGEST_AUTHOR = 130;

const MARKS = /^[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/;

/** Halves of the day, without dots and blanks. */
const MORNING: readonly string[] = ['am', '上午', '凌晨', '早上', '清晨', '午前', '오전', 'ص', 'πμ', 'öö', 'sa', 'pg', 'fm', 'проб', 'дп', 'قظ', 'pd', 'पूर्वाह्न', 'קה'];
const EVENING: readonly string[] = ['pm', '下午', '晚上', '中午', '午後', '오후', 'م', 'μμ', 'ös', 'ch', 'ptg', 'em', 'слоб', 'пп', 'بظ', 'md', 'अपराह्न', 'אחהצ'];

/** @returns null for a line that goes on with the message before it */
export function messageStart(line: string): MessageStart | null {
  const clean = line.replace(MARKS, '');
  const head = latinDigits(clean.slice(0, HEAD_LENGTH));
  const bracketed = head.startsWith('[') ? BRACKETED.exec(head) : null;
  const match = bracketed ?? DASHED.exec(head);
  if (!match) return null;
  const [whole, written = '', a = '', b = '', c = '', before = '', hours = '', minutes = '', seconds, after = ''] = match;
  const half = halfOf(after) ?? halfOf(before);
  const hour = Number(hours);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? '0') > 59) return null;
  return {
    form: bracketed ? 'bracketed' : 'dashed',
    day: { numbers: [Number(a), Number(b), Number(c)], isYearFirst: a.length === 4 },
    hour: half === null || hour > 12 ? hour : (hour % 12) + (half === 'evening' ? 12 : 0),
    minute: Number(minutes),
    second: seconds === undefined ? null : Number(seconds),
    isAmerican: /^[AP]M$/.test(after),
    written,
    ...splitAuthor(clean.slice(whole.length), bracketed !== null),
  };
}

function splitAuthor(rest: string, always: boolean): Pick<MessageStart, 'author' | 'text'> {
  const colon = /:(?:[\s\u200e]|$)/u.exec(rest.slice(0, LONGEST_AUTHOR))?.index ?? -1;
  const author = rest.slice(0, Math.max(0, colon));
  // 'Maya changed the group name to "Launch: crew"': a colon inside quotes ends no name.
  const isQuoted = /["“„«]/u.test(author) && !always;
  if (colon <= 0 || isQuoted) return { author: null, text: rest };
  return { author, text: rest.slice(colon + 1).replace(/^\s/, '') };
}

function halfOf(word: string): 'morning' | 'evening' | null {
  const plain = word.replace(/[.\s]/g, '').toLowerCase();
  if (plain === '') return null;
  if (MORNING.includes(plain)) return 'morning';
  return EVENING.includes(plain) ? 'evening' : null;
}

/** Zeros of the scripts whose digits phones write dates with: Arabic, Persian, Devanagari, Bengali, Thai. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50] as const;

/** The same length as before, so that places stay. */
const latinDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹०-९০-৯๐-๙]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = ZEROS.find((first) => code >= first && code < first + 10) ?? code;
    return String(code - zero);
  });
