import type { ReactNode } from 'react';
import type { Platform } from '../../domain/activity';
import type { HealthStateName } from '../../domain/health/states';
import { Avatar } from './avatar';
import { classNames } from './class-names';
import { PlatformGlyph } from './platform-glyph';
import { StateGlyph } from './state-glyph';

export interface PersonRowProps {
  publicId: string;
  /** Where one person has several rows: what makes this one's id; otherwise the public id does. */
  rowId?: string;
  /** On its way out: fades and closes. */
  leaving?: boolean;
  name: string;
  /** Where the name leads. A plain link: give the list `useFollowedLinks` to follow it without loading the page. */
  href: string;
  platform?: Platform;
  state?: HealthStateName;
  /** After the name, while selected: "waiting 4 days". */
  waiting?: string;
  /** Their words, or a sentence of ours. */
  line: string;
  /** Set where `line` is what they wrote: people speak in serif. */
  lineIsTheirs?: boolean;
  /** A row-sized Pulse. */
  pulse?: ReactNode;
  /** A Time, or a word. */
  age?: ReactNode;
  /** Health's colour, where the age is one of silence. */
  ageTone?: 'amber' | 'red';
  selected?: boolean;
  /** RowActions; only the selected row needs them. */
  actions?: ReactNode;
  /** A button that is there whether the row is selected or not. */
  ownAction?: ReactNode;
}

/**
 * A person in a list. Rows of a grid: wrap them in `role="grid"` with a label, groups in `role="rowgroup"`.
 * No hooks, because lists are long.
 */
export function PersonRow({
  publicId, rowId = publicId, leaving = false, name, href, platform, state, waiting, line, lineIsTheirs, pulse, age, ageTone,
  selected = false, actions, ownAction,
}: PersonRowProps) {
  return (
    <div role="row" id={`row-${rowId}`} aria-selected={selected} aria-hidden={leaving || undefined} className={classNames('row', leaving && 'row-leaving', Boolean(ownAction) && 'row-with-own-action')}>
      <Avatar name={name} publicId={publicId} />
      <div role="gridcell" className="row-main">
        <div className="row-top">
          <a href={href} className="row-link" tabIndex={selected ? 0 : -1}>
            {name}
          </a>
          {platform && <PlatformGlyph platform={platform} size={13} />}
          {state && <StateGlyph state={state} named />}
          {waiting && <span className="row-waiting">{waiting}</span>}
        </div>
        <span className={lineIsTheirs ? 'row-line row-line-theirs' : 'row-line'}>{line}</span>
      </div>
      {pulse && (
        <div role="gridcell" className="row-pulse">
          {pulse}
        </div>
      )}
      {age && (
        <div role="gridcell" className={classNames('row-age', ageTone && `row-age-${ageTone}`)}>
          {age}
        </div>
      )}
      {selected && actions && (
        <div role="gridcell" className="row-actions">
          {actions}
        </div>
      )}
      {ownAction && (
        <div role="gridcell" className="row-own-action">
          {ownAction}
        </div>
      )}
    </div>
  );
}

interface RowActionProps {
  /** "Reply" */
  label: string;
  /** "R" */
  keyName: string;
  icon: ReactNode;
  primary?: boolean;
  onClick: () => void;
}

/** One action of the selected row: an icon and its key. */
export function RowAction({ label, keyName, icon, primary = false, onClick }: RowActionProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-keyshortcuts={keyName}
      title={label}
      className={classNames('row-action', primary && 'row-action-primary')}
      onClick={onClick}
    >
      {icon}
      <kbd className="kbd">{keyName}</kbd>
    </button>
  );
}

interface FailedRowProps {
  publicId: string;
  rowId?: string;
  selected?: boolean;
  name: string;
  platform?: Platform;
  /** What failed and what is safe: "X refused it. Your words are kept." */
  reason: string;
  /** Try again, Copy text. */
  actions: ReactNode;
}

/** A row whose last action failed; the words are kept. */
export function FailedRow({ publicId, rowId = publicId, selected = false, name, platform, reason, actions }: FailedRowProps) {
  return (
    <div role="row" id={`row-${rowId}`} aria-selected={selected} className="row row-with-failure">
      <Avatar name={name} publicId={publicId} />
      <div role="gridcell" className="row-main">
        <div className="row-top">
          <span className="font-semibold">{name}</span>
          {platform && <PlatformGlyph platform={platform} size={13} />}
        </div>
        <span className="row-line">{reason}</span>
      </div>
      <div role="gridcell" className="row-failed-actions state-actions">
        {actions}
      </div>
    </div>
  );
}
