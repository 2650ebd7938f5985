import { useFetcher, useRevalidator } from '@remix-run/react';
import { ChevronRight, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import type { Platform } from '../../domain/activity';
import { isRunning, type ImportStatus } from '../../domain/imports/run';
import type { Standing } from '../../domain/imports/view';
import { Badge } from '../primitives/badges';
import { Button } from '../primitives/button';
import { Card } from '../primitives/card';
import { classNames } from '../primitives/class-names';
import { PlatformGlyph } from '../primitives/platform-glyph';
import { RemoveSample } from '../sample/sample-forms';
import { RunAside } from './run-aside';
import { StandingLine } from './standing-line';

/** One import of before. */
export interface ImportLine {
  publicId: string;
  status: ImportStatus;
  platform: Platform | null;
  title: string;
  fileName: string;
  moment: string;
  sentence: string;
  problem: string | null;
  standing: Standing | null;
  aside: string | null;
  isSample: boolean;
  undoUntil: string | null;
  stayed: { name: string; reason: string }[];
}

/** Looked at again while something is being taken back. */
const EVERY_MS = 1_000;

export interface FoldedLines {
  /** "12 that brought nothing in" */
  summary: string;
  lines: ImportLine[];
}

interface AlreadyInProps {
  lines: readonly ImportLine[];
  folded: FoldedLines | null;
}

/** What was brought in before, each with its way out again; what is not in any more stands folded below. */
export function AlreadyIn({ lines, folded }: AlreadyInProps) {
  const { revalidate } = useRevalidator();
  const busy = lines.some(({ status }) => isRunning(status));
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => !document.hidden && revalidate(), EVERY_MS);
    return () => clearInterval(timer);
  }, [busy, revalidate]);
  if (lines.length === 0 && !folded) return null;
  return (
    <Card role="region" aria-labelledby="already-in" className="already-in">
      <div className="already-in-head">
        <h2 id="already-in" className="subheading">
          Already in
        </h2>
        <span className="support muted">
          {lines.length > 0 ? 'Undo removes exactly what that import added' : 'Nothing so far'}
        </span>
      </div>
      <Lines lines={lines} />
      {folded && (
        <details className="disclosure import-folded">
          <summary className="disclosure-summary">
            <ChevronRight className="icon" size={14} strokeWidth={1.75} aria-hidden="true" />
            {folded.summary}
          </summary>
          <Lines lines={folded.lines} />
        </details>
      )}
    </Card>
  );
}

function Lines({ lines }: { lines: readonly ImportLine[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <Line key={line.publicId} line={line} />
      ))}
    </ul>
  );
}

function Line({ line }: { line: ImportLine }) {
  const isIn = line.status === 'finished' || line.status === 'undoing';
  return (
    <li className="import-line">
      {line.platform ? <PlatformGlyph platform={line.platform} size={16} /> : <span className="import-line-no-glyph" />}
      <div className="import-line-words">
        <p>
          <b className={classNames(!isIn && 'soft')}>{line.title}</b> <span className="muted numbers">{line.moment}</span>
        </p>
        {line.fileName !== line.title && <p className="meta muted import-line-file">{line.fileName}</p>}
        <p className="support soft" role={line.status === 'undoing' ? 'status' : undefined}>
          {line.sentence}
        </p>
        {line.problem && <p className="support soft">{line.problem}</p>}
        {line.standing && <StandingLine standing={line.standing} />}
        <Stayed stayed={line.stayed} />
        {line.aside && <RunAside publicId={line.publicId} summary={line.aside} />}
      </div>
      <End line={line} />
    </li>
  );
}

/** Names shown before the rest is folded away. */
const STAYED_SHOWN = 5;

function Stayed({ stayed }: { stayed: ImportLine['stayed'] }) {
  if (stayed.length === 0) return null;
  const rows = (some: ImportLine['stayed']) =>
    some.map(({ name, reason }, index) => (
      <li key={`${name} ${index}`}>
        <b>{name}</b> stayed: {reason}.
      </li>
    ));
  return (
    <div className="support soft stayed">
      <ul>{rows(stayed.slice(0, STAYED_SHOWN))}</ul>
      {stayed.length > STAYED_SHOWN && (
        <details>
          <summary className="text-link">{stayed.length - STAYED_SHOWN} more stayed</summary>
          <ul>{rows(stayed.slice(STAYED_SHOWN))}</ul>
        </details>
      )}
    </div>
  );
}

const ENDED: Partial<Record<ImportStatus, string>> = { undone: 'Undone', stopped: 'Stopped', failed: 'Not read' };

function End({ line }: { line: ImportLine }) {
  const fetcher = useFetcher();
  const ended = ENDED[line.status];
  if (ended) return <Badge>{ended}</Badge>;
  if (line.status === 'undoing' || fetcher.state !== 'idle') return <Badge tone="accent">Taking it back</Badge>;
  if (line.isSample) return <RemoveSample back="/import" />;
  if (line.undoUntil === null) return null;
  return (
    <fetcher.Form method="post" action="/import" className="import-line-end">
      <input type="hidden" name="id" value={line.publicId} />
      <span className="support muted">until {line.undoUntil}</span>
      <Button
        type="submit"
        name="intent"
        value="undo"
        aria-label={`Undo the import of ${line.title}, ${line.moment}`}
        icon={<Undo2 className="icon" size={14} strokeWidth={1.75} aria-hidden="true" />}
      >
        Undo
      </Button>
    </fetcher.Form>
  );
}
