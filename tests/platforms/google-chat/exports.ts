/** Google Chat out of Takeout, from the facts in import-formats.md: e-mail addresses on both sides. */
import type { Files } from '../../fixtures/zip';

const NARROW = '\u202f';
const person = (name: string, email: string) => ({ name, email, user_type: 'Human' });
const ANA = person('Ana Reis', 'Ana@Ex.org');
const JORDAN = person('Jordan Pike', 'jordan@ex.org');

export const DM = JSON.stringify({
  messages: [
    { creator: ANA, created_date: `Tuesday, October 27, 2020 at 10:02:02${NARROW}AM UTC`, text: 'hi', topic_id: 't1', message_id: 'dm1/t1/t1' },
    { creator: JORDAN, created_date: `Tuesday, October 27, 2020 at 12:30:00${NARROW}PM UTC`, text: 'hello', topic_id: 't2', message_id: 'dm1/t2/t2', attached_files: [{ original_name: 'a.png', export_name: 'File-a.png' }],
      reactions: [{ emoji: { unicode: '👍' }, reactor_emails: ['ana@ex.org'] }] },
    { creator: ANA, created_date: `Wednesday, October 28, 2020 at 12:05:00${NARROW}AM UTC`, topic_id: 't3', message_id: 'dm1/t3/t3', message_state: 'DELETED' },
    { creator: { name: 'Drive', email: '', user_type: 'Bot' }, created_date: `Wednesday, October 28, 2020 at 12:06:00${NARROW}AM UTC`, text: 'shared', topic_id: 't4', message_id: 'dm1/t4/t4' },
    { creator: ANA, created_date: 'mardi 27 octobre 2020', text: 'when?', topic_id: 't5', message_id: 'dm1/t5/t5' },
  ],
});

/** 2020: no ids of messages but of topics. */
export const OLD_SPACE = JSON.stringify({
  messages: [
    { creator: JORDAN, created_date: 'Thursday, March 5, 2020 at 3:04:05 PM UTC', text: 'same', topic_id: 'tA' },
    { creator: JORDAN, created_date: 'Thursday, March 5, 2020 at 3:04:05 PM UTC', text: 'same', topic_id: 'tA' },
  ],
});

const folder = 'Takeout/Google Chat';
export const TAKEOUT: Files = {
  [`${folder}/Groups/DM abcDEF/messages.json`]: DM,
  [`${folder}/Groups/DM abcDEF/group_info.json`]: JSON.stringify({ members: [ANA, JORDAN] }),
  [`${folder}/Groups/Space xyz/messages.json`]: OLD_SPACE,
  [`${folder}/Groups/Space xyz/group_info.json`]: JSON.stringify({ name: 'Printers', members: [ANA, JORDAN, person('Kai', 'kai@ex.org')] }),
  [`${folder}/Groups/DM abcDEF/File-a.png`]: 'x',
  [`${folder}/Users/User 1/user_info.json`]: JSON.stringify({ user: JORDAN, membership_info: [] }),
};
