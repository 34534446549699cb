import { describe, expect, test } from "vitest";
import { AccessFacts } from "../../access/model.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { accessFacts } from "../../testing/access.ts";
import type { AccessAct, AccessRole, AccessTie } from "../../vocabulary/permissions.ts";
import { asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const may = (of: Partial<AccessFacts>) => book.gate("access.may", accessFacts(of), noonOn(localDate("2026-11-30")));
const ask = (role: AccessRole, act: AccessAct, tie?: AccessTie, holds: boolean | "not-recorded" = true) =>
  may({ roles: [role], act, ties: tie === undefined ? [] : [{ kind: tie, holds }] }).answer;

describe("HIG-158: four key posts with rights of their own, none of which opens a family's plan", () => {
  test("the co-ordinator sees the area's counts, and opens a referral's papers only when it was referred", () => {
    expect(ask("coordinator", "read-area-figures", "own-area")).toBe("permits");
    expect(ask("coordinator", "read-referral-papers", "referred")).toBe("permits");
    expect(ask("coordinator", "read-referral-papers", "referred", false)).toBe("prevents");
    expect(ask("coordinator", "read-referral-papers", "referred", "not-recorded")).toBe("unknown");
  });
  test.each(["coordinator", "integrated-services-officer", "review-officer", "service-managers-group"] as const)(
    "%s may not edit a plan by the post alone",
    (role) => {
      expect(ask(role, "change-plan", "chairs-plan", false)).toBe("prevents");
      expect(ask(role, "read-plan-part", "needed-for-task")).toBe("prevents");
    },
  );
  test("somebody who is the lead professional as well may, unless they chair the plan's reviews", () => {
    expect(may({ roles: ["coordinator", "lead-professional"] }).answer).toBe("permits");
    const officer = (holds: boolean | "not-recorded") =>
      may({ roles: ["review-officer", "lead-professional"], ties: [{ kind: "chairs-plan", holds }] }).answer;
    expect([officer(false), officer(true), officer("not-recorded")]).toEqual(["permits", "prevents", "unknown"]);
  });
  test("the officer returns plans of early intervention, and does not chair where a review officer has to", () => {
    expect(ask("integrated-services-officer", "return-plan", "early-intervention")).toBe("permits");
    expect(ask("integrated-services-officer", "return-plan", "early-intervention", false)).toBe("prevents");
    expect(ask("integrated-services-officer", "chair-meeting", "review-officer-required")).toBe("prevents");
    expect(ask("review-officer", "chair-meeting", "review-officer-required")).toBe("permits");
  });
});

describe("HIG-3: rights go by the role on the child, whatever the sector", () => {
  test("a charity's family worker has the same core-group rights as the school nurse", () => {
    const rights = (person: string) =>
      (["accept-task", "read-core-group-space", "update-action"] as const).map(
        (act) => may({ person, roles: ["core-group-member"], act, ties: [{ kind: "own-action", holds: true }] }).answer,
      );
    expect(rights("family-worker")).toEqual(["permits", "permits", "permits"]);
    expect(rights("school-nurse")).toEqual(rights("family-worker"));
    expect(AccessFacts.safeParse({ ...accessFacts(), agency: "voluntary" }).success).toBe(false);
  });
});

describe("HIG-182: a person sees a child's item because of a stated role on that child", () => {
  test("Ms Orr, on Eilidh's plan for speech, sees the speech items; another therapist of her team does not", () => {
    expect(ask("core-group-member", "read-plan-part", "needed-for-task")).toBe("permits");
    expect(ask("core-group-member", "read-plan-part", "needed-for-task", false)).toBe("prevents");
    expect(ask("core-group-member", "read-plan-part", "needed-for-task", "not-recorded")).toBe("unknown");
    expect(ask("member-of-staff", "read-plan-part", "needed-for-task")).toBe("prevents");
    expect(may({ roles: [], act: "read-plan-part" }).answer).toBe("prevents");
  });
  test("HIG-183: health holds 41 entries and shares 5; nobody on the plan lists the other 36", () => {
    for (const role of ["named-person", "lead-professional", "core-group-member"] as const)
      expect(ask(role, "read-other-agencies-files")).toBe("prevents");
  });
});

describe("what each role may do (the catalogue's table)", () => {
  test("HIG-70, HIG-23: any member of staff asks who the named person is and passes a worry on, and reads nothing", () => {
    expect(ask("member-of-staff", "read-who-is-named-person")).toBe("permits");
    expect(ask("member-of-staff", "pass-worry-on")).toBe("permits");
    for (const act of ["read-plan", "read-own-agency-record", "read-common-element"] as const)
      expect(ask("member-of-staff", act)).toBe("prevents");
  });
  test("HIG-42: the named person is not confirmed as lead without the manager", () => {
    expect(ask("named-person", "confirm-self-as-lead", "manager-consulted", false)).toBe("prevents");
    expect(ask("named-person", "confirm-self-as-lead", "manager-consulted", "not-recorded")).toBe("unknown");
    expect(ask("named-person", "confirm-self-as-lead", "manager-consulted")).toBe("permits");
  });
  test("HIG-111, HIG-180: the lead ends nobody's role and places nothing before the group", () => {
    expect(ask("lead-professional", "end-others-role")).toBe("prevents");
    expect(ask("lead-professional", "place-before-group")).toBe("prevents");
    expect(ask("coordinator", "place-before-group")).toBe("permits");
    expect(ask("coordinator", "refuse-complete-referral")).toBe("prevents");
  });
  test("HIG-159: no manager closes a decision of the group alone", () => {
    for (const role of ["line-manager", "senior-manager", "service-managers-group"] as const)
      expect(ask(role, "close-group-decision-alone")).toBe("prevents");
  });
  test("HIG-178, HIG-179: the Reporter and housing come for their item, give their view and do not vote", () => {
    for (const role of ["reporter", "housing-manager"] as const) {
      expect(ask(role, "read-item-papers", "own-item")).toBe("permits");
      expect(ask(role, "read-item-papers", "own-item", false)).toBe("prevents");
      expect(ask(role, "vote-in-group", "through-coordinator")).toBe("prevents");
    }
  });
  test("a family sees its plan save what is held back from it with a reason", () => {
    expect(ask("child", "read-plan", "not-held-back")).toBe("permits");
    expect(ask("parent-or-carer", "read-plan", "not-held-back", false)).toBe("prevents");
    expect(ask("parent-or-carer", "read-plan", "not-held-back", "not-recorded")).toBe("unknown");
    expect(ask("child", "withdraw-consent")).toBe("permits");
    expect(ask("parent-or-carer", "ask-for-another-lead")).toBe("permits");
  });
});
