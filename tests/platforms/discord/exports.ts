/** Discord packages and channels by DiscordChatExporter, one per era, from the facts in import-formats.md. */
import type { Files } from '../../fixtures/zip';

export const ME = '1100000000000000001';
export const NOVA = '1100000000000000002';
export const KAI = '1100000000000000003';

const USER = `{
  "id": "${ME}", "username": "jordanpike", "discriminator": 0, "global_name": "Jordan Pike", "email": "Jordan@Ex.org", "flags": 0,
  "relationships": [
    {"id": "${NOVA}", "type": 1, "nickname": null, "since": "2023-05-06T07:08:09.123000+00:00", "user": {"id": "${NOVA}", "username": "nova", "discriminator": "0", "global_name": "Nova"}},
    {"id": "${KAI}", "type": 2, "nickname": null, "user": {"id": "${KAI}", "username": "Kai", "discriminator": "1234"}},
    {"id": "1100000000000000004", "type": 3, "user": {"id": "1100000000000000004", "username": "asks", "discriminator": "0"}},
    {"id": "1100000000000000005", "type": 5, "user": {"id": "1100000000000000005", "username": "met", "discriminator": "0"}}
  ]
}`;

/** 2024: JSON, folders with "c", types as words; ids stand there as bare numbers. */
export const PACKAGE_2024: Files = {
  'Account/user.json': USER,
  'Account/avatar.png': 'x',
  'Activity/analytics/events-2024-00000-of-00001.json': '{}',
  'Messages/index.json': `{"1180000000000000001": "Direct Message with nova#0", "1180000000000000002": null, "1180000000000000003": "general in Printers", "1180000000000000004": "Direct Message with Deleted User"}`,
  'Messages/c1180000000000000001/channel.json': `{"id": "1180000000000000001", "type": "DM", "recipients": ["${ME}", "${NOVA}"]}`,
  'Messages/c1180000000000000001/messages.json':
    `[{"ID": 1180000000000000011, "Timestamp": "2023-12-11 02:01:09", "Contents": "hey", "Attachments": ""}, {"ID": 1180000000000000013, "Timestamp": "2023-12-11 02:02:09", "Contents": "", "Attachments": "https://cdn.discordapp.com/a.png https://cdn.discordapp.com/b.png"}, {"ID": 1180000000000000014, "Timestamp": "2023-12-11 02:03:09", "Contents": "", "Attachments": ""}]`,
  'Messages/c1180000000000000002/channel.json': `{"id": "1180000000000000002", "type": "GROUP_DM", "name": "press night", "recipients": ["${ME}", "${NOVA}", "${KAI}"]}`,
  'Messages/c1180000000000000002/messages.json': `[{"ID": 1180000000000000021, "Timestamp": "2023-12-12 10:00:00", "Contents": "at eight", "Attachments": ""}]`,
  'Messages/c1180000000000000003/channel.json': `{"id": "1180000000000000003", "type": "GUILD_TEXT", "name": "general", "guild": {"id": "9", "name": "Printers"}}`,
  'Messages/c1180000000000000003/messages.json': `[{"ID": 1180000000000000031, "Timestamp": "2023-12-13 10:00:00", "Contents": "thanks <@${NOVA}> <:wave:1180000000000000099>", "Attachments": ""}]`,
  'Messages/c1180000000000000004/channel.json': `{"id": "1180000000000000004", "type": "DM", "recipients": ["${ME}", "Deleted User"]}`,
  'Messages/c1180000000000000004/messages.json': `[{"ID": 1180000000000000041, "Timestamp": "2023-12-14 10:00:00", "Contents": "still there?", "Attachments": ""}]`,
  'Servers/index.json': '{"9": "Printers"}',
};

/** 2021: CSV, folders of a Spanish account without "c", types as numbers, milliseconds. */
export const PACKAGE_2021: Files = {
  'cuenta/user.json': USER,
  'mensajes/index.json': '{"1180000000000000001": "Direct Message with nova#0"}',
  'mensajes/1180000000000000001/channel.json': `{"id": "1180000000000000001", "type": 1, "recipients": ["${NOVA}", "${ME}"]}`,
  'mensajes/1180000000000000001/messages.csv': 'ID,Timestamp,Contents,Attachments\n1180000000000000011,2021-03-04 05:06:07.123000+00:00,"hey, ""you""\nsecond line",\n1180000000000000012,not a time,x,\n',
};

