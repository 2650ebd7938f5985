/** Telegram Desktop exports, one per form and era, from the facts in import-formats.md. Written as text: ids go beyond 2^53. */

/** A whole export of 2024. Jordan is 100000001, Ben 100000002, Ana 100000003, a deleted account 100000009. */
export const FULL = `{
 "about": "Here is the data you requested. Remember: Telegram is ad free, it doesn't use your data for ad targeting and doesn't sell it to others.",
 "personal_information": {
  "user_id": 100000001,
  "first_name": "Jordan",
  "last_name": "Pike",
  "phone_number": "+351 912 345 678",
  "username": "@JordanPike",
  "bio": "prints"
 },
 "profile_pictures": [],
 "contacts": {
  "about": "If you allow access, your contacts are synced with Telegram.",
  "list": [
   {"user_id": 100000002, "first_name": "Ben", "last_name": "Costa", "phone_number": "+351 912 000 002", "date": "2022-01-01T10:00:00", "date_unixtime": "1641031200"},
   {"user_id": 0, "first_name": "Zoe", "last_name": "", "phone_number": "0049 171 2345678", "date": "2022-01-01T10:00:00"},
   {"user_id": 0, "first_name": "Nobody", "last_name": "", "phone_number": "", "date": "2022-01-01T10:00:00"}
  ]
 },
 "frequent_contacts": {
  "about": "People you message most.",
  "list": [
   {"id": 100000002, "category": "people", "type": "user", "name": "Ben", "rating": 12.5},
   {"id": 555, "category": "inline_bots", "type": "user", "name": "gif", "rating": 3}
  ]
 },
 "chats": {
  "about": "This page lists all chats from this export.",
  "list": [
   {
    "name": "Ben",
    "type": "personal_chat",
    "id": 100000002,
    "messages": [
     {"id": 10, "type": "service", "date": "2024-11-14T09:00:00", "date_unixtime": "1731571200", "actor": "Ben", "actor_id": "user100000002", "action": "phone_call", "text": "", "text_entities": []},
     {"id": 11, "type": "message", "date": "2024-11-14T10:12:44", "date_unixtime": "1731575564", "from": "Jordan Pike", "from_id": "user100000001", "text": "proofs are up", "text_entities": [{"type": "plain", "text": "proofs are up"}],
      "reactions": [{"type": "emoji", "count": 1, "emoji": "👍", "recent": [{"from": "Ben", "from_id": "user100000002", "date": "2024-11-14T10:15:00"}]}]},
     {"id": 13, "type": "message", "date": "2024-11-14T10:13:44", "date_unixtime": "1731575624", "from": "Ben", "from_id": "user100000002", "reply_to_message_id": 11,
      "text": ["see ", {"type": "mention", "text": "@ana"}, " and ", {"type": "link", "text": "https://example.org"}], "text_entities": []},
     {"id": 14, "type": "message", "date": "2024-11-14T10:14:44", "date_unixtime": "1731575684", "from": "Ben", "from_id": "user100000002", "file": "(File not included. Change data exporting settings to download.)", "media_type": "sticker", "sticker_emoji": "🎉", "text": "", "text_entities": []},
     {"id": 15, "type": "message", "date": "2024-11-14T10:14:45", "date_unixtime": "1731575685", "from": "Ben", "from_id": "user100000002", "photo": "photos/photo_1.jpg", "text": "the cover", "text_entities": []}
    ]
   },
   {
    "name": null,
    "type": "personal_chat",
    "id": 100000009,
    "messages": [
     {"id": 20, "type": "message", "date": "2024-10-01T10:00:00", "date_unixtime": "1727773200", "from": null, "from_id": "user100000009", "text": "bye", "text_entities": []}
    ]
   },
   {"type": "saved_messages", "id": 100000001, "messages": [
     {"id": 30, "type": "message", "date": "2024-10-01T10:00:00", "date_unixtime": "1727773200", "from": "Jordan Pike", "from_id": "user100000001", "text": "note", "text_entities": []}
   ]},
   {"name": "Reminder", "type": "bot_chat", "id": 777, "messages": [
     {"id": 40, "type": "message", "date": "2024-10-01T10:00:00", "date_unixtime": "1727773200", "from": "Reminder", "from_id": "user777", "text": "beep", "text_entities": []}
   ]},
   {"name": "News", "type": "public_channel", "id": 1009, "messages": [
     {"id": 41, "type": "message", "date": "2024-10-01T10:00:00", "date_unixtime": "1727773200", "from": "News", "from_id": "channel1009", "text": "today", "text_entities": []}
   ]},
   {
    "name": "Printers",
    "type": "private_supergroup",
    "id": 9007199254740993,
    "messages": [
     {"id": 9007199254740995, "type": "message", "date": "2024-12-01T10:00:00", "date_unixtime": "1733047200", "from": "Ana", "from_id": "user100000003", "text": [{"type": "mention_name", "text": "Jordan", "user_id": 100000001}, " coming?"], "text_entities": [],
      "reactions": [{"type": "emoji", "count": 5, "emoji": "❤", "recent": [{"from": "Jordan Pike", "from_id": "user100000001", "date": "2024-12-01T10:01:00"}]}]},
     {"id": 9007199254740997, "type": "message", "date": "2024-12-01T10:02:00", "date_unixtime": "1733047320", "from": "Printers", "from_id": "channel9007199254740993", "text": "by the group itself", "text_entities": []}
    ]
   }
  ]
 },
 "left_chats": {
  "about": "Chats you left.",
  "list": [
   {"name": "Old crew", "type": "private_group", "id": 3001, "messages": [
     {"id": 50, "type": "message", "date": "2023-05-05T12:00:00", "date_unixtime": "1683284400", "from": "Ben", "from_id": "user100000002", "text": "moved on", "text_entities": []}
   ]}
  ]
 },
 "other_data": {"about": "x", "drafts": ["{not [json"]}
}`;

/** One chat alone, the same form. */
export const SINGLE = `{
 "name": "Ben",
 "type": "personal_chat",
 "id": 100000002,
 "messages": [
  {"id": 11, "type": "message", "date": "2024-11-14T10:12:44", "date_unixtime": "1731575564", "from": "Jordan", "from_id": "user100000001", "text": "proofs are up"},
  {"id": 13, "type": "message", "date": "2024-11-14T10:13:44", "date_unixtime": "1731575624", "from": "Ben", "from_id": "user100000002", "text": "seen"}
 ]
}`;

/** 2019: local times only, bare numbers, and a group as sender. */
export const OLD_GROUP = `{
 "name": "Band",
 "type": "private_group",
 "id": 4311111111,
 "messages": [
  {"id": 1, "type": "message", "date": "2019-03-04T12:00:00", "edited": "1970-01-01T00:00:00", "from": "Ana", "from_id": 100000003, "text": "rehearsal?"},
  {"id": 2, "type": "message", "date": "2019-03-04T12:01:00", "edited": "1970-01-01T00:00:00", "from": "Jordan", "from_id": 100000001, "reply_to_message_id": 1, "text": "yes"},
  {"id": 3, "type": "message", "date": "2019-03-04T12:02:00", "edited": "1970-01-01T00:00:00", "from": "Band", "from_id": 4311111111, "text": "poster"}
 ]
}`;

export const HTML = '<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body><div class="page_wrap"><div class="page_header"></div><div class="history"></div></div></body></html>';
