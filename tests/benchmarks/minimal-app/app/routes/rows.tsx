import { readFileSync } from 'node:fs';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { BareRow } from '../../../bare-rows';

const everybody = new Map<string, BareRow[]>();

/** Rows that were written to a file before, held in memory: no session, no database. */
export function loader({ request }: LoaderFunctionArgs) {
  const file = new URL(request.url).searchParams.get('rows') ?? '';
  const rows = everybody.get(file) ?? (JSON.parse(readFileSync(file, 'utf8')) as BareRow[]);
  everybody.set(file, rows);
  return { rows };
}

/** The least markup that shows them. */
export default function Rows() {
  const { rows } = useLoaderData<typeof loader>();
  return (
    <main>
      <h1>Rows</h1>
      <ul>
        {rows.map(({ id, name, where, line, when, them, you }) => (
          <li key={id}>
            <a href={`/rows/${id}`}>{name}</a> <i>{where}</i> <p>{line}</p> <time>{when}</time>
            {them !== null && (
              <svg width="120" height="24" role="img" aria-label={name}>
                <path d={them} />
                <path d={you} />
              </svg>
            )}
          </li>
        ))}
      </ul>
    </main>
  );
}
