import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Act,
  acts,
  deniedBecause,
  isAboutChild,
  type PostRole,
  postRoles,
  relations,
  seesFiguresOnly,
} from "./acts.ts";
import { type RestrictionOfRecord, restrictionsOfRecord, type UnderRestriction } from "./under-restriction.ts";

const everyAct = Object.keys(acts) as Act[];
const everyRole = Object.keys(postRoles) as PostRole[];
const everyRelation = Object.keys(relations);
const everyRestriction = Object.keys(restrictionsOfRecord) as RestrictionOfRecord[];
type Plain = {
  readonly roles: readonly string[];
  readonly relations?: readonly string[];
  readonly restricted: UnderRestriction;
};
const cellOf = (act: Act): Plain => acts[act];

describe("every cell of act, role, relation and restriction", () => {
  test.each(everyAct)("%s", (act) => {
    const { roles, relations: ties, restricted } = cellOf(act);
    for (const role of everyRole)
      for (const relation of [undefined, ...everyRelation])
        for (const restriction of [undefined, ...everyRestriction]) {
          const denial = deniedBecause(act, role, relation ? [relation] : [], restriction ? [restriction] : []);
          const why = !roles.includes(role)
            ? "role"
            : ties !== undefined && (relation === undefined || !ties.includes(relation))
              ? "relation"
              : restriction !== undefined && restricted[restriction] === "not-at-all"
                ? "restriction"
                : undefined;
          expect([role, relation, restriction, denial?.why]).toEqual([role, relation, restriction, why]);
        }
  });

  test("more relations never take an act away, and more restrictions never give one", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...everyAct),
        fc.constantFrom(...everyRole),
        fc.subarray(everyRelation),
        fc.subarray(everyRelation),
        fc.subarray(everyRestriction),
        fc.subarray(everyRestriction),
        (act, role, held, more, inForce, further) => {
          const before = deniedBecause(act, role, held, inForce);
          if (before === undefined) expect(deniedBecause(act, role, [...held, ...more], inForce)).toBeUndefined();
          else expect(deniedBecause(act, role, held, [...inForce, ...further])).toBeDefined();
        },
      ),
    );
  });
});

describe("what a restriction comes to", () => {
  test("a sealed record, and one held back from somebody, is not there for any act about the child", () => {
    for (const act of everyAct.filter(isAboutChild))
      for (const restriction of ["sealed", "held-back"] as const)
        expect([act, cellOf(act).restricted[restriction]]).toEqual([act, "not-at-all"]);
  });

  test("what opening in an emergency lets somebody read is as it is for them, and nothing else is", () => {
    for (const act of everyAct.filter(isAboutChild)) {
      const isRead = cellOf(act).relations?.includes("emergency") === true;
      expect([act, cellOf(act).restricted["emergency-only"]]).toEqual([act, isRead ? "as-it-is" : "not-at-all"]);
      if (isRead) expect(act).toMatch(/\.read$/);
    }
  });

  test("where a child is, is kept in every act about the child", () => {
    for (const act of everyAct.filter(isAboutChild))
      expect([act, cellOf(act).restricted.whereabouts]).toEqual([act, "without-what-is-kept"]);
  });
});

describe("WIG-D30, WIG-9.1.1, CWDC-1.1a: who sees figures and never a child", () => {
  const may = (role: PostRole) => everyAct.filter((act) => deniedBecause(act, role, everyRelation) === undefined);
  test.each(["lead-member", "strategic-manager", "director"] as const)("%s", (role) => {
    expect(seesFiguresOnly(role)).toBe(true);
    expect(may(role).filter(isAboutChild)).toEqual([]);
    expect(may(role)).toContain("quality.figures.read");
    for (const act of ["allocation.without-lead.read", "workload.team.read", "workforce.register.read", "child.search"])
      expect(may(role)).not.toContain(act);
  });

  test("WIG-9.2.1: a chief officer names senior managers, and sees no figure and no child", () => {
    expect(may("chief-officer")).toContain("senior-manager.name");
    expect(may("chief-officer").filter(isAboutChild)).toEqual([]);
    expect(may("chief-officer")).not.toContain("quality.figures.read");
    for (const role of everyRole.filter((one) => one !== "chief-officer" && one !== "director"))
      expect([role, deniedBecause("senior-manager.name", role)?.why]).toEqual([role, "role"]);
  });

  test("CWDC-3.10: a light account has its session, its drafts, whom to ask about a child at risk, its own actions and the plans it was asked to contribute to, and nothing else", () => {
    expect(may("light").filter((act) => !act.startsWith("session.") && !act.startsWith("draft."))).toEqual([
      "referral.route.read",
      "own-action.list",
      "own-action.say",
      "contribution.list-own",
      "contribution.read",
      "contribution.send",
    ]);
  });
});

describe("HIG-158, HIG-166, HIG-180: a part given for a time reads, and writes no plan", () => {
  test.each([
    ["review-officer", []],
    ["forum-member", ["group-item.decide"]],
    ["quality-auditor", []],
    ["coordinator", ["part.give", "part.end", "group-item.keep", "group-item.decide"]],
  ] as const)("%s does no more than refer, and %j", (relation, does) => {
    const open = everyAct.filter(
      (act) => isAboutChild(act) && everyRole.some((role) => deniedBecause(act, role, [relation]) === undefined),
    );
    expect(open).toContain("plan.read");
    expect(open.filter((act) => !act.endsWith(".read"))).toEqual(["referral.record", ...does]);
  });

  test("a quality auditor reads the sampled plan, and beside it only the way to safeguarding: no chronology, no concern, no page of the child", () => {
    const open = everyAct.filter(
      (act) => isAboutChild(act) && deniedBecause(act, "quality-auditor", ["quality-auditor"]) === undefined,
    );
    expect(open).toEqual(["referral.read", "referral.record", "plan.read"]);
  });

  test("WIG-4b: whoever has any part in a child's care writes down a safeguarding referral; who opened it in an emergency reads", () => {
    for (const relation of everyRelation.filter(
      (one) => !["emergency", "action-owner", "contributor", "previous-named-person"].includes(one),
    ))
      expect([relation, deniedBecause("referral.record", "practitioner", [relation])]).toEqual([relation, undefined]);
    expect(deniedBecause("referral.record", "practitioner", ["emergency"])?.why).toBe("relation");
    for (const role of everyRole) expect([role, deniedBecause("referral.route.read", role)]).toEqual([role, undefined]);
  });

  test("nobody without a relation to the child reads anything of it, whatever their post", () => {
    for (const act of everyAct.filter(isAboutChild))
      for (const role of everyRole) expect(deniedBecause(act, role)).toBeDefined();
  });
});
