/**
 * How much an archive may ask of the machine. Uploads are hostile until read: each limit lies well above what any
 * platform's export needs and well below what would fill the disk, the memory or the afternoon.
 */

const MEGABYTE = 1_000_000;
const GIGABYTE = 1000 * MEGABYTE;

/** The largest exports seen hold some 100,000 pictures; reading the list of more costs memory for nothing. */
export const MAX_ENTRIES = 200_000;

/** Folders inside folders. Exports go four deep; a loop of mounts goes on for ever. */
export const MAX_DEPTH = 30;

/** One file inside. The biggest known is a mailbox of up to 50 GB. */
export const MAX_ENTRY_BYTES = 64 * GIGABYTE;

/** All files together. Platforms cut archives into parts of at most 50 GB, which hardly shrink because of their media. */
export const MAX_TOTAL_BYTES = 200 * GIGABYTE;

/**
 * What is unpacked of a tar, which has no directory: its data files without pictures and videos. The largest known are
 * lists of posts and chats of a few gigabytes.
 */
export const MAX_STORED_BYTES = 20 * GIGABYTE;

/**
 * Times smaller packed than unpacked. Text of messages shrinks 3 to 20 times, a list of near-identical rows up to 100;
 * deflate can reach 1032, which only filler does.
 */
export const MAX_RATIO = 250;

/** Below this a high ratio does no harm: a header-only or very regular small file may have one. */
export const RATIO_COUNTS_FROM_BYTES = 50 * MEGABYTE;

/** Whether so much from so little can only be a zip made to fill the machine. Sizes in bytes. */
export function isBomb(unpacked: number, packed: number): boolean {
  return unpacked > RATIO_COUNTS_FROM_BYTES && unpacked > packed * MAX_RATIO;
}
