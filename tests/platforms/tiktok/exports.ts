/** TikTok exports, one per era, from the facts in import-formats.md. */

const CHATS = {
  ChatHistory: {
    'Chat History with anna:': [
      { Date: '2024-05-01 10:00:00', From: 'anna', Content: 'hi 👋' },
      { Date: '2024-05-01 10:00:30', From: 'jordanpike', Content: 'hello' },
      { Date: '2024-05-01 10:00:30', From: 'jordanpike', Content: 'hello' },
    ],
    'Chat History with Ben.Costa:': [{ Date: '2024-05-02 10:00:00', From: 'jordanpike', Content: 'prints?' }],
    'Chat History with empty:': null,
  },
};

/** 2025: "Profile And Settings". */
export const TIKTOK_2025 = JSON.stringify({
  'Profile And Settings': {
    'Profile Info': { ProfileMap: { userName: 'jordanpike', bioDescription: 'prints', emailAddress: 'jordan@ex.org' } },
    Follower: { FansList: [{ Date: '2024-03-01 08:15:00', UserName: 'anna' }, { Date: '2024-03-02 08:15:00', UserName: 'Ben.Costa' }] },
    Following: { Following: [{ Date: '2024-03-03 08:15:00', UserName: 'anna' }] },
    'Block List': { BlockList: [{ Date: '2024-03-04 08:15:00', UserName: 'spam1' }] },
    Settings: { SettingsMap: { x: 1 } },
  },
  'Direct Message': { 'Direct Messages': CHATS },
  Comment: { Comments: { CommentsList: [{ date: '2024-06-01 12:00:00', comment: 'lovely', photo: 'N/A', url: '' }] } },
  'Likes and Favorites': { 'Like List': { ItemFavoriteList: [{ date: '2024-06-02 12:00:00', link: 'https://www.tiktokv.com/share/video/7301234567890123456/' }, { date: '2024-06-02 13:00:00', link: 'javascript:alert(1)' }] } },
  Post: { Posts: { VideoList: [{ Date: '2024-06-03 12:00:00', Link: 'https://example.org' }] } },
  'Your Activity': { 'Watch History': { VideoList: [{ Date: 'x', Link: 'y' }, { Date: 'x', Link: 'y' }] } },
});

/** 2024: under "Your Activity", lists that may be null, another spelling of the keys. */
export const TIKTOK_2024 = JSON.stringify({
  'Your Activity': { Follower: { FansList: [{ Date: '2024-03-01 08:15:00', Username: 'anna' }] }, Following: { Following: null } },
  'Direct Messages': { 'Chat History': CHATS },
  Profile: { 'Profile Information': { ProfileMap: { userName: 'JordanPike' } } },
});

/** 2020 to 2023: under "Activity". */
export const TIKTOK_2021 = JSON.stringify({
  Activity: {
    'Follower List': { FansList: [{ Date: '2021-11-11T01:22:22.000Z', UserName: 'anna' }, { Date: 'never', UserName: '' }] },
    'Following List': { Following: [{ Date: '2021-11-12 01:22:22', UserName: 'kai' }] },
    'Like List': { ItemFavoriteList: [{ Date: '2021-11-13 01:22:22', VideoLink: 'https://www.tiktokv.com/share/video/7301234567890123457/' }] },
  },
  Profile: { 'Profile Information': { ProfileMap: { userName: 'jordanpike' } } },
});

/** Text files, English and Dutch; the second was saved again as UTF-16. */
export const FOLLOWER_TXT = 'Date: 2024-03-01 08:15:00 UTC\nUsername: anna\n\nDate: 2024-03-02 08:15:00 UTC\nUsername: Ben.Costa\n';
export const VOLGER_TXT = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Datum: 2024-03-01 08:15:00 UTC\r\nGebruikersnaam: anna\r\n\r\n', 'utf16le')]);
