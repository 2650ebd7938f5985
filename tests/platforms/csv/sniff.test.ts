import { describe, expect, it } from 'vitest';
import { sniffHeader } from '../../../app/platforms/csv/sniff';

const found = (text: string) => {
  const header = sniffHeader(text, true);
  return header && [header.delimiter, header.line, header.headings];
};

describe('the header of an unknown table is found', () => {
  it.each([
    ['at the top', 'Name,Age\nAda,36\n', [',', 1, ['Name', 'Age']]],
    ['with semicolons, though commas stand in its cells', 'Name;Sum\n"Ito, Ada";1,5\nBen;2,5\n', [';', 1, ['Name', 'Sum']]],
    ['with tabs', 'Name\tAge\nAda\t36\n', ['\t', 1, ['Name', 'Age']]],
    ['with bars', 'Name|Age\nAda|36\n', ['|', 1, ['Name', 'Age']]],
    ['below a preamble', 'Our people\n"made on\n1 May"\n\nName,Age\nAda,36\nBen,1\n', [',', 5, ['Name', 'Age']]],
    ['below Excel’s first line', 'sep=;\nName;Age\nAda;36\n', [';', 2, ['Name', 'Age']]],
    ['with one column', 'Email\na@ex.example\nb@ex.example\n', [',', 1, ['Email']]],
    ['with columns that have no heading', 'Name,,Age,\nAda,x,36,\n', [',', 1, ['Name', '', 'Age', '']]],
    ['above short rows', 'Name,Age,City\nAda\nBen,3\n Cy,4,Rome\nDee,5\n', [',', 1, ['Name', 'Age', 'City']]],
    ['above nothing', 'Name,Age\n', [',', 1, ['Name', 'Age']]],
    ['as it is written, on one line', '"First\n Name ", AGE \nAda,3\n', [',', 1, ['First Name', 'AGE']]],
  ])('%s', (_where, text, header) => expect(found(text)).toEqual(header));

  it.each([
    ['of values alone', '1,2\n3,4\n'], ['of addresses alone', 'a@ex.example\nb@ex.example\n'], ['of nothing', ''], ['of empty lines', '\n\n,,\n'],
  ])('nowhere in a table %s', (_what, text) => expect(found(text)).toBeNull());
});
