/** The files of an Instagram export: what is read, by the key inside or by the name, and what is left alone and why. */
import type { RelationKind } from '../../domain/activity';
import type { KnownReason } from '../meta/unused';
import type { Shown } from '../reading/coverage';
import type { HandlePlatform } from './handles';

export const PART_KINDS = [
  'profile', 'followers', 'following', 'requests sent', 'requests received', 'close friends', 'blocked', 'restricted', 'connections',
  'threads followers', 'threads following', 'threads requests', 'threads blocked', 'comments', 'likes', 'comment likes', 'story likes',
  'story answers', 'threads likes', 'old comments', 'messages',
] as const;
export type PartKind = (typeof PART_KINDS)[number];

export const isPartKind = (kind: string): kind is PartKind => PART_KINDS.some((known) => known === kind);

/** Lists of accounts, and what being in one means. */
export const LISTS: Partial<Readonly<Record<PartKind, { relation: RelationKind; platform: HandlePlatform }>>> = {
  followers: { relation: 'follower', platform: 'instagram' },
  following: { relation: 'following', platform: 'instagram' },
  'requests sent': { relation: 'request_out', platform: 'instagram' },
  'requests received': { relation: 'request_in', platform: 'instagram' },
  'close friends': { relation: 'close_friend', platform: 'instagram' },
  blocked: { relation: 'blocked', platform: 'instagram' },
  // Whom the user restricted is not heard any more and doesn't know it: what Kith calls muted.
  restricted: { relation: 'muted', platform: 'instagram' },
  'threads followers': { relation: 'follower', platform: 'threads' },
  'threads following': { relation: 'following', platform: 'threads' },
  'threads requests': { relation: 'request_out', platform: 'threads' },
  'threads blocked': { relation: 'blocked', platform: 'threads' },
};

interface KnownPart {
  kind: PartKind;
  /** The only key of the file's object, or one of its first. */
  key?: RegExp;
  /** The file's name without ending and number. A list without a key is known by it. */
  name: RegExp;
}

/** The first that fits counts. Threads' lists are called like Instagram's and lie in a folder of their own. */
export const KNOWN_PARTS: readonly KnownPart[] = [
  { kind: 'threads followers', key: /^text_post_app_text_post_app_followers$/, name: /^threads\/followers$/ },
  { kind: 'threads following', key: /^text_post_app_text_post_app_following$/, name: /^threads\/following$/ },
  { kind: 'threads requests', key: /^text_post_app_text_post_app_(?:permanent_)?follow_requests(?:_sent)?$/, name: /^threads\/(?:pending|recent)_follow_requests$/ },
  { kind: 'threads blocked', key: /^text_post_app_text_post_app_blocked_users$/, name: /^threads\/blocked_profiles$/ },
  { kind: 'threads likes', key: /^text_post_app_media_likes$/, name: /^threads\/liked_threads$/ },
  { kind: 'followers', key: /^relationships_followers$/, name: /(?<!threads\/)(?<=^|\/)followers$/ },
  { kind: 'following', key: /^relationships_following$/, name: /(?<!threads\/)(?<=^|\/)following$/ },
  { kind: 'requests sent', key: /^relationships_(?:follow_requests_sent|permanent_follow_requests)$/, name: /(?<!threads\/)(?<=^|\/)(?:pending_follow_requests|recent_follow_requests|follow_requests_sent)$/ },
  { kind: 'requests received', key: /^relationships_follow_requests_received$/, name: /(?:^|\/)(?:follow_requests_youve_received|follow_requests_received)$/ },
  { kind: 'close friends', key: /^relationships_close_friends$/, name: /(?:^|\/)close_friends$/ },
  { kind: 'blocked', key: /^relationships_blocked_users$/, name: /(?<!threads\/)(?<=^|\/)blocked_(?:profiles|accounts)$/ },
  { kind: 'restricted', key: /^relationships_restricted_users$/, name: /(?:^|\/)restricted_(?:profiles|accounts)$/ },
  { kind: 'comments', key: /^comments_(?:media|reels)_comments$/, name: /(?:^|\/)(?:post_comments|reels_comments)$/ },
  { kind: 'likes', key: /^likes_media_likes$/, name: /(?:^|\/)liked_posts$/ },
  { kind: 'comment likes', key: /^likes_comment_likes$/, name: /(?:^|\/)liked_comments$/ },
  { kind: 'story likes', key: /^story_activities_story_likes$/, name: /(?:^|\/)story_likes$/ },
  { kind: 'story answers', key: /^story_activities_(?:polls|quizzes|questions|emoji_sliders|emoji_quick_reactions|reaction_sticker_reactions)$/, name: /(?:^|\/)story_(?:sticker_)?interactions\/(?:polls|quizzes|questions|emoji_sliders|emoji_story_reactions)$/ },
  { kind: 'profile', key: /^profile_user$/, name: /(?:^|\/)personal_information$/ },
  { kind: 'old comments', key: /^(?:media_comments|live_comments)$/, name: /^comments$/ },
];

