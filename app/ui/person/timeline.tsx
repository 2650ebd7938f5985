import { useFetcher } from '@remix-run/react';
import { GROUP_WORDS, type TimelineGroup } from '../../domain/contacts/timeline';
import { ChipLink } from '../primitives/badges';
import { Button } from '../primitives/button';
import { Heading } from '../primitives/headings';
import { EmptyState } from '../primitives/message-states';
import { TimelineItem } from './timeline-item';
import type { SilenceLine, TimelineEntry, TimelineSlice } from './types';

interface TimelineProps {
  publicId: string;
  called: string;
  slice: TimelineSlice;
  gap: SilenceLine | null;
  groups: readonly TimelineGroup[];
  /** The chosen group; null for everything. */
  show: TimelineGroup | null;
  onEdit: (entry: TimelineEntry) => void;
  onLog: () => void;
}

/** Everything between the two, over all their platforms, newest first. */
export function Timeline({ publicId, called, slice, gap, groups, show, onEdit, onLog }: TimelineProps) {
  return (
    <section aria-labelledby="timeline-heading">
      <div className="timeline-header">
        <Heading id="timeline-heading" className="timeline-title">
          Timeline
        </Heading>
        {groups.length > 1 && (
          <>
            <ChipLink on={show === null} to={`/people/${publicId}`}>
              All
            </ChipLink>
            {groups.map((group) => (
              <ChipLink key={group} on={show === group} to={`/people/${publicId}?show=${group}`}>
                {GROUP_WORDS[group]}
              </ChipLink>
            ))}
          </>
        )}
      </div>
      {slice.items.length === 0 ? (
        <EmptyState title={`Nothing between you and ${called} yet.`} action={<Button onClick={onLog}>Log the first word</Button>}>
          What you write to each other, where you meet and what you note stands here.
        </EmptyState>
      ) : (
        <Slice slice={slice} gap={gap} publicId={publicId} show={show} onEdit={onEdit} />
      )}
    </section>
  );
}

type SliceProps = Pick<TimelineProps, 'slice' | 'gap' | 'publicId' | 'show' | 'onEdit'>;

/** One page of entries, and the ones before it once they are asked for. */
function Slice({ slice, gap, publicId, show, onEdit }: SliceProps) {
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
      {next !== null && <Earlier key={`${publicId} ${show ?? ''} ${next}`} before={next} publicId={publicId} show={show} onEdit={onEdit} />}
    </>
  );
}

interface EarlierProps extends Pick<SliceProps, 'publicId' | 'show' | 'onEdit'> {
  before: string;
}

/** Each page has a fetcher of its own, so that every one of them is fresh after a change. */
function Earlier({ before, publicId, show, onEdit }: EarlierProps) {
  const fetcher = useFetcher<TimelineSlice & { gap: SilenceLine | null }>();
  if (fetcher.data) {
    return <Slice slice={fetcher.data} gap={fetcher.data.gap} publicId={publicId} show={show} onEdit={onEdit} />;
  }
  const asked = new URLSearchParams({ before, ...(show === null ? {} : { show }) });
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
