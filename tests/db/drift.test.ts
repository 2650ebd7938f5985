import { expect, it } from 'vitest';
import { schemaDiff } from '../../prisma/schema-diff.mjs';

it('the migrations make exactly what schema.prisma says', async () => {
  expect(await schemaDiff()).toBe('');
}, 30_000);
