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

/** Whoever is added or welcomed by hand, until the first word. */
export const FIRST_STAGE: Stage = 'follower';

/**
 * The first word or meeting begins a conversation; where it is taken back, they are a follower again. What the user set
 * stays, and further stages are never reached by words.
 */
export function stageAfterEvents(stage: Stage, { spoke, setByUser }: { spoke: boolean; setByUser: boolean }): Stage {
  if (setByUser || (stage !== 'follower' && stage !== 'in_conversation')) return stage;
  return spoke ? 'in_conversation' : FIRST_STAGE;
}
