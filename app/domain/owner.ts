/** What a first visit asks of whoever makes the house theirs; the form and the server hold the same words to it. */
import { z } from 'zod';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password';

const DEFAULT_WORKSPACE = 'My people';

export const ownerSchema = z.object({
  name: z.string({ error: 'Write your name.' }).trim().min(1, 'Write your name.').max(120, 'At most 120 characters.'),
  email: z.email({ error: 'Write your e-mail address, as in ines@example.com.' }),
  password: z
    .string({ error: 'Choose a password.' })
    .min(SHORTEST_PASSWORD, `At least ${SHORTEST_PASSWORD} characters.`)
    .max(LONGEST_PASSWORD, `At most ${LONGEST_PASSWORD} characters.`),
  workspaceName: z.string().trim().max(80, 'At most 80 characters.').default(DEFAULT_WORKSPACE),
  token: z.string().default(''),
});
