import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

const NAME = 'Leila Haddad-Lindqvist';
const LINE = 'Thanks for the call on Friday. Could you send me the numbers for the workshop before next week, and your price?';
const EVERYBODY = Array.from({ length: 1_000 }, (_, index) => ({ id: index, name: `${NAME} ${index}`, line: `${LINE} ${index}` }));

/** As many rows as are asked for, from an array: no session, no database. */
export function loader({ request }: LoaderFunctionArgs) {
  const rows = Number(new URL(request.url).searchParams.get('rows') ?? 50);
  return { people: EVERYBODY.slice(0, rows) };
}

export default function Rows() {
  const { people } = useLoaderData<typeof loader>();
  return (
    <main>
      <h1>People</h1>
      <ul>
        {people.map(({ id, name, line }) => (
          <li key={id}>
            <b>{name}</b> <span>{line}</span>
          </li>
        ))}
      </ul>
    </main>
  );
}
