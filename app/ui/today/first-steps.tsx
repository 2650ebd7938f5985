import { LinkButton } from '../primitives/button';

/** Nobody is known yet: one way forward. */
export function FirstSteps({ importing }: { importing: boolean }) {
  return (
    <div className="day-sentence day-sentence-alone">
      <h1 className="display">{importing ? 'Your people are on their way in.' : 'Bring your people in, and see who is waiting.'}</h1>
      <p className="day-note">
        {importing
          ? 'Kith is reading what you brought. As soon as somebody is waiting on you, they stand here.'
          : 'Start with your LinkedIn export. It is read on this machine; nothing is sent anywhere.'}
      </p>
      <div className="day-actions">
        <LinkButton to="/import" variant={importing ? 'secondary' : 'primary'}>
          {importing ? 'See how far it is' : 'Bring in LinkedIn'}
        </LinkButton>
      </div>
    </div>
  );
}