/** `connections.json` of 2020 and before: lists by name, each `{"anna":"2019-03-04T05:06:07+00:00"}`. */
export const OLD_LISTS: Readonly<Record<string, PartKind>> = {
  followers: 'followers',
  following: 'following',
  follow_requests_sent: 'requests sent',
  permanent_follow_requests: 'requests sent',
  follow_requests_received: 'requests received',
  close_friends: 'close friends',
  blocked_users: 'blocked',
  restricted_users: 'restricted',
};

/** Requests are answered and leave their list, so that absence from it means nothing. */
export const SHOWN: Shown = {
  followers: [{ kind: 'follower', direction: 'in', listed: true }],
  following: [{ kind: 'following', direction: 'out', listed: true }],
  'requests sent': [{ kind: 'request_out', direction: 'out', listed: false }],
  'requests received': [{ kind: 'request_in', direction: 'in', listed: false }],
  'close friends': [{ kind: 'close_friend', direction: 'out', listed: true }],
  blocked: [{ kind: 'blocked', direction: 'out', listed: true }],
  restricted: [{ kind: 'muted', direction: 'out', listed: true }],
  comments: [{ kind: 'comment', direction: 'out', listed: true }],
  likes: [{ kind: 'like', direction: 'out', listed: true }],
  'story answers': [{ kind: 'reaction', direction: 'out', listed: true }],
  messages: [
    { kind: 'message', direction: 'in', listed: true },
    { kind: 'message', direction: 'out', listed: true },
    { kind: 'call', direction: 'in', listed: true },
    { kind: 'call', direction: 'out', listed: true },
  ],
};

/** Which line of SHOWN a kind of part counts towards; '' for none. */
export const shownAs = (kind: PartKind): string =>
  kind.startsWith('threads ')
    ? kind === 'threads likes' ? 'likes' : ''
    : kind.endsWith('likes') ? 'likes' : kind.replace(/^old /, '');

export const NOT_READ: readonly KnownReason[] = [
  // Both hold no ids that a newer export shares, so reading them would count everything twice.
  { path: /^(?:messages|likes)\.json$/i, reason: 'Messages and likes as Instagram wrote them until 2020: a new export holds them all, and Kith reads them from there.' },
  { path: /(recently_unfollowed_(?:profiles|accounts))\.(json|html)$/i, reason: 'Whom you no longer follow: Kith finds that out by comparing two exports.' },
  { path: /removed_suggestions\.(json|html)$/i, reason: 'Suggestions you waved away: no relation to anybody.' },
  { path: /profiles_you.{0,3}ve_favorited\.(json|html)$/i, reason: 'Whose posts you see first: Kith has no such relation.' },
  { path: /hide_story_from\.(json|html)$/i, reason: 'From whom you hide stories: Kith has no such relation.' },
  { path: /following_hashtags\.(json|html)$/i, reason: 'Hashtags you follow: no people.' },
  { path: /threads\/threads_and_replies\.(json|html)$/i, reason: 'What you published on Threads; it does not say whom you answered, and nobody’s answers are in it.' },
  { path: /(^|\/)threads\//i, reason: 'What Threads keeps about your use of it: nobody’s words in it.' },
  { path: /story_(sticker_)?interactions\//i, reason: 'Stickers you tapped: it does not say whose.' },
  { path: /(^|\/)(personal_information|account_information|profile)\/|(^|\/)(profile|account_history|settings|devices|autofill|checkout|contacts|saved|searches|seen_content|uploads|information_about_you|stories_activities|media)\.json$/i, reason: 'Your own account.' },
  { path: /(^|\/)messages\//i, reason: 'About your messages, but none of them: nobody’s words in it.' },
  { path: /(^|\/)your_instagram_activity\//i, reason: 'Your own activity, without anybody else in it.' },
];
