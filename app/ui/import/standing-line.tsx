import { Link } from '@remix-run/react';
import type { Standing } from '../../domain/imports/view';
import { StateGlyph, stateWord } from '../primitives/state-glyph';

/** How the people of an import stand, and who of them waits. */
export function StandingLine({ standing }: { standing: Standing }) {
  const { states, owed, older } = standing;
  if (states.length === 0 && !owed && !older) return null;
  return (
    <div className="standing">
      {states.length > 0 && (
        <ul className="standing-states">
          {states.map(({ state, count }) => (
            <li key={state} className="standing-state">
              <StateGlyph state={state} />
              <b className="numbers">{count}</b> {sideOf(state)}
            </li>
          ))}
        </ul>
      )}
      <p>
        {owed && (
          <>
            {owed} They are in{' '}
            <Link to="/today" className="text-link">
              Today
            </Link>
            .{' '}
          </>
        )}
        {older && <span className="muted">{older}</span>}
      </p>
    </div>
  );
}

/** One-sided says which side, because here no sentence stands beside it. */
function sideOf(state: Standing['states'][number]['state']): string {
  if (state === 'One-sided: they write') return 'one-sided, they write';
  if (state === 'One-sided: you write') return 'one-sided, you write';
  return stateWord(state).toLowerCase();
}
