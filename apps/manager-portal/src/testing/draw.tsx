import { aWho, drawPortal, fakeApi } from "@linchpin/portal/testing";
import { createMemoryHistory } from "@tanstack/react-router";
import { queryClient } from "../api.ts";
import { createPortalRouter } from "../router.ts";
import type { Answers, Who } from "../views.ts";

export const noCounts: Answers["record"]["today"] = {
  unreadNotices: 0,
  dutiesOpen: 0,
  dutiesLate: 0,
  lateOnMyAccount: 0,
  waitingForMe: 0,
  namedPersonFor: 0,
  leading: 0,
  toFile: 0,
  arrivalsToFile: 0,
  familiesWaiting: 0,
  notesToLookAt: 0,
};

/** An api where somebody is signed in and nothing waits. */
export function aSignedInApi(who: Partial<Who> = {}) {
  const api = fakeApi();
  api.answers("access.who", aWho(who));
  api.answers("access.draft", null);
  api.answers("access.keepDraft", { kept: true });
  api.answers("record.today", noCounts);
  return api;
}

/** Draws the manager portal at an address of its own: "/workload". */
export const drawAt = (path: string) =>
  drawPortal({
    router: createPortalRouter(createMemoryHistory({ initialEntries: [`/manager${path}`] })),
    queryClient,
  });
