import { useSearchParams } from '@remix-run/react';
import { useCallback } from 'react';
import { comesToWrite } from '../keyboard/typed-ahead';

/** Where there is no room for list and conversation side by side. As in conversation.css. */
const ONE_COLUMN = '(max-width: 1020px)';

/** In the address: how many rows the day is to hold, where the user wants more than fits into the minutes. */
export const ROOM = 'room';
const OPEN = 'open';

export function inOneColumn(): boolean {
  return typeof window !== 'undefined' && window.matchMedia(ONE_COLUMN).matches;
}

export interface Opened {
  /** The conversation the address names: in one column it covers the list. */
  opened: string | null;
  /** The user came to write in it. Showing it again, or another one, takes this off the address. */
  toWrite: boolean;
  /** Null leads back to the list. The browser's own way back does too, unless `replace` is set. */
  show: (conversation: string | null, replace?: boolean) => void;
}

/** Which conversation is open is part of the address, so that a phone's back button leads to the list. */
export function useOpened(): Opened {
  const [search, setSearch] = useSearchParams();
  const show = useCallback(
    (conversation: string | null, replace = false) =>
      setSearch(
        (present) => ({
          ...(conversation === null ? {} : { [OPEN]: conversation }),
          ...(present.has(ROOM) ? { [ROOM]: present.get(ROOM) ?? '' } : {}),
        }),
        { replace, preventScrollReset: true },
      ),
    [setSearch],
  );
  return { opened: search.get(OPEN), toWrite: comesToWrite(search), show };
}
