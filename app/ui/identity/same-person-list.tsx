import { Link } from '@remix-run/react';
import { ArrowLeftRight } from 'lucide-react';
import { Avatar } from '../primitives/avatar';
import { Button } from '../primitives/button';
import { classNames } from '../primitives/class-names';
import { PlatformGlyph } from '../primitives/platform-glyph';
import type { SamePersonPairView, SamePersonSideView } from './use-same-person';

function Side({ contact, name, platforms }: SamePersonSideView) {
  return (
    <span className="same-side">
      {contact === null ? <span className="same-name">{name}</span> : <Link to={`/people/${contact}`} className="same-name">{name}</Link>}
      {platforms.map((platform) => <PlatformGlyph key={platform} platform={platform} size={14} />)}
    </span>
  );
}

interface PairProps {
  pair: SamePersonPairView;
  selected: boolean;
  onChoose: () => void;
  onAnswer: (what: 'same' | 'different') => void;
}

function Pair({ pair, selected, onChoose, onAnswer }: PairProps) {
  const { id, left, right, reasons, against, certainty } = pair;
  const details = [left.detail, right.detail].filter((detail) => detail !== null);
  const both = `${left.name} and ${right.name}`;
  return (
    <li id={`same-${id}`} className={classNames('same-pair', selected && 'same-pair-selected')} aria-current={selected ? 'true' : undefined} onFocus={onChoose}>
      <div className="same-names">
        <Avatar name={left.name} publicId={left.contact ?? left.identity} size={26} />
        <Side {...left} />
        <ArrowLeftRight className="icon same-arrows" size={14} strokeWidth={1.75} aria-label="and" role="img" />
        <Side {...right} />
      </div>
      {details.length > 0 && <p className="meta muted same-detail">{details.join('  |  ')}</p>}
      <p className="support soft">{reasons.join(' ')}</p>
      {against.length > 0 && <p className="support muted">Against it: {against.join(' ')}</p>}
      <div className="same-actions">
        <Button variant={selected ? 'primary' : 'secondary'} size="small" keys="M" aria-label={`Same person: ${both}`} onClick={() => onAnswer('same')}>
          Same person
        </Button>
        <Button variant="ghost" size="small" keys="D" aria-label={`Different people: ${both}`} onClick={() => onAnswer('different')}>
          Different
        </Button>
        <span className="meta muted same-certainty">{certainty}</span>
      </div>
    </li>
  );
}

interface SamePersonListProps {
  shown: readonly SamePersonPairView[];
  selected: string | null;
  choose: (id: string) => void;
  leave: (pair: SamePersonPairView, what: 'same' | 'different') => void;
}

/** Question under question; the keys answer the selected one. */
export function SamePersonList({ shown, selected, choose, leave }: SamePersonListProps) {
  return (
    <ul className="same-list">
      {shown.map((pair) => (
        <Pair key={pair.id} pair={pair} selected={pair.id === selected} onChoose={() => choose(pair.id)} onAnswer={(what) => leave(pair, what)} />
      ))}
    </ul>
  );
}
