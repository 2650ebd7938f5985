/** The files of a Facebook export: what is read, by the key inside or by the name, and what is left alone and why. */
import type { RelationKind } from '../../domain/activity';
import type { KnownReason } from '../meta/unused';
import type { Shown } from '../reading/coverage';

export const PART_KINDS = ['profile', 'friends', 'followers', 'following', 'requests sent', 'requests received', 'comments', 'reactions', 'messages'] as const;
export type PartKind = (typeof PART_KINDS)[number];

export const isPartKind = (kind: string): kind is PartKind => PART_KINDS.some((known) => known === kind);

/** Lists of people by name; `scope` tells namesakes apart, together with the date. */
export const LISTS: Partial<Readonly<Record<PartKind, { relation: RelationKind; scope: string }>>> = {
  friends: { relation: 'friend', scope: 'friend' },
  followers: { relation: 'follower', scope: 'follower' },
  following: { relation: 'following', scope: 'following' },
  'requests sent': { relation: 'request_out', scope: 'request sent' },
  'requests received': { relation: 'request_in', scope: 'request received' },
};

interface KnownPart {
  kind: PartKind;
  /** The first key of the file's object; the number of a version follows it. */
  key: RegExp;
  /** The file's name without ending and number. */
  name: RegExp;
}

export const KNOWN_PARTS: readonly KnownPart[] = [
  { kind: 'friends', key: /^friends(?:_v\d)?$/, name: /^(?:friends|your_friends)$/ },
  { kind: 'followers', key: /^followers(?:_v\d)?$/, name: /^(?:followers|people_who_followed_you|people_who_follow_you)$/ },
  { kind: 'following', key: /^following(?:_v\d)?$/, name: /^(?:following|who_youve_followed|who_you_follow)$/ },
  { kind: 'requests sent', key: /^sent_requests(?:_v\d)?$/, name: /^(?:sent_friend_requests|friend_requests_sent)$/ },
  { kind: 'requests received', key: /^received_requests(?:_v\d)?$/, name: /^(?:received_friend_requests|friend_requests_received)$/ },
  { kind: 'comments', key: /^comments(?:_v\d)?$/, name: /^comments$/ },
  { kind: 'reactions', key: /^reactions(?:_v\d)?$/, name: /^(?:likes_and_reactions|posts_and_comments)$/ },
  { kind: 'profile', key: /^profile(?:_v\d)?$/, name: /^profile_information$/ },
];

/** Requests are answered and leave their list, so that absence from it means nothing. Comments name nobody. */
export const SHOWN: Shown = {
  friends: [{ kind: 'friend', direction: 'in', listed: true }],
  followers: [{ kind: 'follower', direction: 'in', listed: true }],
  following: [{ kind: 'following', direction: 'out', listed: true }],
  'requests sent': [{ kind: 'request_out', direction: 'out', listed: false }],
  'requests received': [{ kind: 'request_in', direction: 'in', listed: false }],
  messages: [
    { kind: 'message', direction: 'in', listed: true },
    { kind: 'message', direction: 'out', listed: true },
    { kind: 'call', direction: 'in', listed: true },
    { kind: 'call', direction: 'out', listed: true },
  ],
};

export const LEFT_OUT: Partial<Readonly<Record<PartKind, string>>> = {
  comments: 'Your own comments: Facebook says only in a sentence on whose post, and not which person of that name.',
  reactions: 'Your own likes and reactions: Facebook says only in a sentence to whose post, and not which person of that name.',
};

export const NOT_READ: readonly KnownReason[] = [
  { path: /removed_friends\.(json|html)$/i, reason: 'Who is no longer your friend: Kith finds that out by comparing two exports.' },
  { path: /rejected_(?:friend_)?requests\.(json|html)$/i, reason: 'Requests you turned down: no relation to anybody.' },
  { path: /(^|\/)(unfollowed_(?:pages|profiles)|who_youve_unfollowed|who_you.{0,3}ve_unfollowed)\.(json|html)$/i, reason: 'Whom you no longer follow: Kith finds that out by comparing two exports.' },
  { path: /(people_you_may_know|friend_peer_group|your_post_audiences|instagram_account_information)/i, reason: 'What Facebook concludes about you: no relation to anybody.' },
  { path: /(^|\/)pokes\w*(\/|\.)/i, reason: 'Pokes: Facebook gives no person with them but a name.' },
  { path: /(^|\/)(groups|events|pages|facebook_marketplace|marketplace|facebook_gaming|games|polls|volunteering|fundraisers|reviews|live_videos|dating|facebook_dating)\//i, reason: 'Groups, events, pages and shops: nobody’s words to you in it.' },
  { path: /(^|\/)messages\//i, reason: 'About your messages, but none of them: nobody’s words in it.' },
  { path: /(^|\/)comments_and_reactions\//i, reason: 'Your own comments and reactions in groups and elsewhere; it does not say to whom.' },
  { path: /(^|\/)(profile_information|personal_information|about_you|other_personal_information|your_interactions\w*|other_activity|activity_messages|bug_bounty|accounts_center|navigation_bar|notifications?)\//i, reason: 'Your own account.' },
  { path: /(^|\/)your_(?:facebook_activity|activity_across_facebook)\//i, reason: 'Your own activity, without anybody else in it.' },
];
