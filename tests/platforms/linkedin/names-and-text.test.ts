import { describe, expect, it } from 'vitest';
import { splitNames } from '../../../app/platforms/linkedin/names';
import { cleanName } from '../../../app/platforms/reading/names';
import { cleanText } from '../../../app/platforms/reading/clean-text';

describe('splitNames', () => {
  it.each([
    ['Tomás Reyes, Wren Hale', ['Tomás Reyes', 'Wren Hale']],
    ['Tomás Reyes, Wren Hale, PhD', ['Tomás Reyes', 'Wren Hale, PhD']],
    ['Wren Hale, PhD, MBA, Tomás Reyes', ['Wren Hale, PhD, MBA', 'Tomás Reyes']],
    ['Sam Ito, Jr., Ada Novak, C.P.A.', ['Sam Ito, Jr.', 'Ada Novak, C.P.A.']],
    ['Madonna, Cher', ['Madonna', 'Cher']],
    ['', []],
    [' , ,', []],
  ])('%j', (cell, names) => {
    expect(splitNames(cell, new Set())).toEqual(names);
  });

  it('prefers names seen elsewhere to guesses', () => {
    expect(splitNames('Kofi Mensah, speaks about tea, Ada Novak', new Set(['kofi mensah, speaks about tea']))).toEqual([
      'Kofi Mensah, speaks about tea', 'Ada Novak',
    ]);
  });

  it('takes a list of many thousand names in its stride', () => {
    expect(splitNames('A B,'.repeat(100_000), new Set())).toHaveLength(100_000);
  });
});

it('makes names one clean line, and leaves joined emoji whole', () => {
  expect(cleanName('  Zoe\u0308 \u202E\n Brandt\u0000 👩‍💻 ')).toBe('Zoë Brandt 👩‍💻');
});

describe('cleanText', () => {
  it.each([
    ['plain', 'plain', 'plain'],
    ['  two\r\nlines\rthree \n', 'two\nlines\nthree', 'plain'],
    ['a < b and c > d, List<String>, <3', 'a < b and c > d, List<String>, <3', 'plain'],
    ['Q&amp;A', 'Q&amp;A', 'plain'],
    ['<p>Hi&nbsp;Ada,</p><p>one<br/>two</p>', 'Hi Ada,\n\none\ntwo', 'html-stripped'],
    ['<div>5 &lt; 6 &#39;ok&#x27; &unknown;</div>', "5 < 6 'ok' &unknown;", 'html-stripped'],
    ['<p>a</p><script>alert("x")</script><style>p{}</style><p>b</p>', 'a\n\nb', 'html-stripped'],
    ['<p onclick="steal()">click</p><!-- hidden -->', 'click', 'html-stripped'],
    ['<b>never closed <', 'never closed <', 'html-stripped'],
    ['<a href="javascript:alert(1)">link</a>', 'link', 'html-stripped'],
    ['nul\u0000 and bell\u0007', 'nul and bell', 'plain'],
    ['e\u0301', 'é', 'plain'],
  ])('%j', (written, text, format) => {
    expect(cleanText(written)).toEqual({ text, format });
  });

  it.each([['<', '<p>'], ['<a ', '<p>'], ['<p> ', ''], ['&', '<p>'], ['<!--', '<p>'], ['<script>', '<p>'], [' ', '<p>']])(
    'takes linear time on a million of %j',
    (piece, start) => {
      const began = performance.now();
      cleanText(start + piece.repeat(1_000_000));
      expect(performance.now() - began).toBeLessThan(3000);
    },
  );
});
