import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { NamedPersonCandidateFacts } from "../../named-person/model.ts";
import { namedPersonCandidate } from "../../testing/named-person.ts";
import { asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const ask = (of: Partial<NamedPersonCandidateFacts>) =>
  asItStands(highland).gate("named-person.may-be", namedPersonCandidate(of), noonOn(localDate("2026-11-24")));
const holding = (post: string, of: Partial<NamedPersonCandidateFacts["candidate"]> = {}) => ({
  candidate: { id: "p", posts: [post], onStaffOf: [] as readonly string[], ...of },
});

describe("HIG-58: at primary school it is a member of that school's staff", () => {
  test.each(["class-teacher", "teacher-with-guidance-role", "head-teacher", "librarian"])(
    "%s of the school is accepted",
    (post) => {
      expect(ask(holding(post, { onStaffOf: ["school-1"] })).answer).toBe("permits");
    },
  );
  test("a class teacher is accepted in this edition (HN-22)", () => {
    expect(ask({}).answer).toBe("permits");
  });
  test("a visiting school nurse is refused because she is not on the staff", () => {
    expect(ask(holding("school-nurse", { onStaffOf: ["health-centre"] })).answer).toBe("prevents");
  });
  test("whose staff somebody is on may be not recorded, which is not no", () => {
    expect(ask(holding("class-teacher", { onStaffOf: "not-recorded" }))).toMatchObject({
      answer: "unknown",
      missing: ["whose staff this person is on"],
    });
  });
  test("an unknown school is asked for", () => {
    const { school: _, ...withoutSchool } = namedPersonCandidate();
    expect(
      asItStands(highland).gate("named-person.may-be", withoutSchool, noonOn(localDate("2026-11-24"))).answer,
    ).toBe("unknown");
  });
});

describe("HIG-61: the named person of primary school is not carried forward", () => {
  const atAcademy = { stage: "secondary", school: "academy" } as const;
  const previous = { id: "mr-bell", stage: "primary", school: "primary" };
  test("keeping Mr Bell is refused, even if he now works there", () => {
    const mrBell = { id: "mr-bell", posts: ["head-teacher"], onStaffOf: ["academy"] };
    expect(ask({ ...atAcademy, previous, candidate: mrBell }).answer).toBe("prevents");
  });
  test("a guidance teacher of the academy is accepted", () => {
    const guidance = { id: "guidance", posts: ["guidance-teacher"], onStaffOf: ["academy"] };
    expect(ask({ ...atAcademy, previous, candidate: guidance }).answer).toBe("permits");
  });
  test("who it was at primary school may be not recorded", () => {
    const guidance = { id: "guidance", posts: ["guidance-teacher"], onStaffOf: ["academy"] };
    expect(ask({ ...atAcademy, previous: "not-recorded", candidate: guidance }).answer).toBe("unknown");
  });
  test("the one of the same secondary school may be kept from year to year", () => {
    const guidance = { id: "guidance", posts: ["guidance-teacher"], onStaffOf: ["academy"] };
    const same = { id: "guidance", stage: "secondary", school: "academy" };
    expect(ask({ ...atAcademy, previous: same, candidate: guidance }).answer).toBe("permits");
  });
});

describe("HIG-57: nursery staff know who it is, and are not it themselves", () => {
  test("a nursery manager is refused before school, and a health visitor accepted", () => {
    expect(ask({ ...holding("nursery-manager"), stage: "before-school" }).answer).toBe("prevents");
    expect(ask({ ...holding("health-visitor"), stage: "before-school" }).answer).toBe("permits");
  });
  test("until the handover it is a midwife", () => {
    expect(ask({ ...holding("midwife"), stage: "pregnancy-and-birth" }).answer).toBe("permits");
    expect(ask({ ...holding("health-visitor"), stage: "pregnancy-and-birth" }).answer).toBe("prevents");
  });
});

describe("HIG-74: under a special arrangement the area nominates (HD-21)", () => {
  test("an education officer may be nominated", () => {
    expect(ask({ ...holding("education-officer"), stage: "special-arrangement" }).answer).toBe("permits");
  });
  test("anybody else is for the area education manager to decide", () => {
    expect(ask({ ...holding("youth-worker"), stage: "special-arrangement" })).toMatchObject({
      answer: "refers",
      decidedBy: ["area-manager"],
    });
  });
  test.each([
    ["not-recorded", "unknown"],
    ["ended", "prevents"],
    ["school-leaver", "refers"],
  ] as const)("stage %s: %s", (stage, answer) => {
    expect(ask({ ...holding("class-teacher"), stage }).answer).toBe(answer);
  });
});
