/** How much one interaction weighs in the pulse. A message is 1. */
import type { InteractionKind } from '../activity';

const WORDS = 1;
/** One click, however kindly meant. */
const CLICK = 0.35;
/** Time or money spent on one another. */
const ENCOUNTER = 1.5;
/** Written by a machine. */
const NOTHING = 0;

const WEIGHT: Record<InteractionKind, number> = {
  message: WORDS,
  email: WORDS,
  reply: WORDS,
  mention: WORDS,
  comment: WORDS,
  quote: WORDS,
  recommendation: WORDS,
  like: CLICK,
  reaction: CLICK,
  repost: CLICK,
  follow: CLICK,
  endorsement: CLICK,
  // Its words, if it has any, come as a message too.
  invitation: CLICK,
  meeting: ENCOUNTER,
  call: ENCOUNTER,
  purchase: ENCOUNTER,
  gift: ENCOUNTER,
  system: NOTHING,
};

/** Weights of the design: message or reply 1, like 0.35, purchase or meeting 1.5. */
export function interactionWeight(kind: InteractionKind): number {
  return WEIGHT[kind];
}
