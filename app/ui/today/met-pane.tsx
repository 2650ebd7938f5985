import { LinkButton } from '../primitives/button';
import { EmptyState } from '../primitives/message-states';
import { firstName } from '../../domain/contacts/names';
import type { RowView } from './types';

/** Beside somebody with whom nothing was written: their page has everything there is. */
export function MetPane({ row: { contact, name, line } }: { row: RowView }) {
  const called = firstName(name);
  return (
    <section className="pane" aria-label={name}>
      <div className="pane-failed">
        <EmptyState title={`You have no conversation with ${called} yet.`} action={<LinkButton to={`/people/${contact}`}>Open {called}’s page</LinkButton>}>
          {line}.
        </EmptyState>
      </div>
    </section>
  );
}
