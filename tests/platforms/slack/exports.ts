/** Slack exports from the facts in import-formats.md: Jordan is U0J, Ana U0A, Ben U0B (deleted), the bot U0T. */
import type { Files } from '../../fixtures/zip';

export const USERS = JSON.stringify([
  { id: 'U0A', team_id: 'T1', name: 'ana', deleted: false, real_name: 'Ana Reis', is_admin: true, is_owner: true, is_primary_owner: true, is_bot: false, profile: { real_name: 'Ana Reis', display_name: 'ana', email: 'Ana@Ex.org', title: 'Printer', phone: '+351 912 000 002' } },
  { id: 'U0J', team_id: 'T1', name: 'jordan', deleted: false, is_admin: false, is_bot: false, profile: { real_name: 'Jordan Pike', display_name: '', email: 'jordan@ex.org' } },
  { id: 'U0B', team_id: 'T1', name: 'ben', deleted: true, is_bot: false, profile: { real_name: 'Ben Costa', display_name: 'ben' } },
  { id: 'U0T', team_id: 'T1', name: 'deploybot', deleted: false, is_bot: true, profile: { real_name: 'Deploy', bot_id: 'B01' } },
  { id: 'USLACKBOT', team_id: 'T1', name: 'slackbot', deleted: false, is_bot: false, profile: { real_name: 'Slackbot' } },
]);

const message = (fields: Record<string, unknown>) => ({ type: 'message', ...fields });

/** All four kinds of conversations; three people and a bot in #general. */
export const WORKSPACE: Files = {
  'users.json': USERS,
  'channels.json': JSON.stringify([{ id: 'C1', name: 'general', is_archived: false, is_general: true, members: ['U0A', 'U0J', 'U0B', 'U0T'], topic: { value: '' }, purpose: { value: '' } }]),
  'groups.json': JSON.stringify([{ id: 'G1', name: 'board', members: ['U0A', 'U0B'] }]),
  'dms.json': JSON.stringify([{ id: 'D1', members: ['U0J', 'U0A'] }, { id: 'D2', members: ['U0J', 'USLACKBOT'] }, { id: 'D3', members: ['U0A', 'U0B'] }]),
  'mpims.json': JSON.stringify([{ id: 'G2', name: 'mpdm-ana--ben--jordan-1', members: ['U0A', 'U0B', 'U0J'] }]),
  'integration_logs.json': '[]',
  'general/2023-11-14.json': JSON.stringify([
    message({ subtype: 'channel_join', user: 'U0A', text: '<@U0A> has joined the channel', ts: '1699963200.000100' }),
    message({ user: 'U0A', text: 'hi <@U0J>, see <https://example.org/a?b=1&amp;c=2|the proof> &amp; <#C1|general> &lt;now&gt; <!here>', ts: '1699963260.000200', client_msg_id: 'x', team: 'T1',
      reactions: [{ name: 'tada', users: ['U0J', 'U0T'], count: 4 }] }),
    message({ subtype: 'bot_message', bot_id: 'B01', username: 'Deploy', text: 'done', ts: '1699963300.000300' }),
    message({ user: 'U0T', bot_id: 'B01', text: 'done too', ts: '1699963300.000301' }),
  ]),
  'general/2023-11-15.json': JSON.stringify([
    message({ user: 'U0J', text: 'great', ts: '1700049660.000400', thread_ts: '1699963260.000200', parent_user_id: 'U0A' }),
    message({ user: 'U0X', user_profile: { real_name: 'Guest Gil', display_name: 'gil', name: 'gil' }, text: 'from outside', ts: '1700049670.000500' }),
    message({ user: 'U0B', text: '', files: [{ id: 'F1' }, { id: 'F2' }], ts: '1700049680.000600', subtype: 'file_share' }),
    message({ user: 'U0B', text: '', ts: '1700049690.000700' }),
    message({ user: 'U0B', text: 'no time' }),
  ]),
  'board/2023-11-15.json': JSON.stringify([message({ user: 'U0A', text: 'secret', ts: '1700049700.000100' })]),
  'D1/2023-11-15.json': JSON.stringify([message({ user: 'U0J', text: 'hello', ts: '1700049800.000100' }), message({ user: 'U0A', text: 'hello back', ts: '1700049800.000101' })]),
  'D2/2023-11-15.json': JSON.stringify([message({ user: 'USLACKBOT', text: 'Reminder', ts: '1700049900.000100' })]),
  'D3/2023-11-15.json': JSON.stringify([message({ user: 'U0B', text: 'between us', ts: '1700049950.000100' })]),
  'mpdm-ana--ben--jordan-1/2023-11-15.json': JSON.stringify([message({ user: 'U0B', text: 'lunch?', ts: '1700050000.000100' })]),
};

export const NAME = 'Acme Slack export Nov 1 2023 - Dec 1 2023.zip';
