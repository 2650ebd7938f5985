import { useState, type FormEvent } from 'react';
import { needsWords } from '../../domain/contacts/logged';
import { requestKey } from '../../lib/request-key';
import { Button } from '../primitives/button';
import { Dialog } from '../primitives/dialog';
import { SelectField, TextArea, TextField } from '../primitives/fields';
import { platformName } from '../primitives/platform-glyph';
import { Segmented, type Segment } from '../primitives/segmented';
import { useChange } from '../undo/use-undo';
import { browserEntryDrafts, type EntryChoice, type EntryDraft } from './entry-draft';
import { entryProblems, type EntryProblems } from './entry-problems';
import type { TimelineEntry, WritePlace } from './types';

/** What the dialog is open for; null: it is closed. */
export type EntryTask = { is: 'new' } | { is: 'edit'; entry: TimelineEntry } | null;

interface EntryDialogProps {
  publicId: string;
  called: string;
  task: EntryTask;
  places: readonly WritePlace[];
  /** "2026-11-23" in the workspace's time zone. */
  today: string;
  onClose: () => void;
}

/** Logs what happened, or corrects it. */
export function EntryDialog({ task, onClose, ...form }: EntryDialogProps) {
  return (
    <Dialog
      open={task !== null}
      onOpenChange={(open) => !open && onClose()}
      title={task?.is === 'edit' ? 'Correct this entry' : `What happened with ${form.called}?`}
    >
      {task && <EntryForm key={task.is === 'edit' ? task.entry.id : 'new'} task={task} onClose={onClose} {...form} />}
    </Dialog>
  );
}

function choices(called: string): Segment<EntryChoice>[] {
  return [
    { value: 'they_said', label: `${called} said` },
    { value: 'you_said', label: 'You said' },
    { value: 'met', label: 'Met' },
    { value: 'talked', label: 'Talked' },
    { value: 'note', label: 'Note' },
  ];
}

const WORDS_LABEL: Record<EntryChoice, string> = {
  they_said: 'Their words', you_said: 'Your words', met: 'What about', talked: 'What about', note: 'Note',
};

interface EntryFormProps extends Omit<EntryDialogProps, 'task'> {
  task: NonNullable<EntryTask>;
}

/** A new entry begins with what was typed for this person and not logged yet. */
function firstFields({ task, publicId }: EntryFormProps): EntryDraft {
  if (task.is === 'new') {
    return browserEntryDrafts().read(publicId) ?? { choice: 'they_said', text: '', date: null, time: '', place: null };
  }
  const { what, text, edit } = task.entry;
  const choice = what === 'note' ? 'note' : (edit?.as ?? 'they_said');
  return { choice, text: text ?? '', date: edit?.date || null, time: edit?.time ?? '', place: null };
}

/** The fields of the form; those of a new entry are kept at every change. */
function useFields(props: EntryFormProps) {
  const [fields, setFields] = useState(() => firstFields(props));
  function change(changed: Partial<EntryDraft>) {
    const next = { ...fields, ...changed };
    setFields(next);
    if (props.task.is === 'new') browserEntryDrafts().keep(props.publicId, next);
  }
  return [fields, change] as const;
}

