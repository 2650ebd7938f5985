import { useState } from 'react';
import type { Resting } from '../keeping/rest-menu';
import { useChange } from '../undo/use-undo';
import type { PersonView } from './types';

/** What can be done about keeping somebody. */
export interface Keep {
  /** Where its forms are posted. */
  action: string;
  menuOpen: boolean;
  setMenuOpen: (open: boolean) => void;
  rest: (resting: Resting) => void;
  stopResting: () => void;
  /** @param date as a date field has it */
  setAway: (date: string) => void;
  back: () => void;
}

/** Rest and time away of one person, with their sentences and undo. */
export function useKeeping({ publicId }: PersonView): Keep {
  const [menuOpen, setMenuOpen] = useState(false);
  const fetcher = useChange();
  const action = `/people/${publicId}/keeping`;
  const post = (wish: Record<string, string>) => fetcher.submit(wish, { method: 'post', action });
  return {
    action, menuOpen, setMenuOpen,
    rest: (resting) => post({ do: 'rest', ...resting }),
    stopResting: () => post({ do: 'stop-resting' }),
    setAway: (date) => post({ do: 'away', date }),
    back: () => post({ do: 'back' }),
  };
}
