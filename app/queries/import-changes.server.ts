/** The page of what changed between an import's lists and those before, in words. */
import type { Sql } from '../db/connection.server';
import { changeWords, listName } from '../domain/imports/list-changes';
import { fullDay } from '../lib/dates';
import { withThousands } from '../lib/text';
import { listChanges, type ChangedPerson, type ListChange } from './list-changes.server';

interface PersonShown extends ChangedPerson {
  before: string | null;
}

export interface ImportChanges {
  fileName: string;
  sections: { name: string; when: string; groups: { title: string; people: PersonShown[]; more: number }[] }[];
}

/** @returns null where there is no such import, or it can be compared with none */
export function importChanges(sql: Sql, publicId: string, zone: string): ImportChanges | null {
  const run = sql.prepare<[string], { id: number; fileName: string }>('SELECT id, fileName FROM ImportRun WHERE publicId = ?').get(publicId);
  const changes = run ? listChanges(sql, run.id) : [];
  if (!run || changes.length === 0) return null;
  return { fileName: run.fileName, sections: changes.map((change) => sectionOf(change, zone)) };
}

function sectionOf(change: ListChange, zone: string): ImportChanges['sections'][number] {
  const plain = (people: readonly ChangedPerson[]) => people.map((person) => ({ ...person, before: null }));
  const groups = [
    { title: `${withThousands(change.fresh.count)} new`, people: plain(change.fresh.people), more: change.fresh.count - change.fresh.people.length },
    { title: `${withThousands(change.gone.count)} gone`, people: plain(change.gone.people), more: change.gone.count - change.gone.people.length },
    { title: `${withThousands(change.renamed.length)} renamed`, people: change.renamed.map(({ before, person }) => ({ ...person, before })), more: 0 },
  ];
  return {
    name: listName(change.kind),
    when: `Between ${fullDay(change.from, zone)} and ${fullDay(change.to, zone)}`,
    groups: groups.filter(({ people }) => people.length > 0),
  };
}

/** "Since 3 October 2026: 12 new followers, 3 followers gone."; null where nothing changed or nothing can be compared. */
export function changesInBrief(sql: Sql, importRunId: number, zone: string): string | null {
  const changes = listChanges(sql, importRunId);
  const words = changes.map((one) => changeWords(one.kind, { fresh: one.fresh.count, gone: one.gone.count, renamed: one.renamed.length })).filter(Boolean);
  const [first] = changes;
  return first && words.length > 0 ? `Since ${fullDay(first.from, zone)}: ${words.join(', ')}.` : null;
}
