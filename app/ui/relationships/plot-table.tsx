import { useNavigate } from '@remix-run/react';
import { HEALTH_STATES } from '../../domain/health/states';
import { useFollowedLinks } from '../primitives/followed-links';
import { StateWord } from '../primitives/state-glyph';
import type { Plot } from './types';
import { placeOf } from './use-plot';

/** The people of the plot, a row each. Plain links and no hooks in a row, because there may be thousands. */
export function PlotTable({ plot }: { plot: Plot }) {
  const { ids, names, health, healthBefore, tie, state } = plot;
  const navigate = useNavigate();
  const rows = useFollowedLinks((address) => navigate(address, { state: placeOf({ ids }, ids.indexOf(address.replace('/people/', ''))) }));
  return (
    // Scrolls by itself; keys must reach its end.
    <div className="plot-table" role="region" aria-label="Everyone you keep, as a table" tabIndex={0} ref={rows}>
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">State</th>
            <th scope="col">Health</th>
            <th scope="col">30 days ago</th>
            <th scope="col">Tie</th>
          </tr>
        </thead>
        <tbody>
          {ids.map((id, person) => {
            const stateName = HEALTH_STATES[state[person] ?? -1];
            return (
              <tr key={id}>
                <th scope="row"><a href={`/people/${id}`}>{names[person]}</a></th>
                <td>{stateName && <StateWord state={stateName} />}</td>
                <td>{health[person]}</td>
                <td>{healthBefore[person] ?? '–'}</td>
                <td>{tie[person]}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
