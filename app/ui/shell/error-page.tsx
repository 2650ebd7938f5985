import { isRouteErrorResponse } from '@remix-run/react';
import { LinkButton } from '../primitives/button';
import { CenteredFrame } from './centered-frame';

interface Words {
  title: string;
  note: string;
}

const BY_STATUS: Record<number, Words> = {
  401: { title: 'Please sign in.', note: 'Your session has ended. Nothing you saved is lost.' },
  403: { title: 'This is not open to you.', note: 'Ask the owner of the workspace if you think it should be.' },
  404: { title: 'There is nothing here.', note: 'It may have been removed, or the address may be mistyped.' },
  405: { title: 'This page does not take that.', note: 'Go back and try again from the page you came from.' },
  413: { title: 'That was too much at once.', note: 'Make it shorter and try again.' },
};

const BROKEN: Words = {
  title: 'Something broke on our side.',
  note: 'What you had saved is safe. Try again; if it stays, the terminal in which Kith runs says more.',
};

/** The words for what a loader, an action or a component threw. */
export function errorWords(error: unknown): Words {
  return (isRouteErrorResponse(error) && BY_STATUS[error.status]) || BROKEN;
}

/** A page of its own for an error that no part of a page could show. */
export function ErrorPage({ error }: { error: unknown }) {
  const { title, note } = errorWords(error);
  const signedOut = isRouteErrorResponse(error) && error.status === 401;
  return (
    <CenteredFrame title={title} note={note}>
      <LinkButton to={signedOut ? '/sign-in' : '/'} variant="primary" reloadDocument>
        {signedOut ? 'Sign in' : 'Go to Today'}
      </LinkButton>
    </CenteredFrame>
  );
}
