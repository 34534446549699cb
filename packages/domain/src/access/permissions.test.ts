import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { bolton } from "../rulebooks/bolton/bolton.ts";
import { englishPermissions } from "../rulebooks/england/access.ts";
import { england } from "../rulebooks/england/england.ts";
import { highlandPermissions } from "../rulebooks/highland/access.ts";
import { highland } from "../rulebooks/highland/highland.ts";
import { rulebooks } from "../rulebooks/index.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { scottishPermissions } from "../rulebooks/scotland/access.ts";
import { scotland } from "../rulebooks/scotland/scotland.ts";
import { wiganPermissions } from "../rulebooks/wigan/access.ts";
import { wigan } from "../rulebooks/wigan/wigan.ts";
import { accessFacts } from "../testing/access.ts";
import {
  type AccessAct,
  type AccessRole,
  type AccessTie,
  accessActs,
  accessRoles,
  accessTies,
} from "../vocabulary/permissions.ts";
import { codesOf } from "../vocabulary/term.ts";
import type { Permission, PermissionTable } from "./permissions.ts";

const at = noonOn(localDate("2026-11-22"));
const [roles, acts, ties] = [codesOf(accessRoles), codesOf(accessActs), codesOf(accessTies)];
const allTies = (holds: boolean | "not-recorded") => ties.map((kind) => ({ kind, holds }));

const tables: readonly (readonly [string, PermissionTable, ReturnType<typeof asItStands>])[] = [
  ["england", englishPermissions, asItStands(england)],
  ["wigan", wiganPermissions, asItStands(wigan)],
  ["scotland", scottishPermissions, asItStands(scotland)],
  ["highland", highlandPermissions, asItStands(highland)],
];

const names = (
  line: { readonly roles: readonly AccessRole[]; readonly acts: readonly AccessAct[] },
  role: AccessRole,
  act: AccessAct,
) => line.roles.includes(role) && line.acts.includes(act);

describe.each(tables)("%s: every cell of the table", (_, table, book) => {
  const listed = acts.filter((act) => [...table.may, ...table.mayNot].some((line) => line.acts.includes(act)));
  test.each(listed)("%s", (act) => {
    for (const role of roles) {
      const lines: readonly Permission[] = table.may.filter((line) => names(line, role, act));
      const barred = table.mayNot.some((line) => names(line, role, act));
      const tied = lines.length > 0 && lines.every(({ where }) => where !== undefined);
      const asked = (holds: boolean | "not-recorded") =>
        book.gate("access.may", accessFacts({ roles: [role], act, ties: allTies(holds) }), at).answer;
      const needs = lines.some((line) => line.needs !== undefined);
      const best = lines.length === 0 ? "prevents" : needs ? "permits-if" : "permits";
      expect([role, asked(true)]).toEqual([role, barred ? "prevents" : best]);
      if (!barred) {
        expect([role, asked(false)]).toEqual([role, tied ? "prevents" : best]);
        expect([role, asked("not-recorded")]).toEqual([role, tied ? "unknown" : best]);
      }
    }
  });

  test("nobody without a part in it may do anything that is listed, and an unrecorded part is not a part", () => {
    for (const act of listed) {
      expect(book.gate("access.may", accessFacts({ roles: [], act, ties: allTies(true) }), at).answer).toBe("prevents");
      expect(book.gate("access.may", accessFacts({ roles: "not-recorded", act }), at)).toMatchObject({
        answer: "unknown",
        missing: ["what this person is to the child or in the area"],
      });
    }
  });
});

test("a role that permits outweighs one that waits for a tie", () => {
  const book = asItStands(highland);
  const ask = (of: readonly AccessRole[]) =>
    book.gate("access.may", accessFacts({ roles: of, act: "read-plan", ties: [] }), at).answer;
  expect(ask(["parent-or-carer"])).toBe("unknown");
  expect(ask(["parent-or-carer", "named-person"])).toBe("permits");
});

test("what nobody may do, and what is for somebody else, is said in words", () => {
  const book = asItStands(highland);
  const why = (act: AccessAct, of: readonly AccessRole[] = ["member-of-staff"]) =>
    book.gate("access.may", accessFacts({ roles: of, act }), at).findings.map(({ because }) => because);
  expect(why("end-others-role")).toEqual(["Nobody may end somebody else's role by these documents."]);
  expect(why("place-before-group")).toEqual(["To place an item before the group is for the co-ordinator."]);
  expect(why("read-plan-part")).toEqual([
    "To read a part of the plan is for somebody who works to the plan, where their task needs it.",
  ]);
  expect(why("withdraw-consent", ["parent-or-carer"])).toContain("A parent or carer may withdraw consent.");
  expect(
    book.gate("access.may", accessFacts({ roles: ["integrated-services-officer"], act: "chair-meeting" }), at).missing,
  ).toEqual(["whether a review officer has to chair"]);
  expect(why("read-plan-part", ["core-group-member"])).toContain(
    "Somebody who works to the plan may read a part of the plan where their task needs it. Whether that is so is not recorded.",
  );
});

describe("WIG-4b: nothing holds up a safeguarding referral", () => {
  test.each(rulebooks.map((of) => [of.id, asItStands(of)] as const))("%s", (_, book) => {
    const parts: readonly (readonly AccessRole[] | "not-recorded")[] = [
      "not-recorded",
      [],
      ...roles.map((role) => [role]),
    ];
    for (const part of parts)
      for (const held of [[], allTies(false), allTies("not-recorded")])
        expect(
          book.gate("access.may", accessFacts({ roles: part, act: "refer-for-safeguarding", ties: held }), at).answer,
        ).toBe("permits");
  });
});

test("a book says nothing of an act that its documents do not know", () => {
  const ask = (book: typeof england, act: AccessAct) =>
    asItStands(book).gate("access.may", accessFacts({ act }), at).answer;
  expect(ask(england, "vote-in-group")).toBe("silent");
  expect(ask(bolton, "read-common-element")).toBe("silent");
  expect(ask(scotland, "place-before-group")).toBe("silent");
});

test("every tie, role and act has its words, and some table uses it", () => {
  const used = tables.flatMap(([, table]) => [...table.may, ...table.mayNot]);
  const elsewhere: readonly string[] = [
    "refer-for-safeguarding",
    "commit-money",
    "read-advice-queue",
    "draft-plan",
    "integrated-services-manager",
  ];
  const unused = [
    ...ties.filter((tie: AccessTie) => !used.some(({ where }) => where === tie)),
    ...acts.filter((act) => !used.some((line) => line.acts.includes(act))),
    ...roles.filter((role) => !used.some((line) => line.roles.includes(role))),
  ].filter((one) => !elsewhere.includes(one));
  expect(unused).toEqual([]);
});
