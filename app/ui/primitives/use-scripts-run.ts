import { useSyncExternalStore } from 'react';

const neverChanges = () => () => undefined;

/** False on the server and in the first rendering of the browser, which has to be the same. */
export const useScriptsRun = () => useSyncExternalStore(neverChanges, () => true, () => false);
