/** Bytes to text in an encoding that a source names itself: perhaps misspelt, unknown or untrue. */
import iconv from 'iconv-lite';

/** Names that mean UTF-8, or nothing. */
const UTF8 = /^(?:utf-?8|us-ascii|ascii|ansi_x3.4-1968|unknown.*|default|binary|none)?$/i;

/** @param charset as the source names it, '' for not at all; then it is UTF-8, or what Western Windows wrote */
export function decodeBytes(bytes: Buffer, charset: string): string {
  const name = charset.trim().replace(/^["']|["']$/g, '');
  if (!UTF8.test(name)) {
    // What calls itself Latin 1 is mostly Windows-1252, which has letters where Latin 1 has none.
    if (iconv.encodingExists(name)) return iconv.decode(bytes, /^(?:iso-?8859-?1|latin-?1)$/i.test(name) ? 'windows-1252' : name);
    const text = decodedByPlatform(bytes, name);
    if (text !== null) return text;
  }
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? iconv.decode(bytes, 'windows-1252') : text;
}

/** Encodings that switch on the way (ISO-2022-JP), which iconv-lite lacks. */
function decodedByPlatform(bytes: Buffer, name: string): string | null {
  try {
    return new TextDecoder(name).decode(bytes);
  } catch {
    return null;
  }
}
