import { useSyncExternalStore } from "react";

/** Whether the server has said that nobody is signed in any more. One for the whole portal. */
let ended = false;
const listeners = new Set<() => void>();

/** What could not be sent meanwhile, by a key of its own. */
const unsent = new Map<string, () => void>();

/** Notes what an answer said: that the session is over, or that somebody signed in again. */
export function sayEnded(now: boolean): void {
  if (ended === now) return;
  ended = now;
  for (const listener of listeners) listener();
  if (now) return;
  const toSend = [...unsent.values()];
  unsent.clear();
  for (const send of toSend) send();
}

/** Sends something once somebody is signed in again: the last thing asked for under a key is the one that counts. */
export function onceSignedIn(key: string, send: () => void): void {
  unsent.set(key, send);
}

/** Something newer is sent under that key, so what waited is not. */
export function isSuperseded(key: string): void {
  unsent.delete(key);
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
