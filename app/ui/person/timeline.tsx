import { useFetcher } from '@remix-run/react';
import { GROUP_WORDS, type TimelineGroup } from '../../domain/contacts/timeline';
import { ChipLink } from '../primitives/badges';
import { Button } from '../primitives/button';
import { Heading } from '../primitives/headings';
import { EmptyState } from '../primitives/message-states';
import { BecauseLine, TIMELINE_HEADING } from './because-line';
import { TimelineItem } from './timeline-item';
import type { BecauseView, SilenceLine, TimelineEntry, TimelineSlice } from './types';

interface TimelineProps {
  publicId: string;
  called: string;
  slice: TimelineSlice;
  /** The sentence whose events these are; null for the story as it is. */
  because: BecauseView | null;
  gap: SilenceLine | null;
  groups: readonly TimelineGroup[];
  /** The chosen group; null for everything. */
  show: TimelineGroup | null;
  onEdit: (entry: TimelineEntry) => void;
  onLog: () => void;
}

/** Everything between the two, over all their platforms, newest first. */
export function Timeline({ publicId, called, slice, because, gap, groups, show, onEdit, onLog }: TimelineProps) {
  return (
    <section id="timeline" aria-labelledby={TIMELINE_HEADING} className="timeline-section">
      <div className="timeline-header">
        <Heading id={TIMELINE_HEADING} className="timeline-title" focusable>
          Timeline
        </Heading>
        {groups.length > 1 && (
          <>
            <ChipLink on={show === null && because === null} to={`/people/${publicId}`}>
              All
            </ChipLink>
            {groups.map((group) => (
              <ChipLink key={group} on={show === group && because === null} to={`/people/${publicId}?show=${group}`}>
                {GROUP_WORDS[group]}
              </ChipLink>
            ))}
          </>
        )}
      </div>
      {because && <BecauseLine publicId={publicId} because={because} />}
      {slice.items.length === 0 ? (
        <EmptyState title={`Nothing between you and ${called} yet.`} action={<Button onClick={onLog}>Log the first word</Button>}>
          What you write to each other, where you meet and what you note stands here.
        </EmptyState>
      ) : (
        <Slice slice={slice} because={because} gap={gap} publicId={publicId} show={show} onEdit={onEdit} />
      )}
    </section>
  );
}

type SliceProps = Pick<TimelineProps, 'slice' | 'because' | 'gap' | 'publicId' | 'show' | 'onEdit'>;

/** One page of entries, and the ones before it once they are asked for. */
function Slice({ slice, because, gap, publicId, show, onEdit }: SliceProps) {
  const { items, next } = slice;
  const gapAbove = gap && items.find((item) => item.what === 'interaction' && item.side === 'them' && item.at === gap.lastIn);
  return (
    <>
      <ol className="timeline">
        {items.map((item) => (
          <TimelineItem key={item.id} item={item} gap={item === gapAbove ? gap : null} publicId={publicId} onEdit={onEdit} />
        ))}
      </ol>
      {/* A new key where a page ends elsewhere than before: what came after it is asked for anew. */}
      {next !== null && (
        <Earlier
          key={`${publicId} ${because?.topic ?? show ?? ''} ${next}`} before={next} publicId={publicId} because={because} show={show}
          onEdit={onEdit}
        />
      )}
    </>
  );
}

interface EarlierProps extends Pick<SliceProps, 'publicId' | 'because' | 'show' | 'onEdit'> {
  before: string;
}

/** Each page has a fetcher of its own, so that every one of them is fresh after a change. */
function Earlier({ before, publicId, because, show, onEdit }: EarlierProps) {
  const fetcher = useFetcher<TimelineSlice & { gap: SilenceLine | null }>();
  if (fetcher.data) {
    return <Slice slice={fetcher.data} because={because} gap={fetcher.data.gap} publicId={publicId} show={show} onEdit={onEdit} />;
  }
  const asked = new URLSearchParams({ before, ...(because ? { because: because.topic } : show ? { show } : {}) });
  return (
    <Button
      className="timeline-earlier"
      disabled={fetcher.state !== 'idle'}
      onClick={() => fetcher.load(`/people/${publicId}/timeline?${asked}`)}
    >
      Earlier
    </Button>
  );
}
