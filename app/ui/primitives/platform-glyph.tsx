import {
  AtSign, Contact, Database, FileSpreadsheet, Hash, MessageCircle, MessagesSquare, Music2, Newspaper, Send,
} from 'lucide-react';
import type { ReactElement } from 'react';
import type { Platform } from '../../domain/activity';
import {
  BLUESKY_MARK, FACEBOOK_MARK, LINKEDIN_MARK, MASTODON_MARK, X_MARK, YOUTUBE_MARK,
} from './platform-marks';

interface PlatformLook {
  name: string;
  /** Filled shapes take the text colour as fill, the others as a 1.75 px line. */
  drawing: 'filled' | 'line';
  shape: ReactElement;
}

function filled(name: string, path: string): PlatformLook {
  return { name, drawing: 'filled', shape: <path d={path} /> };
}

function line(name: string, shape: ReactElement): PlatformLook {
  return { name, drawing: 'line', shape };
}

const ENVELOPE = (
  <>
    <path d="m22 7-8.991 5.727a2 2 0 0 1-2.009 0L2 7" />
    <rect x="2" y="4" width="20" height="16" rx="2" />
  </>
);
const CAMERA = (
  <>
    <rect x="2" y="2" width="20" height="20" rx="5.5" />
    <circle cx="12" cy="12" r="4.5" />
    <path d="M17.4 6.6h.01" />
  </>
);
const COFFEE_CUP = (
  <>
    <path d="M16 8a1 1 0 0 1 1 1v8a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4V9a1 1 0 0 1 1-1h14a4 4 0 1 1 0 8h-1" />
    <path d="M6 2v2M10 2v2M14 2v2" />
  </>
);

/** Shapes are made once and shared by every row. */
const LOOKS: Record<Platform, PlatformLook> = {
  linkedin: filled('LinkedIn', LINKEDIN_MARK),
  x: filled('X', X_MARK),
  instagram: line('Instagram', CAMERA),
  threads: line('Threads', <AtSign strokeWidth={1.75} />),
  facebook: filled('Facebook', FACEBOOK_MARK),
  mastodon: filled('Mastodon', MASTODON_MARK),
  bluesky: filled('Bluesky', BLUESKY_MARK),
  youtube: filled('YouTube', YOUTUBE_MARK),
  tiktok: line('TikTok', <Music2 strokeWidth={1.75} />),
  discord: line('Discord', <MessagesSquare strokeWidth={1.75} />),
  slack: line('Slack', <Hash strokeWidth={1.75} />),
  telegram: line('Telegram', <Send strokeWidth={1.75} />),
  whatsapp: line('WhatsApp', <MessageCircle strokeWidth={1.75} />),
  email: line('Email', ENVELOPE),
  newsletter: line('Newsletter', <Newspaper strokeWidth={1.75} />),
  crm: line('CRM', <Database strokeWidth={1.75} />),
  vcard: line('Address book', <Contact strokeWidth={1.75} />),
  csv: line('CSV', <FileSpreadsheet strokeWidth={1.75} />),
  in_person: line('In person', COFFEE_CUP),
};

/** The platform's name as people write it: "LinkedIn", "In person". */
export function platformName(platform: Platform): string {
  return LOOKS[platform].name;
}

interface PlatformGlyphProps {
  platform: Platform;
  /** In px. */
  size?: number;
  /** Set where the platform's name already stands beside it. */
  decorative?: boolean;
}

/** A platform's mark, read aloud as its name. */
export function PlatformGlyph({ platform, size = 14, decorative = false }: PlatformGlyphProps) {
  const { name, drawing, shape } = LOOKS[platform];
  const paint =
    drawing === 'filled'
      ? { fill: 'currentColor' }
      : { fill: 'none', stroke: 'currentColor', strokeWidth: 1.75, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
  return (
    <svg
      className="platform-glyph"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      {...paint}
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    >
      {shape}
    </svg>
  );
}
