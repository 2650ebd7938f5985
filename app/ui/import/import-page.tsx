import { useRevalidator } from '@remix-run/react';
import { Lock } from 'lucide-react';
import { useRef, useState, type ComponentProps } from 'react';
import type { Drop } from '../../domain/imports/drops';
import type { RunView } from '../../domain/imports/view';
import type { SampleStanding } from '../../domain/sample/words';
import { SamePersonCard } from '../identity/same-person-card';
import { PageHeader } from '../primitives/headings';
import { LoadSample } from '../sample/sample-forms';
import { SampleLine } from '../sample/sample-line';
import { useWatchedSample } from '../sample/use-watched-sample';
import { ArchiveAges, type ArchiveAge } from './archive-ages';
import { AlreadyIn, type FoldedLines, type ImportLine } from './already-in';
import { DropZone } from './drop-zone';
import { HowToGetIt } from './how-to-get-it';
import { LocalPathForm } from './local-path-form';
import { RunCard } from './run-card';
import { UploadRows } from './upload-rows';
import { chosenIn, useFileDrop } from './use-file-drop';
import { useUploads } from './use-uploads';

interface ImportPageProps {
  cards: readonly RunView[];
  lines: readonly ImportLine[];
  folded: FoldedLines | null;
  archives: readonly ArchiveAge[];
  sample: SampleStanding;
  same: ComponentProps<typeof SamePersonCard>['same'];
}

const UNREADABLE = 'Your browser could not read what was dropped. Choose it with the buttons, or name the folder below.';

/** The first contact with Kith: bring an archive in, watch it arrive, take it out again. */
export function ImportPage({ cards, lines, folded, archives, sample, same }: ImportPageProps) {
  const { revalidate } = useRevalidator();
  const { uploads, add, remove } = useUploads(revalidate);
  useWatchedSample(sample === 'coming' ? null : sample);
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = (drops: readonly Drop<File>[]) => {
    setProblem(null);
    add(drops);
  };
  const hovering = useFileDrop(take, () => setProblem(UNREADABLE));
  const first = cards.length + lines.length + uploads.length === 0 && !folded;
  return (
    <div className="import-frame">
      <PageHeader
        title="Bring your people in."
        note={first && 'Kith reads who you talk with from the archives you can ask every platform for, and shows who waits for an answer.'}
        actions={
          <span className="support muted page-promise">
            <Lock className="icon" size={14} strokeWidth={1.75} aria-hidden="true" />
            Read on this machine. Nothing is sent anywhere.
          </span>
        }
      />
      <div className="page-body import-page">
        <DropZone input={input} hovering={hovering} first={first} problem={problem} onFiles={(files) => take(chosenIn(files))} />
        <div className="import-help">
          <ArchiveAges archives={archives} />
          <HowToGetIt open={first || archives.some(({ old }) => old)} />
          <LocalPathForm />
          {first && <LoadSample />}
        </div>
        <SampleLine sample={sample} back="/import" />
        <UploadRows uploads={uploads} onRemove={remove} />
        {cards.map((run) => (
          <RunCard key={run.publicId} loaded={run} onChooseFile={() => input.current?.click()} />
        ))}
        <SamePersonCard same={same} />
        <AlreadyIn lines={lines} folded={folded} />
      </div>
    </div>
  );
}
