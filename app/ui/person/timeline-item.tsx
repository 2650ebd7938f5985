import { NotebookPen, Pencil, Trash2 } from 'lucide-react';
import { Button } from '../primitives/button';
import { classNames } from '../primitives/class-names';
import { PlatformGlyph } from '../primitives/platform-glyph';
import { Time } from '../primitives/time';
import { useChange } from '../undo/use-undo';
import { LinkedText } from './linked-text';
import type { SilenceLine, TimelineEntry } from './types';

interface TimelineItemProps {
  item: TimelineEntry;
  /** The present silence, where this was their last word. */
  gap: SilenceLine | null;
  publicId: string;
  onEdit: (entry: TimelineEntry) => void;
}

const SMALL = { className: 'icon', size: 13, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** One thing that happened, or a note. Their words are in serif, the user's in sans. */
export function TimelineItem({ item, gap, publicId, onEdit }: TimelineItemProps) {
  const { what, side, platform, at, date, fullDate, text, words, subject, deed, byline, edit } = item;
  return (
    <>
      {gap && <li className={classNames('timeline-gap', `timeline-gap-${gap.tone}`)}>{gap.sentence}</li>}
      <li className="timeline-item">
        {at === null ? <span className="timeline-date">no date</span> : <Time className="timeline-date" at={at} text={date} title={fullDate} />}
        <span className={classNames('timeline-icon', what === 'note' ? 'timeline-icon-good' : side === 'you' && 'timeline-icon-yours')}>
          {platform ? <PlatformGlyph platform={platform} size={12} decorative /> : <NotebookPen {...SMALL} size={12} />}
        </span>
        <div className="timeline-body">
          {subject && <div className="timeline-subject">{subject}</div>}
          {text === null ? (
            <div className="soft">{deed}</div>
          ) : (
            <div className={classNames('timeline-words', words === 'theirs' && 'timeline-theirs')}>
              <LinkedText text={text} />
            </div>
          )}
          <div className="meta muted">{byline}</div>
        </div>
        {edit && <EntryTools item={item} deletable={edit.deletable} publicId={publicId} onEdit={onEdit} />}
      </li>
    </>
  );
}

type EntryToolsProps = Pick<TimelineItemProps, 'item' | 'publicId' | 'onEdit'> & { deletable: boolean };

/** For what was written here: correct it, or delete it. */
function EntryTools({ item, deletable, publicId, onEdit }: EntryToolsProps) {
  const fetcher = useChange();
  const what = item.what === 'note' ? 'note' : 'entry';
  function remove() {
    const input = { do: item.what === 'note' ? 'delete-note' : 'delete', entry: item.id };
    fetcher.submit(input, { method: 'post', action: `/people/${publicId}/entries` });
  }
  return (
    <div className="timeline-tools">
      <Button variant="ghost" size="small" square aria-label={`Edit this ${what}`} icon={<Pencil {...SMALL} />} onClick={() => onEdit(item)} />
      {deletable && (
        <Button variant="ghost" size="small" square aria-label={`Delete this ${what}`} icon={<Trash2 {...SMALL} />} onClick={remove} />
      )}
    </div>
  );
}
