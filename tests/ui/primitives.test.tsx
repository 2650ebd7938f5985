import type { ReactElement } from 'react';
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';
import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../app/domain/activity';
import { HEALTH_STATES } from '../../app/domain/health/states';
import { initialsOf, tintOf } from '../../app/ui/primitives/avatar';
import { CheckboxField, SelectField, TextArea, TextField } from '../../app/ui/primitives/fields';
import { PersonRow } from '../../app/ui/primitives/person-row';
import { PlatformGlyph, platformName } from '../../app/ui/primitives/platform-glyph';
import { ProgressBar } from '../../app/ui/primitives/progress-bar';
import { StateGlyph, StateWord, stateWord } from '../../app/ui/primitives/state-glyph';
import { Time } from '../../app/ui/primitives/time';
import { GALLERY_ROUTES } from './gallery';

const html = (element: ReactElement) => renderToStaticMarkup(element);

/** The value of an attribute of the first element with this tag. */
function attribute(markup: string, tag: string, name: string): string | undefined {
  const element = new RegExp(`<${tag}[^>]*>`).exec(markup)?.[0] ?? '';
  return new RegExp(` ${name}="([^"]*)"`).exec(element)?.[1];
}

/** The whole gallery as a server renders it. */
async function renderGallery(): Promise<string> {
  const handler = createStaticHandler(GALLERY_ROUTES);
  const context = await handler.query(new Request('http://localhost/'));
  if (context instanceof Response) throw new Error('The gallery does not redirect');
  const router = createStaticRouter(handler.dataRoutes, context);
  return renderToString(<StaticRouterProvider router={router} context={context} hydrate={false} />);
}

describe('the gallery', () => {
  it('renders on the server, without a browser', async () => {
    const page = await renderGallery();
    expect(page).toContain('Seven people are waiting on you.');
    expect(page).toContain('aria-current="page"');
    expect(page).toContain('Skip to the page');
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page.match(/<main/g)).toHaveLength(1);
  });

  it('needs no style attribute, so that a strict content policy holds', async () => {
    expect(await renderGallery()).not.toMatch(/ style="/);
  });
});

