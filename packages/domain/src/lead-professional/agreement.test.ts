import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { england } from "../rulebooks/england/england.ts";
import { asItStands, chapter, edition } from "../rulebooks/questions.ts";
import { agreementFacts, recorded } from "../testing/agreement.ts";
import { checkRulebook } from "../testing/check-rulebook.ts";
import { acceptance, familyAgreement, inThisOrder, lineManager, secondLineManager, viewsOf } from "./agreement.ts";

const from = localDate("2026-01-01");
const rule = (id: string) => ({ id: `here.${id}`, clause: { source: "HERE", at: "1" }, from });

/** A book whose family agrees before anybody else does. */
const here = edition({
  id: "here",
  version: 1,
  title: "Here",
  nation: "england-and-wales",
  basedOn: england,
  from,
  sources: { HERE: { title: "Here", issued: from, status: "local procedure" } },
  chapters: [
    chapter({
      parameters: {},
      rules: {
        "lead-professional.agreement": () =>
          inThisOrder(
            viewsOf(rule("views"), "child"),
            familyAgreement(rule("family")),
            [
              lineManager(rule("manager"), { isLast: false }),
              secondLineManager(rule("second-manager"), { workingDays: 2, isLast: false }),
            ],
            acceptance(rule("acceptance"), { isLast: true }),
          ),
      },
    }),
  ],
  setsAside: {
    "england.agreement-views-of-child": "It asks in words of its own.",
    "england.agreement-views-of-family": "The family agrees first.",
    "england.agreement-group-discussion": "It knows no discussion.",
    "england.agreement-acceptance": "The person comes last.",
    "england.agreement-line-manager": "The manager comes before the person.",
    "england.agreement-family": "The family comes first.",
  },
});
const on = noonOn(localDate("2026-11-25"));
const ladder = (of: Parameters<typeof agreementFacts>[0] = {}) =>
  asItStands(here).ladder("lead-professional.agreement", agreementFacts(of), on);

describe("a book may put the steps of an agreement in an order of its own", () => {
  test("and keeps to what a rulebook promises", () => {
    expect(checkRulebook(asItStands(here), { runs: 20 })).toEqual([]);
  });
  test("each opens when those before it are through, and side by side where it says so", () => {
    const proposed = { id: "nurse", isNamedPerson: false, agency: "health", managers: 2 } as const;
    const entries = [recorded("views-of-child", "done")];
    const next = (...stages: string[]) =>
      ladder({ proposed, entries: [...entries, ...stages.map((stage) => recorded(stage))] }).next;
    expect(next()).toEqual(["family-agreement"]);
    expect(next("family-agreement")).toEqual(["line-manager", "second-line-manager"]);
    expect(next("family-agreement", "second-line-manager")).toEqual(["line-manager"]);
    expect(next("family-agreement", "second-line-manager", "line-manager")).toEqual(["acceptance"]);
  });
  test("they are counted from one, and those side by side share their place", () => {
    const proposed = { id: "nurse", isNamedPerson: false, agency: "health", managers: 2 } as const;
    expect(ladder({ proposed }).stages.map(({ stage, order }) => [stage, order])).toEqual([
      ["views-of-child", 1],
      ["family-agreement", 2],
      ["line-manager", 3],
      ["second-line-manager", 3],
      ["acceptance", 4],
    ]);
  });
  test("nobody is appointed before the last, and a family that refuses stops it at once", () => {
    const upTo = ["views-of-child", "family-agreement", "line-manager"].map((stage) => recorded(stage));
    expect(ladder({ entries: upTo }).permits).toEqual([]);
    expect(ladder({ entries: [...upTo, recorded("acceptance")] }).permits).toEqual(["lead-professional.appoint"]);
    expect(ladder({ entries: [recorded("family-agreement", "not-agreed")] })).toMatchObject({ answer: "stopped" });
  });
  test("where the law fills the role every step is still a notice", () => {
    expect(ladder({ isByLaw: true }).stages.every(({ kind }) => kind === "notice")).toBe(true);
  });
});
