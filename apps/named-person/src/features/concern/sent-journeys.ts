import { useRouterState } from "@tanstack/react-router";
import { useEffect, useState } from "react";

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** Which journey an entry of the browser's history belongs to. */
    journey?: string;
  }
}

/** Journeys that were sent since the portal was opened, with what each became. */
const sent = new Map<string, string>();

/**
 * Which journey the reader is on. Each of its pages is marked with it in the browser's history, so that going back to a
 * page of one that was sent finds what became of it and never offers the form as new. `under` is where its
 * pages are, and `mark` marks the one shown.
 */
export function useJourney(under: string, mark: (journey: string) => void) {
  const marked = useRouterState({ select: ({ location }) => location.state.journey });
  const [journey] = useState(() => (marked !== undefined && !sent.has(marked) ? marked : crypto.randomUUID()));
  const became = marked === undefined || marked === journey ? undefined : sent.get(marked);
  const isHere = useRouterState({ select: ({ location }) => location.pathname.includes(under) }); // not on the way out
  const isUnmarked = isHere && marked !== journey && became === undefined;
  useEffect(() => {
    if (isUnmarked) mark(journey);
  });
  return { journey, became, keepSent: (as: string) => void sent.set(journey, as) };
}
