import { useState } from 'react';
import type { Platform } from '../../domain/activity';
import { counted } from '../../lib/text';
import { LinkedText } from '../person/linked-text';
import { Button } from '../primitives/button';
import { classNames } from '../primitives/class-names';
import { PlatformGlyph, platformName } from '../primitives/platform-glyph';
import { Time } from '../primitives/time';
import { readFrom } from './talk-to-server';
import type { MessageView } from './types';

interface MessageProps {
  message: MessageView;
  conversation: string;
  platform: Platform;
}

/** What happened without being a message: a meeting, a reaction, an answer given elsewhere. */
const EVENT_WORDS: Partial<Record<MessageView['kind'], string>> = {
  meeting: 'Met', call: 'Called', purchase: 'Bought', gift: 'Gave something', like: 'Liked', reaction: 'Reacted',
  repost: 'Reposted', follow: 'Followed', endorsement: 'Endorsed', system: 'LinkedIn wrote', invitation: 'Invited',
};

function eventWords({ kind, side, sender, attachments }: MessageView, platform: Platform): string | null {
  const word = EVENT_WORDS[kind];
  if (word) return `${sender}: ${word.toLowerCase()}`;
  if (attachments > 0) return `${sender} sent ${counted(attachments, 'attachment', 'attachments')}, on ${platformName(platform)}`;
  return side === 'you' ? `${sender} answered elsewhere` : `${sender} wrote elsewhere`;
}

/** One message, or one line for what has no words. Text is text: nothing in it is read as HTML. */
export function Message({ message, conversation, platform }: MessageProps) {
  const { side, sender, text, attachments, at, day, moment } = message;
  const when = at === null ? <span>{day}</span> : <Time at={at} text={day} title={moment} />;
  if (text === null) {
    return (
      <li className="thread-event">
        <PlatformGlyph platform={platform} size={12} decorative />
        <span>{eventWords(message, platform)}</span>·{when}
      </li>
    );
  }
  return (
    <li className={classNames('message', side === 'you' && 'message-yours')}>
      <div className="message-meta">
        <PlatformGlyph platform={platform} size={12} decorative />
        <span>
          {sender} · {when}
          {attachments > 0 && ` · ${counted(attachments, 'attachment', 'attachments')}`}
        </span>
      </div>
      {message.length === null ? (
        <div className="message-words">
          <LinkedText text={text} />
        </div>
      ) : (
        <LongWords message={message} conversation={conversation} text={text} length={message.length} />
      )}
    </li>
  );
}

interface LongWordsProps {
  message: MessageView;
  conversation: string;
  text: string;
  length: number;
}

/** The beginning of the words until all are asked for. */
function LongWords({ message, conversation, text, length }: LongWordsProps) {
  const [whole, setWhole] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const showAll = async () => {
    try {
      setFailed(false);
      setWhole((await readFrom<{ text: string }>(`/conversations/${conversation}?message=${message.id}`)).text);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <div className="message-words">
        <LinkedText text={whole ?? text} />
        {whole === null && '…'}
      </div>
      {whole === null && (
        <Button size="small" variant="ghost" onClick={() => void showAll()}>
          {failed ? 'That did not load. Try again' : `Show all ${length.toLocaleString('en-GB')} characters`}
        </Button>
      )}
    </>
  );
}
