/** Told when the gateway answered that nobody is signed in (401): by whoever asked, heard by web/accounts. */
const listeners = new Set<() => void>();

export const tellSignedOut = (): void => {
  for (const listener of listeners) listener();
};

export const onSignedOut = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
