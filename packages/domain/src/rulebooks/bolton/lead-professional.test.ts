import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import {
  anInvolved,
  aStatus,
  helpFrom,
  inShort,
  neededFacts,
  suitabilityFacts,
} from "../../testing/lead-professional.ts";
import { adopt, asItStands } from "../questions.ts";
import { bolton } from "./bolton.ts";

const book = asItStands(bolton);
const asked = noonOn(localDate("2026-11-24"));
const needed = (facts: Parameters<typeof neededFacts>[0], of = book) =>
  of.designation("lead-professional.needed", neededFacts(facts), asked);
const suitable = (facts: Parameters<typeof suitabilityFacts>[0], at = asked) =>
  book.gate("lead-professional.suitability", suitabilityFacts(facts), at);

describe("BOL-1.2: a lead professional is agreed once more than one service is needed; the trigger is area data", () => {
  test.each([
    ["a school nurse", [helpFrom("health")], "not-needed"],
    ["a school nurse and housing", [helpFrom("health"), helpFrom("housing")], "required | the lead-professional"],
    ["two people of one service", [helpFrom("health", 2)], "not-needed"],
  ])("%s: %s", (_, help, answer) => {
    expect(inShort(needed({ help }))).toBe(answer);
  });
  test("services that are not recorded are asked for", () => {
    expect(needed({ help: "not-recorded" })).toMatchObject({
      answer: "open",
      missing: ["which services help the child"],
    });
  });
  test("an area can set another number", () => {
    const three = adopt(bolton, { ...book.adoption, settings: { servicesForLead: 3 } });
    expect(needed({ help: [helpFrom("health"), helpFrom("housing")] }, three).answer).toBe("not-needed");
  });
  test("a status of the table already names the lead", () => {
    const child = { statuses: [aStatus("youth-order", "2026-11-01", { holder: "des" })] };
    expect(inShort(needed({ child }))).toBe("filled | des");
    expect(needed({ child: { statuses: "not-recorded" } })).toMatchObject({
      answer: "open",
      missing: ["legal statuses"],
    });
  });
});

describe("BOL-7.5: the lead of a care leaver is a social worker, whoever else the status names", () => {
  const statuses = [aStatus("care-leaver", "2026-11-30", { holder: "esther", careLeaverKind: "relevant" })];
  const adviser = anInvolved("esther", { posts: ["personal-adviser"] });
  const onTheDay = (involved: readonly ReturnType<typeof anInvolved>[]) =>
    book.designation(
      "lead-professional.needed",
      neededFacts({ child: { statuses }, involved }),
      noonOn(localDate("2026-11-30")),
    );
  test("the personal adviser is not taken for the social worker", () => {
    const decision = onTheDay([adviser]);
    expect(inShort(decision)).toBe("required | the social-worker");
    expect(decision.findings[0]?.because).toContain("a social worker leads, and nobody in that post is known yet");
  });
  test("the one social worker who is involved is", () => {
    expect(inShort(onTheDay([adviser, anInvolved("denise", { posts: ["social-worker"] })]))).toBe("filled | denise");
  });
});

describe("BOL-1.4: reading the guidance never counts as training", () => {
  test.each(["none", "not-recorded"] as const)("training %s stays so", (training) => {
    const said = suitable({ practitioner: { training } }).findings.find(
      ({ rule }) => rule === "bolton.training-is-prompted",
    );
    expect(said?.because).not.toMatch(/^Trained/);
  });
  test("with none, that is said", () => {
    expect(suitable({ practitioner: { training: "none" } }).findings.map(({ because }) => because)).toContainEqual(
      expect.stringContaining("reading the guidance does not count"),
    );
  });
});

describe("BOL-1.5: training is offered as early as possible and is no gate", () => {
  test("on the first day of a post, without check, wait or mentor, and the person may lead meanwhile", () => {
    const practitioner = {
      training: "none" as const,
      enhancedCheck: "not-recorded" as const,
      qualification: { on: localDate("2026-11-23") },
      informationSharingTraining: "none" as const,
      engagement: "agency" as const,
    };
    const first = noonOn(localDate("2026-11-23"));
    expect(book.gate("lead-professional.training", suitabilityFacts({ practitioner }), first).answer).toBe("permits");
    expect(suitable({ practitioner }, first)).toMatchObject({ answer: "permits", needs: [] });
  });
});

describe("BOL-5.2: somebody already working with the child or the parents can lead", () => {
  test("involved passes; not involved goes to the Action Meeting, since nothing here blocks by itself", () => {
    expect(suitable({ involvement: "involved" }).answer).toBe("permits");
    expect(suitable({ involvement: "not-involved" })).toMatchObject({
      answer: "refers",
      decidedBy: ["action-meeting"],
    });
  });
});

describe("BOL-5.3: or about to become involved with a major part in the support", () => {
  const about = (involvementStartsOn: string, openActions = 3) =>
    suitable({ involvement: "about-to-start", involvementStartsOn: localDate(involvementStartsOn), openActions });
  test("starts 7 December with 3 actions, proposed on 24 November: valid, and the family is told before", () => {
    const decision = about("2026-12-07");
    expect(decision.answer).toBe("permits");
    expect(decision.needs).toMatchObject([{ code: "family-told-of-newcomer" }]);
  });
  test.each([
    ["2026-12-21", "permits"], // the 19th working day
    ["2026-12-22", "permits"], // the 20th
    ["2026-12-23", "refers"], // the 21st
  ])("within 20 working days, starting %s: %s", (day, answer) => {
    expect(about(day).answer).toBe(answer);
  });
  test("with no action on the plan the meeting says why", () => {
    expect(about("2026-12-07", 0).answer).toBe("refers");
  });
  test("a first day that is not recorded, or in a year without published bank holidays, is unknown", () => {
    expect(suitable({ involvement: "about-to-start" })).toMatchObject({
      answer: "unknown",
      missing: ["first day of involvement"],
    });
    expect(about("2031-01-10")).toMatchObject({ answer: "unknown", missing: ["bank holidays of that year"] });
  });
});
