import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { answerImportQuestions } from '../commands/answer-import-questions.server';
import { confirmImportOwner } from '../commands/confirm-import-owner.server';
import { pauseImport, resumeImport } from '../commands/pause-import.server';
import { ImportInputProblem, startImport } from '../commands/start-import.server';
import { stopImport } from '../commands/stop-import.server';
import { askToUndoImport } from '../commands/undo-import.server';
import { store } from '../db/connection.server';
import { DATE_ORDERS, LIST_KINDS, readingAnswersSchema } from '../domain/imports/questions';
import { parseForm, wantsPage } from '../http/form.server';
import { requireTeammate } from '../http/session.server';
import { shownName } from '../http/upload.server';
import { archivesSeen } from '../queries/archives-seen.server';
import { importRun } from '../queries/import-run.server';
import { imports } from '../queries/imports.server';
import { samePerson } from '../queries/same-person.server';
import { ImportPage } from '../ui/import/import-page';

/** Questions beside the imports; the others have a page of their own. */
const SAME_SHOWN = 5;

const id = z.string();

const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('path'), path: z.string({ error: 'Write where the file or folder lies.' }).trim() }),
  z.object({ intent: z.literal('owner'), id, candidate: z.coerce.number().int().nonnegative() }),
  z.object({ intent: z.enum(['known_account', 'new_account']), id }),
  z.object({
    intent: z.literal('answers'), id, zone: z.string().optional(), dateOrder: z.enum(DATE_ORDERS).optional(),
    listKind: z.enum(LIST_KINDS).optional(), columns: z.array(z.string()).optional(),
  }),
  z.object({ intent: z.enum(['stop', 'pause', 'resume', 'undo']), id }),
]);
type Intent = z.infer<typeof schema>;

export const meta: MetaFunction = () => [{ title: 'Import · Kith' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { workspace } = await requireTeammate(request);
  const here = { ...workspace, now: Date.now() };
  const { cards, lines, folded, sample } = imports(store(), here);
  const archives = archivesSeen(store(), { now: here.now, zone: here.timeZone });
  const same = samePerson(store(), SAME_SHOWN);
  return { cards: cards.flatMap((publicId) => importRun(store(), publicId, here) ?? []), lines, folded, archives, sample, same };
}

export async function action({ request }: ActionFunctionArgs) {
  const { teammate } = await requireTeammate(request);
  const form = await parseForm(request, schema);
  if (!form.ok) return data({ problem: 'This could not be understood. Load the page again.' }, { status: 400 });
  const problem = carryOut(form.value, teammate.id, Date.now());
  if (problem === null && wantsPage(request)) return redirect('/import');
  return data({ problem }, { status: problem === null ? 200 : 400 });
}

/** @returns a sentence where it could not be done */
function carryOut(asked: Intent, teammateId: number, now: number): string | null {
  const actor = { teammateId };
  switch (asked.intent) {
    case 'path':
      return startFromPath(asked.path, actor, now);
    case 'owner':
      confirmImportOwner(store(), actor, asked.id, { candidate: asked.candidate }, now);
      return null;
    case 'known_account':
    case 'new_account':
      confirmImportOwner(store(), actor, asked.id, { joins: asked.intent }, now);
      return null;
    case 'answers':
      return answer(asked, actor, now);
    case 'stop':
      stopImport(store(), actor, asked.id, now);
      return null;
    case 'pause':
      pauseImport(store(), actor, asked.id, now);
      return null;
    case 'resume':
      resumeImport(store(), actor, asked.id, now);
      return null;
    case 'undo':
      askToUndoImport(store(), actor, asked.id, now);
      return null;
  }
}

/** An answer that the question does not allow was not made on this page. */
function answer({ id: publicId, zone, dateOrder, listKind, columns }: Extract<Intent, { intent: 'answers' }>, actor: { teammateId: number }, now: number) {
  const given = readingAnswersSchema.safeParse({ zone, dateOrder, listKind, columns });
  const isAnswered = given.success && answerImportQuestions(store(), actor, publicId, given.data, now);
  return isAnswered ? null : 'Choose an answer for each question, then read it.';
}

function startFromPath(path: string, actor: { teammateId: number }, now: number): string | null {
  try {
    startImport(store(), actor, { fileName: shownName(path.replace(/[/\\]+$/, '')), path, isOurs: false }, now);
    return null;
  } catch (error) {
    if (error instanceof ImportInputProblem) return error.message;
    throw error;
  }
}

export default function Import() {
  return <ImportPage {...useLoaderData<typeof loader>()} />;
}
