import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PagePulse } from '../../app/ui/pulse/page-pulse';
import { geometryOf, pagePulse, panePulse, rowPulse, type PulseLook } from './gallery-pulses';

describe('the pulse', () => {
  it('is one image with a sentence', () => {
    const svg = renderToStaticMarkup(rowPulse('calm', 'leila'));
    expect(svg).toMatch(/^<svg[^>]* role="img" aria-label="Amara and you, last 12 months\. Usually writes every 9 days; silent for 4\."/);
  });

  it('cuts off the oldest part where it is narrow', () => {
    for (const pulse of [rowPulse('calm', 'a'), panePulse('calm', 'a'), pagePulse('calm', 'a')]) {
      expect(renderToStaticMarkup(pulse)).toContain('preserveAspectRatio="xMaxYMid slice"');
    }
  });

  it.each([
    ['row', rowPulse('calm', 'a'), '0 0 120 24'],
    ['pane', panePulse('calm', 'a'), '0 0 480 56'],
    ['page', pagePulse('calm', 'a'), '0 0 850 188'],
  ])('has the size of a %s', (_size, pulse, box) => {
    expect(renderToStaticMarkup(pulse)).toContain(`viewBox="${box}"`);
  });

  it.each([['row', rowPulse('calm', 'a')], ['pane', panePulse('calm', 'a')], ['page', pagePulse('calm', 'a')]])('draws each side as one path: %s', (_size, pulse) => {
    const svg = renderToStaticMarkup(pulse);
    expect(svg.match(/class="pulse-them"/g)).toHaveLength(1);
    expect(svg.match(/class="pulse-you"/g)).toHaveLength(1);
  });

  it.each([
    ['none', 'pulse-now-calm', null],
    ['calm', 'pulse-now-calm', 'pulse-band-calm'],
    ['amber', 'pulse-now-amber', 'url(#heat-row-amara)'],
    ['red', 'pulse-now-red', 'url(#heat-row-amara)'],
    ['rest', 'pulse-now-rest', 'pulse-band-rest'],
  ] as const)('%s: the now line takes the colour of the silence', (look, now, band) => {
    const svg = renderToStaticMarkup(rowPulse(look, 'amara'));
    expect(svg).toContain(now);
    if (band === null) expect(svg).not.toContain('<rect');
    else expect(svg).toContain(band);
  });

  it('keeps the heat of two people on one page apart', () => {
    const ids = ['amara', 'noah'].map((id) => /linearGradient id="([^"]+)"/.exec(renderToStaticMarkup(rowPulse('red', id)))?.[1]);
    expect(new Set(ids).size).toBe(2);
  });

  it('shows the reply owed as a hollow bar', () => {
    expect(renderToStaticMarkup(rowPulse('owed', 'a'))).toContain('pulse-owed');
    expect(renderToStaticMarkup(rowPulse('calm', 'a'))).not.toContain('pulse-owed');
  });

  it.each([['page', pagePulse('red', 'amara')], ['pane', panePulse('red', 'amara')]])('says the year of a %s in a table too', (_size, pulse) => {
    const html = renderToStaticMarkup(pulse);
    expect(html).toContain('<summary>Show as table</summary>');
    expect(html).toContain('<caption class="sr-only">Amara and you, by month</caption>');
    expect(html).toContain('<th scope="col">Month</th><th scope="col">Amara</th><th scope="col">You</th>');
    expect(html).toContain('<th scope="row">Oct 2026</th><td>4</td><td>2</td>');
  });

  it('lets keys scroll the table beside a conversation, which has no room for a year', () => {
    expect(renderToStaticMarkup(panePulse('calm', 'a'))).toMatch(/<div[^>]* role="region" aria-label="Amara and you, by month" tabindex="0"><table>/);
  });

  it('costs a row of a list no table: the page that the row opens has it', () => {
    expect(renderToStaticMarkup(rowPulse('calm', 'a'))).not.toMatch(/<(?:details|table)/);
  });
});

describe('words on the page-sized strip', () => {
  const place = (look: PulseLook, expected: string[]) => {
    const page = renderToStaticMarkup(<PagePulse geometry={geometryOf(look, 'page')} id="a" name="Amara" expected={expected} months={[]} />);
    const [, attributes = ''] = /<text([^>]*)>Their rhythm/.exec(page) ?? [];
    return { x: Number(/ x="([\d.]+)"/.exec(attributes)?.[1]), y: Number(/ y="([\d.]+)"/.exec(attributes)?.[1]), end: attributes.includes('end') };
  };

  it('say what is expected beside the heat, above a band that takes the room', () => {
    const { nowX, band, width } = geometryOf('calm', 'page');
    expect((band?.x ?? 0) + (band?.width ?? 0)).toBeGreaterThan(nowX);
    expect(place('calm', ['Their rhythm says', 'by 15 November'])).toEqual({ x: width - 12, y: 12, end: true });
    expect(place('red', ['Their rhythm said', 'by 26 October'])).toEqual({ x: nowX + 8, y: 52, end: false });
    expect(renderToStaticMarkup(pagePulse('red', 'amara'))).toContain('28 days late');
  });

  it('stand right of a short band', () => {
    const { nowX, band } = geometryOf('calm', 'page');
    const end = Math.max(nowX, (band?.x ?? 0) + (band?.width ?? 0));
    expect(place('calm', ['Their rhythm', 'says so'])).toEqual({ x: end + 8, y: 52, end: false });
  });

  it('leave where the crop of a narrow page, which falls between two bars, would cut them', () => {
    const page = renderToStaticMarkup(pagePulse('calm', 'a'));
    const [first] = geometryOf('calm', 'page').months;
    expect(page).toContain(`font-size="clamp(0px, (100cqw - ${850 - (first?.x ?? 0) - 4 + 9}px) * 100, 11px)"`);
  });

  it('name the day where the sources saw no further than that', () => {
    const page = renderToStaticMarkup(<PagePulse geometry={geometryOf('calm', 'page')} id="a" name="Amara" nowLabel="6 Nov" months={[]} />);
    expect(page).toContain('>6 Nov</text>');
    expect(page).not.toContain('Today');
    expect(renderToStaticMarkup(pagePulse('calm', 'a'))).toContain('>Today</text>');
  });
});

describe('the line below a pane', () => {
  it('names every third month and leaves room for a sentence', () => {
    const names = (expected: string | null) => [...renderToStaticMarkup(panePulse('calm', 'a', expected)).matchAll(/>([A-Z][a-z]{2})<\/text>/g)].map(([, name]) => name);
    expect(names(null)).toEqual(['Mar', 'Jun', 'Sep']);
    expect(names('Next expected 26 Nov to 7 Dec')).toEqual(['Mar', 'Jun']);
  });

  it('reads the sentence aloud and not the scale', () => {
    const texts = renderToStaticMarkup(panePulse('calm', 'a', 'Next expected today')).match(/<text[^>]*>[^<]*/g) ?? [];
    expect(texts.filter((text) => !text.includes('aria-hidden="true"')).map((text) => text.replace(/^.*>/, ''))).toEqual(['Next expected today']);
  });
});
