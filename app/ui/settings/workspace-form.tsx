import { getFormProps, getInputProps, getSelectProps, useForm } from '@conform-to/react';
import { Button } from '../primitives/button';
import { SelectField, TextField } from '../primitives/fields';
import { Heading } from '../primitives/headings';
import { useSaving } from './use-saving';

/** Fewest and most minutes a day; Today is cut to them. */
export const SHORTEST_DAY = 5;
export const LONGEST_DAY = 120;

interface WorkspaceFormProps {
  workspace: { name: string; timeZone: string; minutesADay: number };
  /** Of the workspace's row: another one, from undo or another teammate, fills the form anew. */
  version: number;
  timeZones: readonly string[];
}

/** Name, time zone and minutes a day. */
export function WorkspaceForm({ workspace, version, timeZones }: WorkspaceFormProps) {
  const { Form, busy, lastResult } = useSaving();
  const [form, fields] = useForm({
    id: `workspace-${version}`,
    lastResult,
    defaultValue: workspace,
    constraint: {
      name: { required: true, maxLength: 80 },
      timeZone: { required: true },
      minutesADay: { required: true, min: SHORTEST_DAY, max: LONGEST_DAY },
    },
  });
  return (
    <section aria-labelledby="workspace-heading">
      <Heading id="workspace-heading">Workspace</Heading>
      <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4 mt-3">
        <input type="hidden" name="part" value="workspace" />
        <TextField
          {...getInputProps(fields.name, { type: 'text' })}
          key={fields.name.id}
          label="Name"
          errors={fields.name.errors}
        />
        <SelectField
          {...getSelectProps(fields.timeZone)}
          key={fields.timeZone.id}
          label="Time zone"
          hint="Days begin and end by it."
          errors={fields.timeZone.errors}
        >
          {timeZones.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </SelectField>
        <TextField
          {...getInputProps(fields.minutesADay, { type: 'number' })}
          key={fields.minutesADay.id}
          label="Minutes a day"
          hint="Today holds what fits into them; the rest rolls over."
          errors={fields.minutesADay.errors}
        />
        <Button type="submit" variant="primary" disabled={busy} className="self-start">
          Save<span className="sr-only"> workspace</span>
        </Button>
      </Form>
    </section>
  );
}
