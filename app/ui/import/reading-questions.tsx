import { useFetcher } from '@remix-run/react';
import { useId } from 'react';
import type { OwnerQuestion } from '../../domain/imports/view';
import type { DateOrder, ListKind, ReadingQuestion } from '../../domain/imports/questions';
import { Button } from '../primitives/button';
import { SelectField } from '../primitives/fields';
import { ColumnsQuestion } from './columns-question';

type Asked = Extract<OwnerQuestion, { asks: 'reading' }>;

interface ReadingQuestionsProps {
  publicId: string;
  asked: Asked;
}

/** What only the user can tell about an archive, all in one form; nothing is read before. */
export function ReadingQuestions({ publicId, asked }: ReadingQuestionsProps) {
  const fetcher = useFetcher<{ problem: string | null }>();
  const busy = fetcher.state !== 'idle';
  const problem = fetcher.data?.problem ?? null;
  return (
    <fetcher.Form method="post" action="/import" className="question">
      <input type="hidden" name="id" value={publicId} />
      {asked.questions.map((question) => (
        <Question key={question.asks} question={question} asked={asked} />
      ))}
      {problem !== null && (
        <p role="alert" className="support tone-red">
          {problem}
        </p>
      )}
      <div className="question-answers">
        <Button type="submit" name="intent" value="answers" variant="primary" disabled={busy}>
          Read it like this
        </Button>
        <Button type="submit" name="intent" value="stop" variant="ghost" formNoValidate disabled={busy}>
          Stop and keep nothing
        </Button>
      </div>
    </fetcher.Form>
  );
}

function Question({ question, asked }: { question: ReadingQuestion; asked: Asked }) {
  switch (question.asks) {
    case 'zone':
      return <ZoneQuestion examples={question.examples} zone={asked.zone} zones={asked.zones} />;
    case 'date_order':
      return (
        <Choices
          legend="How are the dates to be read?"
          examples={question.examples}
          name="dateOrder"
          suggested={question.suggested}
          choices={question.orders.map((order) => ({ value: order, ...ORDER_WORDS[order] }))}
        />
      );
    case 'list_kind':
      return <Choices legend="Who is on this list?" examples={[]} name="listKind" suggested={question.suggested} choices={LIST_WORDS} />;
    case 'columns':
      return <ColumnsQuestion columns={question.columns} meanings={question.meanings} />;
  }
}

const ORDER_WORDS: Record<DateOrder, { label: string; hint: string }> = {
  day_first: { label: 'Day first', hint: '03/04/25 is 3 April 2025' },
  month_first: { label: 'Month first', hint: '03/04/25 is 4 March 2025' },
  year_first: { label: 'Year first', hint: '2025-04-03 is 3 April 2025' },
};

const LIST_WORDS: readonly { value: ListKind; label: string; hint: string }[] = [
  { value: 'contacts', label: 'People I know', hint: 'Each of them becomes a person in Kith.' },
  { value: 'audience', label: 'An audience', hint: 'They stay in the background, found by search, one key from becoming a person.' },
];

interface ChoicesProps {
  legend: string;
  /** As the archive writes them. */
  examples: readonly string[];
  name: string;
  suggested: string;
  choices: readonly { value: string; label: string; hint: string }[];
}

function Choices({ legend, examples, name, suggested, choices }: ChoicesProps) {
  return (
    <fieldset>
      <legend className="heading">{legend}</legend>
      <Examples examples={examples} />
      {choices.map(({ value, label, hint }) => (
        <label key={value} className="candidate">
          <input type="radio" name={name} value={value} defaultChecked={value === suggested} required />
          <span className="candidate-words">
            {label}
            <span className="support muted block">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The user's own zone stands there: most archives come from the phone in their pocket. */
function ZoneQuestion({ examples, zone, zones }: { examples: readonly string[]; zone: string; zones: readonly string[] }) {
  const headingId = useId();
  return (
    <div role="group" aria-labelledby={headingId}>
      <h3 id={headingId} className="heading">
        Where were you when these times were written?
      </h3>
      <Examples examples={examples} />
      <SelectField name="zone" label="Time zone" hint="The archive gives times without one. Kith remembers that they were assumed." defaultValue={zone} className="mt-2">
        {zones.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </SelectField>
    </div>
  );
}

function Examples({ examples }: { examples: readonly string[] }) {
  return examples.length === 0 ? null : <p className="support muted">In the archive: {examples.join(' · ')}</p>;
}
