import { Link, useFetcher, useRevalidator } from '@remix-run/react';
import { EyeOff, Undo2 } from 'lucide-react';
import { isOver } from '../../domain/imports/run';
import type { RunView } from '../../domain/imports/view';
import { Button, LinkButton } from '../primitives/button';
import { Card } from '../primitives/card';
import { ErrorState } from '../primitives/message-states';
import { PlatformGlyph } from '../primitives/platform-glyph';
import { RemoveSample } from '../sample/sample-forms';
import { OwnerQuestion } from './owner-question';
import { ReadingQuestions } from './reading-questions';
import { RunAside } from './run-aside';
import { RunNumbers, RunProgress } from './run-progress';
import { StandingLine } from './standing-line';
import { useAnnouncedRun } from './use-announced-run';
import { useLiveRun } from './use-live-run';

interface RunCardProps {
  loaded: RunView;
  onChooseFile: () => void;
}

/** One import while it goes on, asks, or has just ended. */
export function RunCard({ loaded, onChooseFile }: RunCardProps) {
  const { revalidate } = useRevalidator();
  const { run, unreachable } = useLiveRun(loaded, revalidate);
  useAnnouncedRun(run);
  return (
    <Card role="region" aria-label={`Import of ${run.fileName}`} className="run-card">
      <div className="run-head">
        {run.platform && <PlatformGlyph platform={run.platform} size={20} />}
        <div className="min-w-0 flex-1">
          <h2 className="subheading truncate">{run.fileName}</h2>
          {run.about && <p className="support muted">{run.about}</p>}
        </div>
        {run.canPause && <EndButton publicId={run.publicId} intent="pause" />}
        {run.status === 'paused' && <EndButton publicId={run.publicId} intent="resume" />}
        {run.canStop && run.question === null && <EndButton publicId={run.publicId} intent="stop" />}
        {run.status === 'finished' && (run.isSample ? <RemoveSample back="/import" /> : <EndButton publicId={run.publicId} intent="undo" />)}
      </div>
      <Body run={run} unreachable={unreachable} onChooseFile={onChooseFile} />
      {run.silent && run.status === 'finished' && (
        <p className="run-silent support">
          <EyeOff className="icon" size={15} strokeWidth={1.75} aria-hidden="true" />
          {run.silent}
        </p>
      )}
      {run.aside && isOver(run.status) && <RunAside publicId={run.publicId} summary={run.aside} />}
    </Card>
  );
}

function Body({ run, unreachable, onChooseFile }: { run: RunView; unreachable: boolean; onChooseFile: () => void }) {
  if (run.question?.asks === 'reading') return <ReadingQuestions publicId={run.publicId} asked={run.question} />;
  if (run.question) return <OwnerQuestion publicId={run.publicId} question={run.question} />;
  if (run.status === 'failed') {
    return (
      <ErrorState title={run.headline} action={<Button onClick={onChooseFile}>Choose another file</Button>}>
        {run.problem}
      </ErrorState>
    );
  }
  if (run.status !== 'finished') return <RunProgress run={run} unreachable={unreachable} />;
  return (
    <>
      <div className="run-headline">
        <h3 className="heading">{run.headline}</h3>
        <LinkButton to="/today" variant="primary">
          Open Today
        </LinkButton>
      </div>
      <RunNumbers run={run} />
      {run.standing && <StandingLine standing={run.standing} />}
      {run.changes && (
        <p className="support">
          {run.changes}{' '}
          <Link to={`/import/${run.publicId}/changes`} className="text-link">
            See who
          </Link>
        </p>
      )}
      {run.replay && (
        <p className="support">
          {run.replay}{' '}
          <Link to="/relationships/replay" className="text-link">
            See whom
          </Link>
        </p>
      )}
    </>
  );
}

const END = { pause: 'Pause', resume: 'Go on', stop: 'Stop and keep nothing', undo: 'Undo' };

function EndButton({ publicId, intent }: { publicId: string; intent: keyof typeof END }) {
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post" action="/import">
      <input type="hidden" name="id" value={publicId} />
      <Button
        type="submit"
        name="intent"
        value={intent}
        disabled={fetcher.state !== 'idle'}
        icon={intent === 'undo' && <Undo2 className="icon" size={14} strokeWidth={1.75} aria-hidden="true" />}
      >
        {END[intent]}
      </Button>
    </fetcher.Form>
  );
}
