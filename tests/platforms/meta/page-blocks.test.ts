import { describe, expect, it } from 'vitest';
import { mainOf, parsePage, textOf } from '../../../app/platforms/meta/page';
import { blocksOf } from '../../../app/platforms/meta/page-blocks';
import { messageBlock, metaPage } from '../../fixtures/meta/writing';

const blocks = (html: string) => {
  const page = parsePage(html);
  if (!page) throw new Error('no page');
  return blocksOf(mainOf(page)).map(({ element, date }) => `${date} | ${textOf(element).split('\n').join(' / ')}`);
};
const one = (name: string, date: string) => `<div><h2>${name}</h2><div>${date}</div></div>`;

describe('entries of a page', () => {
  it.each([
    ['side by side', metaPage('x', one('Ana', 'Jan 1, 2024 1:00 am') + one('Bo', 'Jan 2, 2024 1:00 am'))],
    ['alone', metaPage('x', one('Ana', 'Jan 1, 2024 1:00 am'))],
    ['in sections', metaPage('x', `<section>${one('Ana', 'Jan 1, 2024 1:00 am')}${one('Bo', 'Jan 2, 2024 1:00 am')}</section><section>${one('Cy', 'Jan 3, 2024 1:00 am')}</section>`)],
    ['with the date in a footer', metaPage('x', '<section><h2>Ana</h2><div>Hi</div><footer><div>Jan 1, 2024 1:00:05 am</div></footer></section><section><h2>Bo</h2><div>Hi</div><footer><div>Jan 2, 2024 1:00:05 am</div></footer></section>')],
    ['with the date as a line', metaPage('x', '<div><div><a href="https://www.instagram.com/p/X/">Ana</a><br />Jan 1, 2024 1:00 am</div></div><div><div><a href="https://www.instagram.com/p/Y/">Bo</a><br />Jan 2, 2024 1:00 am</div></div>')],
    ['without a main part', `<html><body><h1>Friends</h1><div>${one('Ana', 'Jan 1, 2024 1:00 am')}${one('Bo', 'Jan 2, 2024 1:00 am')}</div></body></html>`],
    ['in a language whose months are unknown', metaPage('x', one('Ana', '1 eanáir 2024 1:00') + one('Bo', '2 eanáir 2024 1:00'))],
  ])('%s', (_how, html) => {
    const found = blocks(html);
    expect(found[0]).toMatch(/^(Jan 1, 2024|1 eanáir 2024) .*\| Ana \//);
    expect(found.slice(1).map((block) => / \| (\w+)/.exec(block)?.[1])).toEqual(['Bo', 'Cy'].slice(0, found.length - 1));
  });

  it('are none where nothing has a date', () => {
    expect(blocks(metaPage('x', '<div>Nothing here</div>'))).toEqual([]);
  });

  it('end with their own date, whatever somebody wrote', () => {
    const html = metaPage('x', [
      messageBlock('Ana', 'Sep 13, 2020, 12:26 PM', 'Jan 1, 2024 1:00 am'),
      messageBlock('Bo', 'It was<br />Sep 13, 2020, 12:26 PM', 'Jan 2, 2024 1:00 am'),
      messageBlock('Cy', 'Hi', 'Jan 3, 2024 1:00 am'),
    ].join(''));
    expect(blocks(html).map((block) => block.slice(0, 6))).toEqual(['Jan 1,', 'Jan 2,', 'Jan 3,']);
  });

  it('of a page no export has are none', () => {
    expect(parsePage('<b>'.repeat(700_000))).toBeNull();
    expect(parsePage('<b></b>'.repeat(700_000))).toBeNull();
    expect(blocks(`<main>${'<div>'.repeat(1_500)}Jan 1, 2024 1:00 am`)).toHaveLength(1);
  });
});
