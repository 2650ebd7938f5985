import { Link } from '@remix-run/react';
import { counted } from '../../lib/text';
import { LinkButton } from '../primitives/button';
import { PageHeader } from '../primitives/headings';
import { EmptyState } from '../primitives/message-states';
import { SamePersonList } from './same-person-list';
import { useSamePerson, type SamePersonPairView } from './use-same-person';

export const ONLY_ON_YOUR_WORD = 'Kith merges these only on your word, and can split them again.';

interface SamePersonPageProps {
  pairs: readonly SamePersonPairView[];
  total: number;
}

/** Everybody who may be one person, to be looked through with two keys. */
export function SamePersonPage({ pairs, total }: SamePersonPageProps) {
  const { shown, selected, left, choose, leave } = useSamePerson(pairs, total);
  const more = left - shown.length;
  return (
    <>
      <PageHeader
        title={left === 0 ? 'Everybody is one person.' : 'Perhaps the same person'}
        above={<Link to="/people" className="queue-aside">People</Link>}
        note={left > 0 && `${counted(left, 'question', 'questions')}, the surest first. ${ONLY_ON_YOUR_WORD}`}
      />
      <div className="page-body same-page">
        {shown.length === 0 ? (
          <EmptyState title="Nobody looks like somebody else." action={<LinkButton to="/people">To your people</LinkButton>}>
            After each import Kith looks for people who are known in two places, and asks here.
          </EmptyState>
        ) : (
          <SamePersonList shown={shown} selected={selected} choose={choose} leave={leave} />
        )}
        {more > 0 && shown.length > 0 && <p className="support muted same-more">{counted(more, 'more', 'more')}, weakest evidence last</p>}
      </div>
    </>
  );
}
