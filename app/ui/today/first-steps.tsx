import type { SampleStanding } from '../../domain/sample/words';
import { LinkButton } from '../primitives/button';
import { LoadSample } from '../sample/sample-forms';
import { useWatchedSample } from '../sample/use-watched-sample';

/** Nobody is known yet: one way forward, and a quiet one to look around first. */
export function FirstSteps({ importing, sample }: { importing: boolean; sample: SampleStanding }) {
  useWatchedSample(sample);
  if (sample !== null) return <SampleOnItsWay going={sample === 'going'} />;
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
        {!importing && <LoadSample />}
      </div>
    </div>
  );
}

function SampleOnItsWay({ going }: { going: boolean }) {
  return (
    <div className="day-sentence day-sentence-alone" role="status">
      <h1 className="display">{going ? 'The invented people are leaving.' : 'A hundred invented people are on their way in.'}</h1>
      <p className="day-note">
        {going ? 'With everything you tried on them. A moment.' : 'Three years of words on both sides. This takes a second or two.'}
      </p>
    </div>
  );
}
