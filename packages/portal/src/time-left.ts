import { warnedMinutes } from "@linchpin/domain";
import { useEffect, useState, useSyncExternalStore } from "react";

/** When the session ends by this browser's own clock, in milliseconds: without work, and in any case. */
type Ends = { readonly idleAt: number; readonly endAt: number };

let ends: Ends | undefined;
const listeners = new Set<() => void>();

/** How an answer of the api says how long the session has: seconds without work, seconds in any case. */
export const timeLeftHeader = "x-linchpin-time-left";

/** Notes what an answer said of the session's end. Seconds, not instants: this machine's clock may be wrong. */
export function sayTimeLeft(said: string | null, now = Date.now()): void {
  const [, idle, end] = /^(\d+) (\d+)$/.exec(said ?? "") ?? [];
  if (idle === undefined || end === undefined) return;
  const next = { idleAt: now + Number(idle) * 1000, endAt: now + Number(end) * 1000 };
  // The same end, told again: the way here takes a moment more or less.
  if (ends && Math.abs(next.idleAt - ends.idleAt) < 3_000 && Math.abs(next.endAt - ends.endAt) < 3_000) return;
  ends = next;
  for (const listener of listeners) listener();
}

/** Nobody is signed in: nothing is left to warn of. */
export function forgetTimeLeft(): void {
  ends = undefined;
  for (const listener of listeners) listener();
}

const useEnds = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => ends,
  );

const warnedMs = warnedMinutes * 60_000;

/**
 * Seconds left once the session's end is near, else nothing. Somebody may be at work in another tab, so the server is asked
 * before anybody is warned, after each half of the time, and at the end: `look` must keep no session open.
 */
export function useTimeLeft(look: () => Promise<unknown>): {
  readonly secondsLeft: number | undefined;
  readonly canStay: boolean;
} {
  const known = useEnds();
  const [secondsLeft, setSecondsLeft] = useState<number>();

  useEffect(() => {
    if (known === undefined) {
      setSecondsLeft(undefined);
      return;
    }
    let here = true;
    let timer: ReturnType<typeof setTimeout>;
    let asked = false;
    const tick = () => {
      const left = known.idleAt - Date.now();
      if (left > warnedMs) {
        setSecondsLeft(undefined);
        timer = setTimeout(tick, left - warnedMs);
        return;
      }
      const seconds = Math.max(0, Math.ceil(left / 1000));
      if (seconds > 0) timer = setTimeout(tick, left % 1000 || 1000);
      const isTimeToAsk = !asked || seconds === 60 || seconds === 0;
      if (!isTimeToAsk) return setSecondsLeft(seconds);
      asked = true;
      // What it answers comes in by sayTimeLeft; the same end again means that nobody is at work elsewhere.
      void look()
        .catch(() => undefined)
        .then(() => here && known === ends && setSecondsLeft(seconds));
    };
    tick();
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [known, look]);

  return { secondsLeft, canStay: known === undefined || known.idleAt < known.endAt };
}
