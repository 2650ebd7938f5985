import { useNavigate } from '@remix-run/react';
import { useRef, useState, type RefObject } from 'react';
import { isSameName } from '../../domain/contacts/erased';
import { Button } from '../primitives/button';
import { Dialog } from '../primitives/dialog';
import { TextField } from '../primitives/fields';
import { useChange } from '../undo/use-undo';

interface EraseForGoodProps {
  publicId: string;
  name: string;
  called: string;
}

/** The one thing that cannot be undone: it says what goes, and asks for the name. */
export function EraseForGood({ publicId, name, called }: EraseForGoodProps) {
  const [open, setOpen] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  const close = () => setOpen(false);
  return (
    <section className="section">
      <Button variant="danger" size="small" onClick={() => setOpen(true)}>
        Erase {called} for good…
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={`Erase ${name} for good?`} description="This cannot be undone." first={cancel}>
        <WhatGoes />
        <EraseForm publicId={publicId} name={name} onCancel={close} cancel={cancel} />
      </Dialog>
    </section>
  );
}

function WhatGoes() {
  return (
    <ul className="erase-what">
      <li>Their page, profiles and addresses, and your notes, tags and drafts about them.</li>
      <li>Every conversation between you, and what they said in groups. What others said there stays.</li>
      <li>What imports and your own steps kept of them. It is overwritten in Kith’s file; backups made before keep it.</li>
      <li>Imports leave them out from now on. Only you can add them again, by hand.</li>
    </ul>
  );
}

interface EraseFormProps {
  publicId: string;
  name: string;
  onCancel: () => void;
  cancel: RefObject<HTMLButtonElement>;
}

function EraseForm({ publicId, name, onCancel, cancel }: EraseFormProps) {
  const navigate = useNavigate();
  const typed = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const fetcher = useChange(() => navigate('/people'));
  const isBusy = fetcher.state !== 'idle';
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const words = typed.current?.value ?? '';
        if (isSameName(words, name)) {
          fetcher.submit({ typed: words }, { method: 'post', action: `/people/${publicId}/erase` });
          return;
        }
        setProblem('That is not their name.');
        typed.current?.focus();
      }}
    >
      <TextField
        ref={typed} label="Their name, to be sure" hint={<>Type {name}</>} autoComplete="off" spellCheck={false} maxLength={200}
        errors={problem === null ? undefined : [problem]} onChange={() => setProblem(null)}
      />
      <div className="dialog-footer">
        <Button ref={cancel} onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" variant="danger" disabled={isBusy}>
          {isBusy ? 'Erasing' : 'Erase for good'}
        </Button>
      </div>
    </form>
  );
}