describe('fields', () => {
  const kinds = [
    ['input', (words: object) => <TextField label="Email" id="email" name="email" {...words} />],
    ['textarea', (words: object) => <TextArea label="Email" id="email" name="email" {...words} />],
    ['select', (words: object) => <SelectField label="Email" id="email" name="email" {...words}><option /></SelectField>],
    ['input', (words: object) => <CheckboxField label="Email" id="email" name="email" {...words} />],
  ] as const;

  it.each(kinds)('%s: the label names the control', (tag, make) => {
    const markup = html(make({}));
    expect(attribute(markup, 'label', 'for')).toBe('email');
    expect(attribute(markup, tag, 'id')).toBe('email');
    expect(attribute(markup, tag, 'aria-describedby')).toBeUndefined();
    expect(attribute(markup, tag, 'aria-invalid')).toBeUndefined();
  });

  it.each(kinds)('%s: hint and error describe the control and exist', (tag, make) => {
    const markup = html(make({ hint: 'Never shown.', errors: ['That is no email address.', 'second'] }));
    expect(attribute(markup, tag, 'aria-describedby')).toBe('email-description email-error');
    expect(attribute(markup, tag, 'aria-invalid')).toBe('true');
    expect(markup).toContain('id="email-description"');
    expect(markup).toMatch(/id="email-error"[^>]*>.*That is no email address\./);
    expect(markup).not.toContain('second');
  });

  it('takes what conform passes and keeps descriptions of others', () => {
    const markup = html(
      <TextField
        label="Email" id="email" name="email" required defaultValue="a@b.example" errors={['No.']}
        aria-invalid aria-describedby="email-error other"
      />,
    );
    expect(attribute(markup, 'input', 'aria-describedby')).toBe('other email-error');
    expect(attribute(markup, 'input', 'value')).toBe('a@b.example');
    expect(markup).toContain('required=""');
  });

  it('hides the empty place of an error', () => {
    expect(html(<TextField label="Email" id="email" />)).toMatch(/id="email-error"[^>]*hidden=""/);
  });

  it('gives fields without an id ids of their own', () => {
    const markup = html(<><TextField label="One" /><TextField label="Two" /></>);
    const ids = [...markup.matchAll(/<input[^>]* id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('states', () => {
  const BOTH_ONE_SIDED = ['One-sided: you write', 'One-sided: they write'];

  it.each(HEALTH_STATES)('%s has its word beside its moon', (state) => {
    const markup = html(<StateWord state={state} />);
    expect(markup).toContain(`</svg>${stateWord(state)}</span>`);
    expect(attribute(markup, 'svg', 'aria-hidden')).toBe('true');
  });

  it('has a shape of its own for every word', () => {
    const words = new Set(HEALTH_STATES.map(stateWord));
    const shapes = new Set(HEALTH_STATES.map((state) => html(<StateGlyph state={state} />).replace(/^<svg[^>]*>/, '')));
    expect(shapes.size).toBe(words.size);
  });

  it('calls both one-sided kinds One-sided', () => {
    expect(HEALTH_STATES.filter((state) => stateWord(state) === 'One-sided').sort()).toEqual(BOTH_ONE_SIDED.sort());
  });

  it('is read aloud where no word stands beside it', () => {
    expect(attribute(html(<StateGlyph state="Fading" named />), 'svg', 'aria-label')).toBe('Fading');
  });
});

describe('platforms', () => {
  it.each(PLATFORMS)('%s has a mark and a name', (platform) => {
    const markup = html(<PlatformGlyph platform={platform} />);
    expect(attribute(markup, 'svg', 'aria-label')).toBe(platformName(platform));
    expect(markup).toMatch(/<(path|rect|circle|line)/);
  });

  it('has a different mark for each', () => {
    const marks = PLATFORMS.map((platform) => html(<PlatformGlyph platform={platform} decorative />));
    expect(new Set(marks).size).toBe(PLATFORMS.length);
  });
});

describe('avatars', () => {
  it.each([
    ['Leila Haddad', 'LH'], ['Ana Lucia Prado', 'AP'], ['kris_promo_8841', 'K'], ['Åsa Öberg', 'ÅÖ'], ['李小龙', '李'],
    ['  Zoë  ', 'Z'], ['@leilah', 'L'], ['"Bob" (Robert) Smith', 'BS'], ['𝒜lice Gray', '𝒜G'], ['...', '?'], ['', '?'],
    ['Linh 🌱', 'L'],
  ])('%s is %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('keeps the tint of an id for ever', () => {
    expect(['leila', 'kwame', 'sofie', 'amara', 'ines'].map(tintOf)).toEqual([2, 0, 1, 7, 6]);
  });

  it('uses all eight tints evenly enough', () => {
    const counts = Array.from({ length: 8 }, () => 0);
    for (let id = 0; id < 8_000; id += 1) {
      const tint = tintOf(`contact-${id}`);
      counts[tint] = (counts[tint] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(800);
  });
});

describe('rows', () => {
  const row = <PersonRow publicId="leila" name="Leila" href="/people/leila" line="Hello" waiting="waiting 4 days" />;

  it('says whether it is selected, and only the selected one takes Tab', () => {
    expect(attribute(html(row), 'div', 'aria-selected')).toBe('false');
    expect(attribute(html(row), 'a', 'tabindex')).toBe('-1');
    const selected = html(<PersonRow publicId="leila" name="Leila" href="/people/leila" line="Hello" selected />);
    expect(attribute(selected, 'div', 'aria-selected')).toBe('true');
    expect(attribute(selected, 'a', 'tabindex')).toBe('0');
  });

  it('escapes what people wrote', () => {
    const markup = html(<PersonRow publicId="x" name="<b>" href="/people/x" line={'<script>alert("x")</script>'} />);
    expect(markup).not.toContain('<script>');
    expect(markup).not.toContain('<b>');
  });
});

describe('small parts', () => {
  it('gives a time its exact instant', () => {
    expect(html(<Time at={Date.UTC(2026, 10, 23, 9, 30)} text="2 h" />)).toBe(
      '<time dateTime="2026-11-23T09:30:00.000Z">2 h</time>',
    );
  });

  it.each([
    [0.4, ' value="0.4"'], [-1, ' value="0"'], [7, ' value="1"'],
  ])('draws progress %s as%s', (value, expected) => {
    expect(html(<ProgressBar label="Reading" value={value} />)).toContain(expected);
  });

  it('has no value while the whole is not known', () => {
    expect(html(<ProgressBar label="Reading" value={null} />)).not.toContain(' value=');
  });
});
