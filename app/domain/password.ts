/** Rules for passwords. Length protects more than rules about signs do (NIST SP 800-63B, 5.1.1.2). */

/** Shortest password, in characters. */
export const SHORTEST_PASSWORD = 10;

/** Longer ones only cost time to hash. */
export const LONGEST_PASSWORD = 128;
