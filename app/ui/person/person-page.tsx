import { useNavigate, useSearchParams } from '@remix-run/react';
import { useEffect, useState } from 'react';
import type { TimelineGroup } from '../../domain/contacts/timeline';
import { addressToWriteIn, keepTypedAhead } from '../keyboard/typed-ahead';
import { useKeys } from '../keyboard/use-keys';
import { useNeighbours } from '../people/list-place';
import { showToast } from '../primitives/toast';
import { useUndo } from '../undo/use-undo';
import { EntryDialog, type EntryTask } from './entry-dialog';
import { HealthSection, PersonPulse } from './health-section';
import { PersonAside } from './person-aside';
import { Breadcrumb, PersonActionBar, PersonHeader, type WriteWay } from './person-header';
import { Timeline } from './timeline';
import type { PersonView } from './types';
import { useKeeping, type Keep } from './use-keeping';

interface PersonPageProps {
  person: PersonView;
  show: TimelineGroup | null;
  knownTags: readonly string[];
  /** "2026-11-23" in the workspace's time zone. */
  today: string;
}

/** Writing goes to the newest conversation, else to their address. */
function writeWay({ places, identities }: PersonView): WriteWay {
  const conversation = places[0]?.conversation;
  if (conversation !== undefined) return { to: addressToWriteIn(conversation) };
  return { to: identities.find(({ href }) => href?.startsWith('mailto:'))?.href ?? null };
}

/** J, K, L, R, S, B and Esc. Opened from a list, J and K go on in it. */
function usePersonKeys(person: PersonView, write: WriteWay, keep: Keep, onLog: () => void) {
  const navigate = useNavigate();
  const neighbours = useNeighbours(person.publicId);
  const go = (publicId: string | null | undefined) => publicId && navigate(`/people/${publicId}`, { state: neighbours?.place });
  useKeys({
    j: () => go(neighbours?.next),
    k: () => go(neighbours?.previous),
    l: onLog,
    s: () => person.keeping.resting === null && keep.setMenuOpen(true),
    b: () => {
      if (person.keeping.resting !== null) keep.stopResting();
      else if (person.keeping.away !== null) keep.back();
    },
    r: () => {
      if (write.to?.startsWith('mailto:')) window.location.assign(write.to);
      else if (write.to !== null) {
        // The next key can come in before the page is on its way.
        keepTypedAhead();
        navigate(write.to);
      }
    },
    Escape: () => navigate(neighbours?.place.from ?? '/people'),
  });
  return neighbours;
}

/** Whoever was just added can be taken back: the page before says by what. */
function useAddedToast(called: string) {
  const [asked, setAsked] = useSearchParams();
  const undo = useUndo();
  const added = asked.get('added');
  useEffect(() => {
    if (added === null) return;
    showToast({ message: `${called} added`, undo: () => undo(added) });
    setAsked((present) => {
      present.delete('added');
      return present;
    }, { replace: true, preventScrollReset: true });
  }, [added, called, setAsked, undo]);
}

/** One person: who they are, a year between the two, how it stands, and everything that happened. */
export function PersonPage({ person, show, knownTags, today }: PersonPageProps) {
  const [task, setTask] = useState<EntryTask>(null);
  const { publicId, name, called, health, pulse, timeline, gap, groups, places } = person;
  const write = writeWay(person);
  const keep = useKeeping(person);
  const about = `/people/${publicId}/about`;
  const log = () => setTask({ is: 'new' });
  const neighbours = usePersonKeys(person, write, keep, log);
  useAddedToast(called);
  return (
    <div className="person">
      <div className="person-main">
        <Breadcrumb name={name} neighbours={neighbours} />
        <PersonHeader person={person} about={about} keep={keep} write={write} onLog={log} />
        {pulse && <PersonPulse pulse={pulse} publicId={publicId} called={called} />}
        {health && <HealthSection health={health} />}
        <Timeline
          publicId={publicId} called={called} slice={timeline} gap={gap} groups={groups} show={show}
          onEdit={(entry) => setTask({ is: 'edit', entry })} onLog={log}
        />
      </div>
      <PersonAside person={person} about={about} keep={keep} knownTags={knownTags} />
      <PersonActionBar write={write} onLog={log} />
      <EntryDialog publicId={publicId} called={called} task={task} places={places} today={today} onClose={() => setTask(null)} />
    </div>
  );
}
