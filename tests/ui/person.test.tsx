import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { deedOf, LOGGED, loggedAs } from '../../app/domain/contacts/logged';
import { neighboursIn } from '../../app/ui/people/list-place';
import { HealthBar } from '../../app/ui/people/health-bar';
import { LinkedText } from '../../app/ui/person/linked-text';
import { Sparkline } from '../../app/ui/person/sparkline';

const linked = (text: string) => renderToStaticMarkup(<LinkedText text={text} />);
const link = (address: string) => `<a href="${address}" target="_blank" rel="noopener noreferrer nofollow" class="text-link">${address}</a>`;

describe('somebody’s words', () => {
  it.each([
    ['Hello', 'Hello'],
    ['See https://a.example/b.', `See ${link('https://a.example/b')}.`],
    ['(https://a.example)', `(${link('https://a.example')})`],
    ['http://a.example, https://b.example!', `${link('http://a.example')}, ${link('https://b.example')}!`],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['data:text/html,x ftp://a.example mailto:a@b.c', 'data:text/html,x ftp://a.example mailto:a@b.c'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['https://', 'https://'],
    ['https://a.example/"onmouseover="x', `${link('https://a.example/')}&quot;onmouseover=&quot;x`],
  ])('%s', (text, html) => {
    expect(linked(text)).toBe(html);
  });
});

describe('the place in a list', () => {
  const state = { from: '/people?sort=name', people: ['a', 'b', 'c'] };

  it.each([
    ['a', { number: 1, previous: null, next: 'b' }],
    ['b', { number: 2, previous: 'a', next: 'c' }],
    ['c', { number: 3, previous: 'b', next: null }],
  ])('%s', (id, expected) => {
    expect(neighboursIn(state, id)).toMatchObject({ ...expected, count: 3, place: state });
  });

  it.each([null, undefined, {}, 'x', { from: '/people', people: [] }, { from: 'https://evil.test', people: ['a'] }, { ...state, people: ['z'] }])(
    'is nothing for %o',
    (other) => {
      expect(neighboursIn(other, 'a')).toBeNull();
    },
  );
});

describe('health, drawn', () => {
  it('a bar as long as the number, in the state’s colour', () => {
    const html = renderToStaticMarkup(<HealthBar health={50} state="Cooling" />);
    expect(html).toContain('health-bar-amber');
    expect(html).toContain('width="17"');
    expect(renderToStaticMarkup(<HealthBar health={0} state="Dormant" />)).toContain('width="2"');
  });

  it('a line from where there was anything to read, none for a single reading', () => {
    const html = renderToStaticMarkup(<Sparkline values={[null, 0, 100]} tone="good" />);
    expect(html).toContain('d="M80.0 26.0L156.0 4.0"');
    expect(renderToStaticMarkup(<Sparkline values={[null, 40]} tone="mute" />)).toBe('');
    expect(renderToStaticMarkup(<Sparkline values={[]} tone="mute" />)).toBe('');
  });
});

describe('what can be logged', () => {
  it.each(LOGGED)('%s comes back as itself', (logged) => {
    const { kind, direction } = deedOf(logged);
    expect(loggedAs(kind, direction)).toBe(logged);
  });

  it('offers no choice for what it does not know', () => {
    expect(loggedAs('purchase', 'in')).toBeNull();
    expect(loggedAs('note', 'out')).toBeNull();
    expect(loggedAs('email', 'out')).toBe('you_said');
  });
});
