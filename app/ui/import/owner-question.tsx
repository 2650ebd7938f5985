import { useFetcher } from '@remix-run/react';
import type { OwnerQuestion as AnyQuestion } from '../../domain/imports/view';
import { Button } from '../primitives/button';

type Question = Exclude<AnyQuestion, { asks: 'reading' }>;

interface OwnerQuestionProps {
  publicId: string;
  question: Question;
}

/** Asks once whose archive it is; without an answer nothing is read. */
export function OwnerQuestion({ publicId, question }: OwnerQuestionProps) {
  return question.asks === 'who_are_you' ? (
    <WhoAreYou publicId={publicId} candidates={question.candidates} knownAs={question.knownAs} />
  ) : (
    <AnotherAccount publicId={publicId} name={question.name} knownAs={question.knownAs} />
  );
}

type WhoAreYouProps = { publicId: string } & Omit<Extract<Question, { asks: 'who_are_you' }>, 'asks'>;

/** Nothing is chosen beforehand: whoever is taken for the user by mistake turns every conversation round. */
function WhoAreYou({ publicId, candidates, knownAs }: WhoAreYouProps) {
  const fetcher = useFetcher();
  const busy = fetcher.state !== 'idle';
  return (
    <fetcher.Form method="post" action="/import" className="question">
      <input type="hidden" name="id" value={publicId} />
      <fieldset>
        <legend className="heading">Which one is you?</legend>
        {knownAs !== null && (
          <p className="support soft">
            Kith knows you as {knownAs}. If none of these is you, the archive is somebody else’s: stop here, and nothing of it is kept.
          </p>
        )}
        {candidates.map(({ name, profileUrl, evidence }, index) => (
          <label key={`${name} ${profileUrl ?? ''}`} className="candidate">
            <input type="radio" name="candidate" value={index} required />
            <span>
              <b>{name}</b> {profileUrl && <span className="meta muted">{shortAddress(profileUrl)}</span>}
              <span className="support muted block">{evidence}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="question-answers">
        <Button type="submit" name="intent" value="owner" variant="primary" disabled={busy}>
          That is me
        </Button>
        <Button type="submit" name="intent" value="stop" variant="ghost" formNoValidate disabled={busy}>
          None of them: stop
        </Button>
      </div>
    </fetcher.Form>
  );
}

function AnotherAccount({ publicId, name, knownAs }: { publicId: string; name: string; knownAs: string }) {
  const fetcher = useFetcher();
  const busy = fetcher.state !== 'idle';
  return (
    <fetcher.Form method="post" action="/import" className="question">
      <input type="hidden" name="id" value={publicId} />
      <p className="heading">
        This archive is {possessive(name)}; your LinkedIn is {knownAs}.
      </p>
      <div className="question-answers">
        <Button type="submit" name="intent" value="new_account" disabled={busy}>
          It is another account of mine
        </Button>
        <Button type="submit" name="intent" value="known_account" disabled={busy}>
          Same account, renamed
        </Button>
        <Button type="submit" name="intent" value="stop" variant="ghost" disabled={busy}>
          Not mine: stop
        </Button>
      </div>
    </fetcher.Form>
  );
}

const possessive = (name: string) => (/s$/i.test(name) ? `${name}’` : `${name}’s`);

const shortAddress = (url: string) => url.replace(/^https?:\/\/(www\.)?/, '');
