import { useState } from 'react';
import type { Logged } from '../../domain/contacts/logged';
import { needsWords } from '../../domain/contacts/logged';
import { requestKey } from '../../lib/request-key';
import { Button } from '../primitives/button';
import { Dialog } from '../primitives/dialog';
import { SelectField, TextArea, TextField } from '../primitives/fields';
import { platformName } from '../primitives/platform-glyph';
import { Segmented, type Segment } from '../primitives/segmented';
import { useChange } from '../undo/use-undo';
import type { TimelineEntry, WritePlace } from './types';

/** What the dialog is open for; null: it is closed. */
export type EntryTask = { is: 'new' } | { is: 'edit'; entry: TimelineEntry } | null;

type Choice = Logged | 'note';

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

function choices(called: string): Segment<Choice>[] {
  return [
    { value: 'they_said', label: `${called} said` },
    { value: 'you_said', label: 'You said' },
    { value: 'met', label: 'Met' },
    { value: 'talked', label: 'Talked' },
    { value: 'note', label: 'Note' },
  ];
}

const WORDS_LABEL: Record<Choice, string> = {
  they_said: 'Their words', you_said: 'Your words', met: 'What about', talked: 'What about', note: 'Note',
};

interface EntryFormProps extends Omit<EntryDialogProps, 'task'> {
  task: NonNullable<EntryTask>;
}

function EntryForm({ publicId, called, task, places, today, onClose }: EntryFormProps) {
  const entry = task.is === 'edit' ? task.entry : null;
  const isNote = entry?.what === 'note';
  const [choice, setChoice] = useState<Choice>(isNote ? 'note' : (entry?.edit?.as ?? 'they_said'));
  const [key] = useState(requestKey);
  const fetcher = useChange(onClose);
  const did = choice === 'note' ? (entry ? 'edit-note' : 'note') : entry ? 'edit' : 'log';
  const chosen = choices(called).filter(({ value }) => entry === null || value !== 'note');
  const wordless = choice !== 'note' && !needsWords(choice);
  return (
    <fetcher.Form
      method="post"
      action={`/people/${publicId}/entries`}
      className="flex flex-col gap-4"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      <input type="hidden" name="do" value={did} />
      {entry ? <WhatItWas entry={entry} /> : <input type="hidden" name="key" value={key} />}
      {!isNote && (entry === null || entry.edit?.as) && (
        <Segmented label="What happened" name="as" segments={chosen} value={choice} onChange={setChoice} className="entry-choice" />
      )}
      {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog is opened to write here */}
      <TextArea label={WORDS_LABEL[choice]} name="text" rows={4} required={!wordless && !entry} defaultValue={entry?.text ?? ''} maxLength={20_000} autoFocus />
      {choice !== 'note' && <When date={entry?.edit?.date || today} time={entry?.edit?.time ?? ''} today={today} />}
      {!entry && choice !== 'note' && needsWords(choice) && places.length > 0 && <Where places={places} />}
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

function When({ date, time, today }: { date: string; time: string; today: string }) {
  return (
    <div className="entry-when">
      <TextField label="Day" type="date" name="date" required defaultValue={date} max={today} min="1900-01-01" />
      <TextField label="Time, if you know it" type="time" name="time" defaultValue={time} />
    </div>
  );
}

function Where({ places }: { places: readonly WritePlace[] }) {
  return (
    <SelectField label="Where" name="conversation" defaultValue={places[0]?.conversation}>
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
