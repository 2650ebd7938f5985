import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';
import { describe, expect, it } from 'vitest';
import { relationshipsQuestion } from '../../../app/domain/relationships/question';
import { flowWords } from '../../../app/ui/relationships/moves-card';
import { PlotTable } from '../../../app/ui/relationships/plot-table';
import { ReplayPage } from '../../../app/ui/relationships/replay-page';
import { RelationshipsPage } from '../../../app/ui/relationships/relationships-page';
import type { ReplayMonth, RelationshipsView } from '../../../app/ui/relationships/types';
import { personWords, placeOf } from '../../../app/ui/relationships/use-plot';
import { crowd, VIEW } from './fixture';

async function rendered(element: ReactElement): Promise<string> {
  const routes = [{ path: '*', element }];
  const { query, dataRoutes } = createStaticHandler(routes);
  const context = await query(new Request('http://localhost/relationships'));
  if (context instanceof Response) throw new Error('redirected');
  return renderToString(<StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />);
}
const pageOf = (over: Partial<RelationshipsView> = {}) => rendered(<RelationshipsPage {...VIEW} {...over} />);
const addresses = (html: string) => [...html.matchAll(/href="([^"]+)"/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'));
/** Questions that the page's marks ask, as the server reads them. */
const questions = (html: string) =>
  addresses(html)
    .filter((address) => address.startsWith('/relationships/people?'))
    .map((address) => relationshipsQuestion.parse(Object.fromEntries(new URLSearchParams(address.split('?')[1]))));

