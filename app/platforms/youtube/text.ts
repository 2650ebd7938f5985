/** The text of a comment: pieces as JSON, wrapped until 2024, joined by commas since. */
import { cleanText } from '../reading/clean-text';
import { isObject, fieldsIn, objectsIn, textIn } from '../reading/json-fields';

export interface CommentText {
  text: string;
  /** Channels it mentions. */
  mentioned: string[];
}

const MOST_MENTIONS = 100;

export const isChannelId = (id: string): boolean => /^UC[\w-]{1,40}$/.test(id);

/** What is no such JSON is the text itself. */
export function readCommentText(written: string): CommentText {
  const pieces = piecesOf(written.trim());
  if (pieces === null) return { text: cleanText(written, false).text, mentioned: [] };
  const mentioned = pieces.map((piece) => textIn(fieldsIn(piece, 'mention'), 'channelId') || textIn(fieldsIn(piece, 'mention'), 'externalChannelId')).filter(isChannelId);
  return { text: cleanText(pieces.map((piece) => textIn(piece, 'text')).join(''), false).text, mentioned: [...new Set(mentioned)].slice(0, MOST_MENTIONS) };
}

function piecesOf(written: string) {
  if (!written.startsWith('{')) return null;
  try {
    const parsed: unknown = JSON.parse(`[${withEscapedControls(written)}]`);
    const pieces = Array.isArray(parsed) ? parsed.filter(isObject) : [];
    return pieces.flatMap((piece) => (Array.isArray(piece.takeoutSegments) ? objectsIn(piece, 'takeoutSegments') : [piece]));
  } catch {
    return null;
  }
}

/** Line ends stand raw inside the texts, where JSON allows none. */
function withEscapedControls(json: string): string {
  let isInside = false;
  let isEscaped = false;
  let text = '';
  for (const letter of json) {
    if (isInside && letter < ' ') {
      text += JSON.stringify(letter).slice(1, -1);
      continue;
    }
    if (letter === '"' && !isEscaped) isInside = !isInside;
    isEscaped = isInside && letter === '\\' && !isEscaped;
    text += letter;
  }
  return text;
}
