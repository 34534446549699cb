import { describe, expect, test } from "vitest";
import type { AccessFacts } from "../../access/model.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { accessFacts } from "../../testing/access.ts";
import { anAdoption } from "../../testing/builders.ts";
import {
  type AccessAct,
  type AccessRole,
  type AccessTie,
  accessActs,
  accessRoles,
  accessTies,
} from "../../vocabulary/permissions.ts";
import { codesOf } from "../../vocabulary/term.ts";
import { adopt, asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

/**
 * The catalogue's table "What each role may do", copied from the paper and not from the rulebook: who, what, where in
 * Part 3 and, where it hangs on one, the tie. What no line gives a role is refused to it.
 */
type Line = {
  readonly roles: readonly AccessRole[];
  readonly acts: readonly AccessAct[];
  readonly at: string;
  readonly where?: AccessTie;
};

const everybodyInTouch = [
  "member-of-staff",
  "named-person",
  "lead-professional",
  "core-group-member",
  "child",
  "parent-or-carer",
] as const;
const onThePlan = ["named-person", "lead-professional", "core-group-member"] as const;
const family = ["child", "parent-or-carer"] as const;
const managers = ["line-manager", "senior-manager"] as const;
const guests = ["reporter", "housing-manager"] as const;
const chairsElsewhere = [
  "named-person",
  "lead-professional",
  "line-manager",
  "senior-manager",
  "integrated-services-officer",
] as const;
const [own, sharing] = ["H4, bullet 5", "H19, paragraph 1, sentence 1"];

const mayDo: Readonly<Record<string, Line>> = {
  "HIG-23, HIG-65: everybody sees who the named person is": {
    roles: everybodyInTouch,
    acts: ["read-who-is-named-person"],
    at: "H4, bullet 1",
  },
  "HIG-70: any member of staff passes a worry on": {
    roles: ["member-of-staff", ...onThePlan],
    acts: ["pass-worry-on"],
    at: "H7, paragraph 2, sentence 3",
  },
  "HIG-84, HIG-183: the named person reads the own agency's record and the whole plan": {
    roles: ["named-person"],
    acts: ["read-record", "read-own-agency-record", "read-plan"],
    at: own,
  },
  "HIG-185, HIG-186: the named person reads what health and education both record": {
    roles: ["named-person"],
    acts: ["read-common-element"],
    at: "H19, item 1",
  },
  "HIG-80: the named person sees the named persons of brothers and sisters, and whether something is open": {
    roles: ["named-person"],
    acts: ["read-siblings"],
    at: "H7, paragraph 4, sentence 5",
  },
  "HIG-17, HIG-24: the named person acts on worries, and obtains and records consent": {
    roles: ["named-person"],
    acts: ["act-on-worry", "record-consent"],
    at: "H4, bullet 2",
  },
  "HIG-30: the named person decides who sees an item that came in": {
    roles: ["named-person"],
    acts: ["release-item"],
    at: own,
  },
  "HIG-35: the named person leads a plan of one agency": {
    roles: ["named-person"],
    acts: ["lead-single-agency-plan"],
    at: "H4, bullet 7",
  },
  "HIG-106: the named person resumes when a plan of several agencies ends": {
    roles: ["named-person"],
    acts: ["resume"],
    at: "H8, bullet 9",
  },
  "HIG-42: the named person is confirmed as lead once the manager was consulted": {
    roles: ["named-person"],
    acts: ["confirm-self-as-lead"],
    at: "H4, bullet 10",
    where: "manager-consulted",
  },
  "HIG-85, HIG-140: the lead professional sees the whole plan and what the core group writes": {
    roles: ["lead-professional"],
    acts: ["read-plan", "read-core-group-space"],
    at: "H8, paragraph after list",
  },
  "HIG-102, HIG-107, HIG-110: the lead professional makes and amends the plan, calls reviews and circulates": {
    roles: ["lead-professional"],
    acts: ["change-plan", "call-review", "circulate"],
    at: "H8, paragraph after list",
  },
  "HIG-134: the lead professional gives tasks": {
    roles: ["lead-professional"],
    acts: ["allocate-task"],
    at: "H11, paragraph 2, sentences 1-2",
  },
  "HIG-104: the lead professional hands over": {
    roles: ["lead-professional"],
    acts: ["hand-over"],
    at: "H8, bullet 9",
  },
  "HIG-150: the lead professional raises what is not done with senior management": {
    roles: ["lead-professional"],
    acts: ["raise-with-managers"],
    at: "H13, paragraph 3, sentence 1",
  },
  "HIG-182: whoever works to the plan reads the parts that the task needs": {
    roles: ["core-group-member"],
    acts: ["read-plan-part"],
    at: sharing,
    where: "needed-for-task",
  },
  "HIG-134, HIG-140: whoever works to the plan accepts or queries tasks, and reads what the core group writes": {
    roles: ["core-group-member"],
    acts: ["accept-task", "read-core-group-space"],
    at: "H11, paragraph 2, sentences 1-2",
  },
  "HIG-93, HIG-133: each posts progress on an action of their own, and changes no other": {
    roles: onThePlan,
    acts: ["update-action", "post-progress"],
    at: "H8, bullet 2",
    where: "own-action",
  },
  "HIG-27, HIG-110: child and family see their plan and what was shared, save what is held back with a reason": {
    roles: family,
    acts: ["read-plan", "read-what-was-shared"],
    at: "H8, paragraph after list",
    where: "not-held-back",
  },
  "HIG-92, HIG-96, HN-11: child and family add views, report changes, ask for another lead, open a disagreement and withdraw consent":
    {
      roles: family,
      acts: ["add-views", "report-change", "ask-for-another-lead", "open-disagreement", "withdraw-consent"],
      at: "H3, paragraph 2, sentence 6",
    },
  "HIG-142, HIG-151: a manager sees and supervises the own staff, confirms appointments and answers what is escalated":
    {
      roles: managers,
      acts: ["read-own-staff", "confirm-appointment", "supervise", "answer-escalation"],
      at: "H13, paragraph 1",
      where: "own-staff",
    },
  "HIG-161: the co-ordinator sees the figures of the own area": {
    roles: ["coordinator"],
    acts: ["read-area-figures"],
    at: "H15, paragraph 2, sentence 1",
    where: "own-area",
  },
  "HIG-152, HN-15: the co-ordinator reads a referral's papers, and returns them where they are not complete": {
    roles: ["coordinator"],
    acts: ["read-referral-papers", "return-incomplete-papers"],
    at: "H14, paragraph 2",
    where: "referred",
  },
  "HIG-178, HIG-179, HIG-180: the co-ordinator keeps the group's door and agenda, and invites the guests": {
    roles: ["coordinator"],
    acts: ["place-before-group", "keep-agenda", "invite-to-group"],
    at: "H18, paragraph 2, sentence 3",
  },
  "HIG-164: the officer reads and returns plans of early intervention": {
    roles: ["integrated-services-officer"],
    acts: ["read-early-plan", "return-plan"],
    at: "H16, sentence 2",
    where: "early-intervention",
  },
  "HIG-165: the officer arranges Liaison Meetings": {
    roles: ["integrated-services-officer"],
    acts: ["arrange-liaison-meeting"],
    at: "H16, sentence 2",
  },
  "HIG-166: the review officer checks and reads the plans of the sample, and those they chair": {
    roles: ["review-officer"],
    acts: ["assure-quality", "read-plan"],
    at: "H17, sentence 1",
    where: "sampled-or-chaired",
  },
  "HIG-167, HIG-168, HIG-169: the review officer chairs": {
    roles: ["review-officer"],
    acts: ["chair-meeting"],
    at: "H17, sentence 1",
  },
  "HIG-172: the group reads its area's report": {
    roles: ["service-managers-group"],
    acts: ["read-area-figures"],
    at: "H18, paragraph 1, sentence 2",
    where: "own-area",
  },
  "HIG-174, HIG-175, HIG-176: the group acts on what came through the co-ordinator, and on nothing else": {
    roles: ["service-managers-group"],
    acts: ["read-item-papers", "sanction-resource", "settle-disagreement", "take-youth-business", "vote-in-group"],
    at: "H18, paragraph 2, sentence 3",
    where: "through-coordinator",
  },
  "HIG-178, HIG-179: Reporter and housing manager come for their item, read its papers and give a view": {
    roles: guests,
    acts: ["read-item-papers", "attend-group", "add-views"],
    at: "H18, paragraph 2, sentence 2",
    where: "own-item",
  },
  "HD-62: where no review officer has to chair, those who lead or manage may": {
    roles: chairsElsewhere,
    acts: ["chair-meeting"],
    at: "H17, sentence 2",
  },
};

const mayNotDo: Readonly<Record<string, Line & { readonly says: RegExp; readonly save?: AccessRole }>> = {
  "HIG-183: nobody on the plan reads another agency's files": {
    roles: onThePlan,
    acts: ["read-other-agencies-files"],
    at: "H19, paragraph 1, sentences 2-3",
    says: /^Each agency keeps its own file\. What others need of it is shared item by item\.$/,
  },
  "HIG-111: the lead professional ends nobody else's role": {
    roles: ["lead-professional"],
    acts: ["end-others-role"],
    at: "H8, last paragraph",
    says: /^The lead professional replaces nobody: other people's roles and work go on until they or their managers end/,
  },
  "HIG-159: no manager closes a decision of the group alone": {
    roles: [...managers, "service-managers-group"],
    acts: ["close-group-decision-alone"],
    at: "H15, paragraph 1, sentence 1",
    says: /^No one service manager decides for the area\. A decision of the group holds all four services\.$/,
  },
  "HN-15: the co-ordinator refuses no complete referral": {
    roles: ["coordinator"],
    acts: ["refuse-complete-referral"],
    at: "H15, paragraph 2, sentence 1",
    says: /^The co-ordinator sends back papers that are not complete, and takes a referral that is \(HN-15\)\.$/,
  },
  "HIG-167, HIG-168, HIG-169: nobody else chairs where a review officer has to": {
    roles: chairsElsewhere,
    acts: ["chair-meeting"],
    at: "H17, sentence 2",
    where: "review-officer-required",
    save: "review-officer",
    says: /^A quality assurance and review officer has to chair this meeting\./,
  },
  "HIG-158: a review officer does not write the plan whose meetings they chair": {
    roles: ["review-officer"],
    acts: ["change-plan"],
    at: "H17, sentence 1",
    where: "chairs-plan",
    says: /^Whoever chairs the reviews of a plan does not write it\./,
  },
  "HD-15, HIG-178, HIG-179: Reporter and housing manager do not vote or count": {
    roles: guests,
    acts: ["vote-in-group"],
    at: "H18, paragraph 2, sentence 2",
    says: /^The Reporter and the housing manager give their view and do not vote or count \(HD-15\)\.$/,
  },
};

const book = asItStands(highland);
const at = noonOn(localDate("2026-11-30"));
const [roles, acts, ties] = [codesOf(accessRoles), codesOf(accessActs), codesOf(accessTies)];
const tied = (of: Partial<Record<AccessTie, boolean | "not-recorded">>, others: boolean | "not-recorded" = false) =>
  ties.map((kind) => ({ kind, holds: of[kind] ?? others }));
const ask = (of: Partial<AccessFacts>, by = book) => by.gate("access.may", accessFacts(of), at);
const eachOf = ({ roles: who, acts: what }: Line) => who.flatMap((role) => what.map((act) => ({ role, act })));
const isNamed = (line: Line, role: AccessRole, act: AccessAct) => line.roles.includes(role) && line.acts.includes(act);

for (const [row, line] of Object.entries(mayDo))
  describe(row, () => {
    const { where } = line;
    test("permitted by that line of the paper", () => {
      for (const { role, act } of eachOf(line)) {
        const decision = ask({ roles: [role], act, ties: where === undefined ? tied({}) : tied({ [where]: true }) });
        const permits = decision.findings.filter(({ effect }) => effect === "permits");
        expect([role, act, decision.answer]).toEqual([role, act, "permits"]);
        expect(permits.map(({ clause, force }) => [clause, force])).toEqual([
          [{ source: "Highland", at: line.at }, "may"],
        ]);
        expect(permits[0]?.because).toBe(
          `${accessRoles[role].label.replace(/^./, (first) => first.toUpperCase())} may ${accessActs[act].label}.`,
        );
      }
    });
    if (where === undefined) return;
    test("refused where the tie does not hold, unknown where nobody recorded it", () => {
      for (const { role, act } of eachOf(line)) {
        const asked = (holds: boolean | "not-recorded") => ask({ roles: [role], act, ties: tied({ [where]: holds }) });
        expect([role, act, asked(false).answer]).toEqual([role, act, "prevents"]);
        expect([role, act, asked("not-recorded").answer]).toEqual([role, act, "unknown"]);
        expect(asked("not-recorded").missing).toEqual([`whether ${accessTies[where].label}`]);
      }
    });
  });

for (const [row, line] of Object.entries(mayNotDo))
  describe(row, () => {
    const { where, save } = line;
    const everythingElse = roles.filter((role) => role !== save);
    test("refused by that line of the paper, whatever else the person is", () => {
      for (const { role, act } of eachOf(line))
        for (const held of [[role], everythingElse]) {
          const decision = ask({ roles: held, act, ties: tied({}, true) });
          expect([role, act, decision.answer]).toEqual([role, act, "prevents"]);
          expect(decision.findings).toContainEqual(
            expect.objectContaining({
              effect: "prevents",
              force: "must",
              clause: { source: "Highland", at: line.at },
              because: expect.stringMatching(line.says),
            }),
          );
        }
    });
    if (where === undefined) return;
    test("it asks for the tie where nobody recorded it", () => {
      for (const { role, act } of eachOf(line)) {
        const decision = ask({ roles: [role], act, ties: tied({ [where]: "not-recorded" }) });
        expect(decision.findings).toContainEqual(
          expect.objectContaining({ effect: "unknown", because: expect.stringMatching(line.says) }),
        );
      }
    });
  });

describe("HIG-158, HIG-182: the table whole, every role by every act", () => {
  const listed = acts.filter((act) =>
    [...Object.values(mayDo), ...Object.values(mayNotDo)].some((line) => line.acts.includes(act)),
  );
  const expected = (role: AccessRole, act: AccessAct, everyTieHolds: boolean) => {
    const bars = Object.values(mayNotDo).filter((line) => isNamed(line, role, act));
    if (bars.some(({ where }) => where === undefined || everyTieHolds)) return "prevents";
    const lines = Object.values(mayDo).filter((line) => isNamed(line, role, act));
    return lines.some(({ where }) => where === undefined || everyTieHolds) ? "permits" : "prevents";
  };
  test.each([true, false])("with every tie %s", (everyTieHolds) => {
    const wrong = roles.flatMap((role) =>
      listed.flatMap((act) => {
        const { answer } = ask({ roles: [role], act, ties: tied({}, everyTieHolds) });
        return answer === expected(role, act, everyTieHolds) ? [] : [`${role} ${act}: ${answer}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
  test("what the paper does not speak of it neither permits nor refuses; a safeguarding referral is everybody's", () => {
    const others = acts.filter((act) => !listed.includes(act) && act !== "refer-for-safeguarding");
    for (const role of roles) {
      expect(others.filter((act) => ask({ roles: [role], act }).answer !== "silent")).toEqual([]);
      expect(ask({ roles: [role], act: "refer-for-safeguarding" }).answer).toBe("permits");
    }
  });
  test("somebody with no part in it does nothing that is listed, and a part that nobody recorded is none", () => {
    for (const act of listed) {
      expect([act, ask({ roles: [], act, ties: tied({}, true) }).answer]).toEqual([act, "prevents"]);
      expect([act, ask({ roles: "not-recorded", act, ties: tied({}, true) }).answer]).toEqual([act, "unknown"]);
    }
  });
});

describe("HD-62: an area may leave the chair to review officers alone", () => {
  const alone = adopt(highland, anAdoption({ settings: { chairIsOpenOtherwise: false } }));
  test("then nobody else chairs any meeting", () => {
    for (const role of chairsElsewhere)
      expect([role, ask({ roles: [role], act: "chair-meeting", ties: tied({}) }, alone).answer]).toEqual([
        role,
        "prevents",
      ]);
    expect(ask({ roles: ["review-officer"], act: "chair-meeting", ties: tied({}) }, alone).answer).toBe("permits");
  });
  test("a review officer who manages staff too chairs where one has to", () => {
    const facts = { roles: ["line-manager", "review-officer"], act: "chair-meeting" } as const;
    expect(ask({ ...facts, ties: tied({ "review-officer-required": true }) }).answer).toBe("permits");
    expect(ask({ ...facts, roles: ["line-manager"], ties: tied({ "review-officer-required": true }) }).answer).toBe(
      "prevents",
    );
  });
});
