import { createContext, useContext } from 'react';

/**
 * The word that allows this response's own scripts. Only the server knows it: browsers hide it from the page, so during
 * hydration it is empty on both sides.
 */
export const NonceContext = createContext('');

export function useNonce(): string {
  return useContext(NonceContext);
}
