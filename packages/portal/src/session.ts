import { useSyncExternalStore } from "react";

/** Whether the server has said that nobody is signed in any more. One for the whole portal. */
let ended = false;
const listeners = new Set<() => void>();

export function sayEnded(now: boolean): void {
  if (ended === now) return;
  ended = now;
  for (const listener of listeners) listener();
}

/** True from the moment an answer says the session is over until somebody signed in again. */
export const useSessionEnded = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => ended,
  );

/** Where to sign in, coming back to the page we are on. */
export const signInHref = (): string =>
  `/sign-in?return-to=${encodeURIComponent(`${window.location.pathname}${window.location.search}`)}`;
