import { Link } from '@remix-run/react';
import { counted } from '../../lib/text';
import { Card } from '../primitives/card';
import { Heading } from '../primitives/headings';
import { SamePersonList } from './same-person-list';
import { ONLY_ON_YOUR_WORD } from './same-person-page';
import { useSamePerson, type SamePersonPairView } from './use-same-person';

interface SamePersonCardProps {
  same: { pairs: readonly SamePersonPairView[]; total: number };
}

/** The first questions beside an import; nothing where there are none. */
export function SamePersonCard({ same: { pairs, total } }: SamePersonCardProps) {
  const { shown, selected, place, left, choose, leave } = useSamePerson(pairs, total);
  if (shown.length === 0) return null;
  const more = left - shown.length;
  return (
    <Card className="same-card" role="region" aria-labelledby="same-heading">
      <div className="same-head">
        <Heading id="same-heading">Perhaps the same person</Heading>
        <span className="meta muted">{place} of {left}</span>
      </div>
      <p className="support muted same-note">{ONLY_ON_YOUR_WORD}</p>
      <SamePersonList shown={shown} selected={selected} choose={choose} leave={leave} />
      <p className="same-more">
        <Link to="/people/same" className="text-link">
          {more > 0 ? `${counted(more, 'more', 'more')}, weakest evidence last` : 'See them on a page of their own'}
        </Link>
      </p>
    </Card>
  );
}