function EntryForm(props: EntryFormProps) {
  const { publicId, called, task, places, today, onClose } = props;
  const entry = task.is === 'edit' ? task.entry : null;
  const [fields, change] = useFields(props);
  const { choice, text } = fields;
  const date = fields.date ?? today;
  const [badTime, setBadTime] = useState(false);
  const [tried, setTried] = useState(false);
  const [key] = useState(requestKey);
  const fetcher = useChange(() => {
    if (!entry) browserEntryDrafts().drop(publicId);
    onClose();
  });
  const found = entryProblems({ choice, text, date, badTime, isEdit: entry !== null }, today);
  const problems = tried ? found : {};
  const chosen = choices(called).filter(({ value }) => entry === null || value !== 'note');
  function check(event: FormEvent<HTMLFormElement>) {
    setTried(true);
    const [wrong] = Object.keys(found);
    if (wrong === undefined) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
  }
  return (
    <fetcher.Form
      method="post"
      action={`/people/${publicId}/entries`}
      className="flex flex-col gap-4"
      noValidate
      onSubmit={check}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      <input type="hidden" name="do" value={DEED[choice === 'note' ? 'note' : 'interaction'][entry ? 'edit' : 'new']} />
      {entry ? <WhatItWas entry={entry} /> : <input type="hidden" name="key" value={key} />}
      {entry?.what !== 'note' && (entry === null || entry.edit?.as) && (
        <Segmented
          label="What happened" name="as" segments={chosen} value={choice} className="entry-choice"
          onChange={(value) => change({ choice: value })}
        />
      )}
      <TextArea
        label={WORDS_LABEL[choice]} name="text" rows={4} maxLength={20_000} value={text} errors={errorsOf(problems.text)}
        onChange={(event) => change({ text: event.currentTarget.value })}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog is opened to write here
        autoFocus
      />
      {choice !== 'note' && (
        <When date={date} time={fields.time} today={today} problems={problems} onChange={change} onBadTime={setBadTime} />
      )}
      {!entry && choice !== 'note' && needsWords(choice) && places.length > 0 && (
        <Where places={places} chosen={fields.place} onChoose={(place) => change({ place })} />
      )}
      <div className="dialog-footer">
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="primary" keys={['Ctrl', 'Enter']} disabled={fetcher.state !== 'idle'}>
          {entry ? 'Save' : choice === 'note' ? 'Keep' : 'Log'}
        </Button>
      </div>
    </fetcher.Form>
  );
}

/** What the route is asked to do. */
const DEED = { note: { new: 'note', edit: 'edit-note' }, interaction: { new: 'log', edit: 'edit' } } as const;

const errorsOf = (problem: string | undefined) => (problem === undefined ? undefined : [problem]);

/** Sent back with the form: what is still the same stays exactly as it is. */
function WhatItWas({ entry }: { entry: TimelineEntry }) {
  return (
    <>
      <input type="hidden" name="entry" value={entry.id} />
      <input type="hidden" name="wasAs" value={entry.edit?.as ?? ''} />
      <input type="hidden" name="wasDate" value={entry.edit?.date ?? ''} />
      <input type="hidden" name="wasTime" value={entry.edit?.time ?? ''} />
    </>
  );
}

interface WhenProps {
  date: string;
  time: string;
  today: string;
  problems: EntryProblems;
  onChange: (changed: { date: string } | { time: string }) => void;
  /** Whether something stands in the field that is no time. */
  onBadTime: (bad: boolean) => void;
}

function When({ date, time, today, problems, onChange, onBadTime }: WhenProps) {
  return (
    <div className="entry-when">
      <TextField
        label="Day" type="date" name="date" value={date} max={today} min="1900-01-01" errors={errorsOf(problems.date)}
        onChange={(event) => onChange({ date: event.currentTarget.value })}
      />
      <TextField
        label="Time, if you know it" type="time" name="time" value={time} errors={errorsOf(problems.time)}
        onChange={(event) => onChange({ time: event.currentTarget.value })}
        onBlur={(event) => onBadTime(event.currentTarget.validity.badInput)}
      />
    </div>
  );
}

interface WhereProps {
  places: readonly WritePlace[];
  /** A conversation, '' in person; null where nothing was chosen yet. */
  chosen: string | null;
  onChoose: (place: string) => void;
}

function Where({ places, chosen, onChoose }: WhereProps) {
  // A conversation that was chosen long ago may be gone.
  const known = chosen === '' || places.some(({ conversation }) => conversation === chosen);
  return (
    <SelectField
      label="Where" name="conversation" value={known ? (chosen ?? '') : places[0]?.conversation}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {places.map(({ conversation, platform }, index) => (
        <option key={conversation} value={conversation}>
          {platformName(platform)}
          {index > 0 && places.slice(0, index).some((other) => other.platform === platform) ? `, older conversation ${index + 1}` : ''}
        </option>
      ))}
      <option value="">In person</option>
    </SelectField>
  );
}
