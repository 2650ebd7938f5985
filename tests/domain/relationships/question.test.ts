import { describe, expect, it } from 'vitest';
import { questionSearch, relationshipsQuestion, type RelationshipsQuestion } from '../../../app/domain/relationships/question';

const read = (search: string) => relationshipsQuestion.safeParse(Object.fromEntries(new URLSearchParams(search)));

describe('what a mark asks', () => {
  it.each<[string, RelationshipsQuestion]>([
    ['?moved=8.5', { about: 'moved', from: 8, to: 5 }],
    ['?moved=n.2', { about: 'moved', from: null, to: 2 }],
    ['?was=9', { about: 'was', state: 9 }],
    ['?is=0', { about: 'is', state: 0 }],
    ['?closer=1', { about: 'closer' }],
    ['?drifting=1', { about: 'drifting' }],
    ['?reach=1', { about: 'reach' }],
    ['?area=rekindle', { about: 'area', area: 'rekindle' }],
    ['?theirs=0', { about: 'theirs', bucket: 0 }],
    ['?yours=7', { about: 'yours', bucket: 7 }],
    ['?cohort=2026-06', { about: 'cohort', cohort: '2026-06', month: null, wrote: true }],
    ['?cohort=2026-06&month=3&wrote=0', { about: 'cohort', cohort: '2026-06', month: 3, wrote: false }],
  ])('%s reads and writes', (search, question) => {
    expect(read(search).data).toEqual(question);
    expect(questionSearch(question)).toBe(search);
  });

  it('leaves out what belongs to no question', () => {
    expect(read('?reach=1&after=40.12&_routes=x').data).toEqual({ about: 'reach' });
  });

  it.each([
    '', '?after=40.12', '?moved=8', '?moved=10.5', '?moved=8.n', '?was=10', '?is=-1', '?is=', '?closer=0', '?area=outer', '?theirs=8', '?yours=1.5',
    '?cohort=2026-13', '?cohort=2026', '?cohort=2026-06&month=0', '?cohort=2026-06&wrote=1', '?month=3', '?reach=1&closer=1', '?is=1&was=1',
  ])('refuses %s', (search) => {
    expect(read(search).success).toBe(false);
  });
});