describe('Relationships', () => {
  it('is headed by a sentence', async () => {
    expect(await pageOf()).toContain('<h1 class="title">More people are drawing closer than drifting.</h1>');
  });

  it('makes every mark a link that the server understands', async () => {
    const asked = questions(await pageOf());
    const about = (name: string) => asked.filter((question) => question.about === name);
    expect(about('area').length).toBe(4);
    expect([about('closer').length, about('drifting').length, about('reach').length]).toEqual([1, 1, 1]);
    // In the drawing and in its table.
    expect(about('moved').length).toBe(2 * VIEW.moves.flows.length);
    expect([about('was').length, about('is').length]).toEqual([3, 5]);
    expect([about('theirs').length, about('yours').length]).toEqual([2 * 8, 2 * 7]);
    expect(about('cohort')).toEqual([
      { about: 'cohort', cohort: '2026-06', month: null, wrote: true },
      ...[1, 2, 3, 4, 5].map((month) => ({ about: 'cohort', cohort: '2026-06', month, wrote: true })),
      { about: 'cohort', cohort: '2026-10', month: null, wrote: true },
      { about: 'cohort', cohort: '2026-10', month: 1, wrote: true },
    ]);
  });

  it('says in words what a mark stands for', async () => {
    const html = await pageOf();
    expect(html).toContain('<title>4 people: Steady to Cooling</title>');
    expect(html).toContain('<title>24 answers of theirs within 12 hours</title>');
    expect(html).toContain('aria-label="84% of those first met in June wrote in month 1 after"');
    expect(flowWords({ from: null, to: 'New', people: 1 })).toBe('1 person: met since, New');
    expect(flowWords({ from: 'Strong', to: 'Strong', people: 31 })).toBe('31 people: Strong as before');
  });

  it('draws thousands with as many elements as a few', async () => {
    const elements = (html: string) => (html.match(/<path class="plot-/g) ?? []).length;
    const [few, many] = [await pageOf(), await rendered(<RelationshipsPage {...crowd(2000)} />)];
    expect(elements(many)).toBeLessThanOrEqual(elements(few) + 7);
    expect(many.match(/<(?:div|span|a|text|tr|td)\b/g)?.length).toBeLessThan(300);
  });

  it('says how many are shown where they are too many', async () => {
    const { plot } = crowd(2000);
    expect(await pageOf({ plot: { ...plot, total: 14_300 } })).toContain('2,000<!-- --> of <!-- -->14,300<!-- --> shown: those who matter most or moved');
    expect(await pageOf()).not.toContain('shown: those');
  });

  it('says as of when, and only then', async () => {
    expect(await pageOf({ asOf: '22 November' })).toContain('As of <!-- -->22 November');
    expect(await pageOf({ asOf: '22 November' })).toContain('1 November to 22 November');
    expect(await pageOf()).not.toContain('As of');
  });

  it('names who is found, and how they stood', () => {
    expect(personWords(VIEW.plot, 2)).toBe('Amara Okafor. Fading. Health 54, 73 thirty days ago.');
    expect(personWords(VIEW.plot, 10)).toBe('Wren Ash. New. Health 58.');
  });

  it('shows everybody of the plot as a table', async () => {
    const table = await rendered(<PlotTable plot={VIEW.plot} />);
    expect(table.match(/<tr>/g)?.length).toBe(VIEW.people + 1);
    expect(addresses(table)).toEqual(VIEW.plot.ids.map((id) => `/people/${id}`));
  });

  it('takes neighbours along to a person, as many as a visit carries', () => {
    const { plot } = crowd(500);
    for (const person of [0, 99, 250, 499]) {
      const { from, people } = placeOf(plot, person);
      expect([from, people.length, people.includes(`p${person}`)]).toEqual(['/relationships', 200, true]);
    }
    expect(placeOf(VIEW.plot, 3).people).toEqual(VIEW.plot.ids);
  });
});

describe('the replay', () => {
  const { replay: words } = VIEW;
  const month = (named: number, surprises: number, total = named): ReplayMonth => ({
    title: '24 Oct to 23 Nov', people: 300, tally: { named: total, namedWrote: 1, surprises },
    named: Array.from({ length: named }, (_, index) => ({ contact: `n${index}`, name: `Name ${index}`, wrote: index === 0 })),
    surprises: Array.from({ length: surprises }, (_, index) => ({ contact: `s${index}`, name: `Surprise ${index}` })),
  });
  const replayed = (given: ReplayMonth) => rendered(<ReplayPage replay={{ sentence: 'Of 20 names, 15 wrote.', surprise: null, tilt: null, months: [given] }} />);
  const visible = (html: string) => html.replaceAll(/<details[^]*?<\/details>/g, '');

  it('names a dozen and folds the others away, each of them there', async () => {
    const html = await replayed(month(100, 14, 240));
    expect(addresses(visible(html)).filter((address) => address.startsWith('/people/n'))).toEqual(Array.from({ length: 12 }, (_, index) => `/people/n${index}`));
    expect(addresses(visible(html)).filter((address) => address.startsWith('/people/s')).length).toBe(12);
    expect(addresses(html).filter((address) => address.startsWith('/people/')).length).toBe(114);
    expect(html.replaceAll('<!-- -->', '')).toContain('<summary class="support">and 228 more</summary><ol class="replay-people" start="13" aria-label="Named, the likeliest first, continued">');
    expect(html.replaceAll('<!-- -->', '')).toContain('and 140 without a line here');
    expect(html.replaceAll('<!-- -->', '')).toContain('<summary class="support">and 2 more</summary>');
  });

  it('folds nothing where a dozen is all', async () => {
    expect(await replayed(month(12, 3))).not.toContain('<details');
  });

  it('says in a card of Relationships how Kith would have done', async () => {
    expect(words).not.toBeNull();
    expect(await pageOf()).toContain(words?.sentence ?? 'no replay');
  });
});

describe('where there is little', () => {
  it.each<[string, Partial<RelationshipsView>]>([
    ['Nobody has answered in the last 90 days', { replies: null }],
    ['This begins a whole month after the first exchange', { retention: { cohorts: [], columns: 5 } }],
    ['Nobody has a state yet.', { moves: { since: '1 November', states: [], flows: [] } }],
  ])('a card says “%s”', async (sentence, over) => {
    expect(await pageOf(over)).toContain(sentence);
  });

  it('nobody who moved is a number and no link', async () => {
    const about = questions(await pageOf({ plot: { ...VIEW.plot, closer: 0 } })).map((question) => question.about);
    expect([about.includes('closer'), about.includes('drifting')]).toEqual([false, true]);
  });

  it('reach of nobody is a sentence and no link', async () => {
    const html = await pageOf({ reach: { people: 0, sentence: 'Nobody wrote yet.', past: [0, 0], trend: null, audience: null } });
    expect(html).toContain('Nobody wrote yet.');
    expect(questions(html).some(({ about }) => about === 'reach')).toBe(false);
  });

  it('a workspace without people has one way forward', async () => {
    const html = await pageOf({ people: 0, headline: 'Bring your people in, and see who is drawing closer.' });
    expect(html).toContain('<h1 class="display">Bring your people in');
    expect(addresses(html)).toEqual(['/import']);
  });

  it('and one person is a page too', async () => {
    expect(await rendered(<RelationshipsPage {...crowd(1)} />)).not.toContain('NaN');
  });
});
