import { useLocation, useNavigation } from '@remix-run/react';
import { useEffect } from 'react';
import { comesToWrite, dropTypedAhead, keepTypedAhead } from './typed-ahead';

/**
 * A plain click on a link to a composer: by then the link has begun to go there, and the next key may be in already.
 * Links inside a drawing have another kind of address, and lead to no composer.
 */
function keepAfterClick(event: MouseEvent) {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link instanceof HTMLAnchorElement && event.defaultPrevented && comesToWrite(new URL(link.href).searchParams)) keepTypedAhead();
}

/**
 * From the click that leads to a composer until its page is there, what is typed is kept. The page takes it before this
 * lets go; where no composer comes, as on an error, it is dropped and the keys work again. Stands once, in the frame.
 */
export function useTypedAheadOnTheWay(): void {
  const { location } = useNavigation();
  const here = useLocation();
  const onTheWay = location !== undefined && location.pathname !== here.pathname && comesToWrite(new URLSearchParams(location.search));
  useEffect(() => {
    window.addEventListener('click', keepAfterClick);
    return () => window.removeEventListener('click', keepAfterClick);
  }, []);
  useEffect(() => {
    if (!onTheWay) return undefined;
    keepTypedAhead();
    return dropTypedAhead;
  }, [onTheWay]);
}
