/** TikTok's text files of followers: a line with a date, a line with a name, in the words of the account's language. */
import { baseName } from '../archive/entry-paths';
import type { ArchiveFile } from '../contract';
import { readLines } from '../reading/text-file';
import { parseTime } from './people';

const FOLLOWERS = /^(?:followers?(?: list)?|fans|volgers?|seguidor(?:es)?|abonnés?|abonnenten?|follower:innen|obserwujący|подписчики|takipçi(?:ler)?|粉丝|フォロワー)\.txt$/i;
const FOLLOWING = /^(?:following(?: list)?|volgend|seguidos|siguiendo|a seguir|seguindo|abonnements?|gefolgt|ich folge|obserwowani|подписки|takip(?: edilen(?:ler)?)?|关注|フォロー中)\.txt$/i;

/** The list that a file is called after; null for another. */
export function textListOf(path: string): 'followers' | 'following' | null {
  const name = baseName(path);
  if (FOLLOWERS.test(name)) return 'followers';
  return FOLLOWING.test(name) ? 'following' : null;
}

export interface TextEntry {
  date: string;
  name: string;
  line: number;
}

/** A label ends at the first colon followed by a blank: times hold colons too. */
const LABELLED = /^[\p{L}\p{M} ]{1,40}\s?[:：]\s?(.*)$/u;

export async function* readTextList(file: ArchiveFile): AsyncGenerator<{ entries: TextEntry[]; bytes: number }> {
  let date = '';
  for await (const lines of readLines(file)) {
    const entries: TextEntry[] = [];
    for (const { text, number } of lines) {
      const value = LABELLED.exec(text.replaceAll('\uFEFF', '').trim())?.[1]?.trim();
      if (value === undefined) continue;
      if (parseTime(value)) date = value;
      else if (value !== '') {
        entries.push({ date, name: value, line: number });
        date = '';
      }
    }
    yield { entries, bytes: lines.at(-1)?.bytes ?? 0 };
  }
}
