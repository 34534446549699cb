import { localDate } from "@linchpin/domain";
import { describe, expect, test } from "vitest";
import type { PlanRow } from "./child-store.ts";
import { leadView } from "./lead-view.ts";

const now = "2026-11-23T12:00:00.000Z";
const plan: PlanRow = {
  planId: "plan",
  kind: "action-plan",
  reach: "multi-agency",
  openedAt: "2026-11-23T09:00:00.000Z",
  neededSince: null,
  dueBy: null,
  proposalId: null,
  lead: null,
  acting: null,
  contact: null,
  team: [],
};

describe("HIG-9: a record never says that nobody is needed where nobody has said so", () => {
  test.each([
    ["no plan", [], "no-plan", "Not needed: there is no plan that several agencies work to."],
    [
      "one agency's plan",
      [{ ...plan, reach: "single-agency" }],
      "not-needed",
      "Not needed: one agency gives the help.",
    ],
    ["nobody decided", [plan], "undecided", "Nobody has said yet whether this plan needs a lead professional."],
    [
      "somebody is proposed",
      [{ ...plan, proposalId: "p" }],
      "undecided",
      "Somebody is proposed, and nobody leads yet.",
    ],
    [
      "needed",
      [{ ...plan, neededSince: localDate("2026-11-20") }],
      "pending",
      "Needed since 20 November 2026, and nobody leads yet.",
    ],
  ] as const)("%s", (_, plans, state, words) => {
    expect(leadView(plans as readonly PlanRow[], now)).toMatchObject({ state, words, current: null });
  });
});
