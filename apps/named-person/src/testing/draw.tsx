import { aWho, drawPortal, fakeApi } from "@linchpin/portal/testing";
import { createMemoryHistory } from "@tanstack/react-router";
import { queryClient } from "../api.ts";
import { createPortalRouter } from "../router.ts";
import type { Answers, Who } from "../views.ts";

const noCounts: Answers["record"]["today"] = {
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

/** An api where a teacher is signed in and nothing waits. */
export function aSignedInApi(who: Partial<Who> = {}) {
  const api = fakeApi();
  api.answers(
    "access.who",
    aWho({
      name: "Euan Sinclair",
      role: "practitioner",
      worksAt: "/named-person/",
      postTitle: "Principal teacher",
      areaName: "Strathorran",
      nation: "scotland",
      ...who,
    }),
  );
  api.answers("access.draft", null);
  api.answers("access.keepDraft", { kept: true });
  api.answers("record.today", noCounts);
  return api;
}

/** Draws the portal at an address of its own: "/children". */
export const drawAt = (path: string) =>
  drawPortal({
    router: createPortalRouter(createMemoryHistory({ initialEntries: [`/named-person${path}`] })),
    queryClient,
  });
