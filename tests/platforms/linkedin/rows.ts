/** Rows of messages.csv for cases of one's own. */
import type { IdentityRef } from '../../../app/domain/activity';

/** A table of messages with the columns of 2024, for cases of one's own. */
export const MESSAGE_COLUMNS = [
  'CONVERSATION ID', 'CONVERSATION TITLE', 'FROM', 'SENDER PROFILE URL', 'TO', 'RECIPIENT PROFILE URLS', 'DATE',
  'SUBJECT', 'CONTENT', 'FOLDER', 'ATTACHMENTS', 'IS MESSAGE DRAFT',
] as const;

const ADA = { name: 'Ada Ito', url: 'https://www.linkedin.com/in/ada-ito' };
const ME = { name: 'Jordan Pike', url: 'https://www.linkedin.com/in/jordanpike' };
export const OWN: { identities: IdentityRef[]; displayName: string } = {
  identities: [{ platform: 'linkedin', kind: 'handle', key: 'jordanpike', scope: '' }],
  displayName: 'Jordan Pike',
};

/** A row from Ada to Jordan (or back with `out`), with whatever else the case is about. */
export function messageFields(fields: Record<string, string> = {}, out = false): Record<string, string> {
  const [from, to] = out ? [ME, ADA] : [ADA, ME];
  return {
    'CONVERSATION ID': '2-ada==', FROM: from.name, 'SENDER PROFILE URL': from.url, TO: to.name,
    'RECIPIENT PROFILE URLS': to.url, DATE: '2024-05-01 10:00:00 UTC', CONTENT: 'Hello', FOLDER: 'INBOX',
    'IS MESSAGE DRAFT': 'No', ...fields,
  };
}
