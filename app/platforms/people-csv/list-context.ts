/** What a table is as a list: contacts or an audience, whose, and what its people are to the user. */
import type { RelationKind } from '../../domain/activity';
import type { ReadingAnswers } from '../../domain/imports/questions';
import type { Recognition } from '../contract';
import { baseName } from '../archive/entry-paths';
import type { Shown } from '../reading/coverage';
import type { Column } from './columns';
import { countsFollowers, listsAccounts, listsReaders } from './guess';
import type { Meaning } from './meanings';
import type { ListContext } from './person-records';
import { suggestedKind } from './questions';
import { consentNamed, listNamed } from './recognise';
import type { PeopleTable } from './tables';

export function listOf(
  { table, columns }: { table: PeopleTable; columns: readonly Column[] },
  recognition: Recognition,
  answers: ReadingAnswers,
  asOf: number,
): ListContext {
  const { preset, file } = table;
  const meanings = columns.map(({ meaning }) => meaning);
  const isReaders = preset?.lists === 'readers';
  const kind = isReaders ? 'audience' : (answers.listKind ?? (preset ? 'contacts' : suggestedKind(meanings)));
  return {
    platform: recognition.platform,
    label: recognition.accountLabel ?? '',
    idPrefix: preset?.idPrefix,
    listed: kind === 'contacts',
    relation: kind === 'contacts' ? null : isReaders ? 'subscriber' : preset ? 'member' : relationOf(file.path, meanings),
    accountFirst: preset === null && listsAccounts(meanings),
    consentOfFile: preset?.consentInName ? consentNamed(file.path) : null,
    asOf,
  };
}

/** What an audience is to the user: what its name says, what its columns say, or just people on a list. */
function relationOf(path: string, meanings: readonly Meaning[]): RelationKind {
  if (!listsAccounts(meanings)) return listsReaders(meanings) ? 'subscriber' : 'member';
  const name = baseName(path).toLowerCase();
  if (/(^|[^a-z])(following|followed|follows)([^a-z]|$)/.test(name)) return 'following';
  // A list of links to profiles may be anything; handles and counts are what lists of followers are made of.
  const isOfFollowers = /follower|fans|subscriber|abonn/.test(name) || countsFollowers(meanings) || meanings.some((meaning) => /^(handle|id)/.test(meaning));
  return isOfFollowers ? 'follower' : 'member';
}

/**
 * Whether nothing can be missing from a list. Only a service's export of everything, in one file with the list's own name,
 * is: dashboards export what was filtered, and two lists of one service can't be told apart by their files.
 */
export const isWhole = (tables: readonly PeopleTable[]): boolean =>
  tables.length === 1 && tables.every(({ preset, file }) => preset !== null && listNamed(preset, file) !== undefined);

/** For the coverage of a list, by the relation of its people. */
export function shownBy(relations: readonly (RelationKind | null)[], whole: boolean): Shown {
  const kinds = [...new Set(relations)].filter((kind) => kind !== null);
  return Object.fromEntries(kinds.map((kind) => [kind, [{ kind, direction: kind === 'following' ? ('out' as const) : ('in' as const), listed: whole }]]));
}
