import { useFetcher } from '@remix-run/react';
import { ChevronRight } from 'lucide-react';
import { Button } from '../primitives/button';
import { TextField } from '../primitives/fields';

/** For what is too big to send through a browser, or lies unpacked on the machine. */
export function LocalPathForm() {
  const fetcher = useFetcher<{ problem: string | null }>();
  return (
    <details className="disclosure">
      <summary className="disclosure-summary">
        <ChevronRight className="icon" size={14} strokeWidth={1.75} aria-hidden="true" />
        Too big to upload? Name a file or folder on this machine
      </summary>
      <fetcher.Form method="post" action="/import" className="local-path">
        <input type="hidden" name="intent" value="path" />
        <TextField
          label="Path on the machine Kith runs on"
          name="path"
          required
          autoComplete="off"
          spellCheck={false}
          placeholder="/home/you/Downloads/export.zip"
          hint="It stays where it is; Kith only reads it."
          errors={fetcher.data?.problem ? [fetcher.data.problem] : undefined}
        />
        <Button type="submit" disabled={fetcher.state !== 'idle'}>
          Read it
        </Button>
      </fetcher.Form>
    </details>
  );
}
