/** How far a relationship has come. Set by the user or by events, never by counts. */
export const STAGES = ['follower', 'in_conversation', 'customer', 'advocate'] as const;
export type Stage = (typeof STAGES)[number];

/** As screens say them. */
export const STAGE_WORDS: Record<Stage, string> = {
  follower: 'Follower',
  in_conversation: 'In conversation',
  customer: 'Customer',
  advocate: 'Advocate',
};
