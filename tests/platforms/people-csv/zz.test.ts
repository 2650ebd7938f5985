import { it } from 'vitest';
import * as n from '../../fixtures/people-csv/newsletters';
import * as a from '../../fixtures/people-csv/address-books';
import * as t from '../../fixtures/people-csv/any-table';
import { readFile, readFiles } from '../read-export';
import { inLines } from './in-lines';
import { writeFileSync } from 'node:fs';
it('x', async () => {
  let out = '';
  for (const f of [...Object.values(n), ...Object.values(a), ...Object.values(t)]) {
    const read = 'content' in f ? await readFile(f.name, f.content) : await readFiles(f);
    const { recognition, questions, coverage, snapshots } = read;
    out += JSON.stringify({ recognition, questions: questions.map((q) => q.asks === 'columns' ? { ...q, meanings: q.meanings.length, columns: q.columns.map((c) => `${c.header}=${c.suggested}`) } : q), coverage, snapshots, ...inLines(read) }, null, 1) + '\n\n';
  }
  writeFileSync('/tmp/k/csv-out.txt', out);
});