const author = (id: string, name: string, nickname: string, isBot = false) => ({ id, name, discriminator: '0000', nickname, isBot, roles: [] });
const NOVA_WRITES = author(NOVA, 'nova', 'Nova');
const I_WRITE = author(ME, 'jordanpike', 'Jordan Pike');

/** Both sides of a conversation between two, with a clock two hours ahead. */
export const LOG_DM = JSON.stringify({
  guild: { id: '0', name: 'Direct Messages', iconUrl: '' },
  channel: { id: '1180000000000000001', type: 'DirectTextChat', categoryId: null, name: 'nova', topic: null },
  dateRange: { after: null, before: null },
  exportedAt: '2026-09-03T08:00:00.000+00:00',
  messages: [
    { id: '1180000000000000011', type: 'Default', timestamp: '2026-09-02T11:00:00.000+02:00', content: 'hey', author: I_WRITE, attachments: [], reactions: [], mentions: [] },
    { id: '1180000000000000012', type: 'Reply', timestamp: '2026-09-02T09:01:00.000+00:00', content: 'hi', author: NOVA_WRITES, attachments: [{ id: '1' }], mentions: [{ id: ME, name: 'jordanpike', nickname: 'Jordan Pike', isBot: false }],
      reactions: [{ emoji: { id: '', name: '🎉' }, count: 2, users: [{ id: ME, name: 'jordanpike', nickname: 'Jordan Pike', isBot: false }] }], reference: { messageId: '1180000000000000011', channelId: '1180000000000000001' } },
    { id: '1180000000000000015', type: 'Call', timestamp: '2026-09-02T09:02:00.000+00:00', content: 'Started a call.', author: NOVA_WRITES },
  ],
  messageCount: 3,
}, null, 2);

/** A channel of a server in which twelve people and a bot write. */
export const LOG_SERVER = JSON.stringify({
  guild: { id: '9', name: 'Printers' },
  channel: { id: '1180000000000000003', type: 'GuildTextChat', category: 'Text', name: 'general' },
  messages: [
    ...Array.from({ length: 10 }, (_, index) => ({ id: `11800000000000001${index}0`, type: 'Default', timestamp: '2026-09-02T09:00:00.000+00:00', content: `word ${index}`, author: author(`12000000000000000${index}0`, `member${index}`, `Member ${index}`) })),
    { id: '1180000000000000200', type: 'Default', timestamp: '2026-09-02T09:01:00.000+00:00', content: 'mine', author: I_WRITE },
    { id: '1180000000000000201', type: 'Reply', timestamp: '2026-09-02T09:02:00.000+00:00', content: 'to you', author: NOVA_WRITES, reference: { messageId: '1180000000000000200' } },
    { id: '1180000000000000202', type: 'Default', timestamp: '2026-09-02T09:03:00.000+00:00', content: '@Nova', author: I_WRITE, mentions: [{ id: NOVA, name: 'nova', nickname: 'Nova', isBot: false }] },
    { id: '1180000000000000203', type: 'Default', timestamp: '2026-09-02T09:04:00.000+00:00', content: 'beep', author: author('1300000000000000000', 'bot', 'Bot', true) },
    { id: '1180000000000000204', type: 'GuildMemberJoin', timestamp: '2026-09-02T09:05:00.000+00:00', content: 'Joined the server.', author: NOVA_WRITES },
  ],
});

export const TABLE_NAME = 'Direct Messages - Private - nova [1180000000000000001].csv';
/** The table form, with the zone in the time. */
export const TABLE = `AuthorID,Author,Date,Content,Attachments,Reactions
"${ME}","jordanpike","2026-09-02T09:00:00.0000000+00:00","hey","",""
"${NOVA}","nova","2026-09-02T11:01:00.0000000+02:00","hi","https://cdn.discordapp.com/a.png","🎉 (2)"
`;
/** The table form of older versions: a clock without a zone, and discriminators. */
export const OLD_TABLE = `AuthorID,Author,Date,Content,Attachments,Reactions
"${ME}","jordanpike#0001","02-Sep-21 09:00 AM","hey","",""
"${NOVA}","nova#1234","02-Sep-21 12:30 PM","hi","",""
"${NOVA}","nova#1234","02-Sep-21 12:30 PM","hi","",""
`;
