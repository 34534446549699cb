import { localDate, type RecordStanding } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { aTestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { auditOf, toldOf } from "../../testing/work.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const day = localDate;
type Standing = RecordStanding["standing"];

async function aPerson(standing: Readonly<Record<string, Record<string, unknown>>> = {}) {
  const area = await aTestArea(database, { edition: "wigan" });
  const agencyId = await area.addAgency("health");
  const helen = await area.addPractitioner({ name: "Helen Ash", agencyId, role: "team-manager" });
  const person = await area.addPractitioner({
    name: "Ruth Poole",
    agencyId,
    lineManagerId: helen.practitionerId,
    standing,
  });
  const record = (of: Standing, supersedes?: string, at?: Date) =>
    area.as(helen, at).workforce.recordStanding(command(of, supersedes));
  const command = (of: Standing, supersedes?: string) => ({
    idempotencyKey: newId(),
    practitionerId: person.practitionerId,
    standing: of,
    ...(supersedes === undefined ? {} : { supersedes }),
  });
  return { area, agencyId, helen, person, record, command };
}

type View = Awaited<ReturnType<Awaited<ReturnType<typeof aPerson>>["record"]>>;
const factIn = (view: View, kind: Standing["kind"]) => view.facts.find((fact) => fact.kind === kind);

const checked: Standing = {
  kind: "enhanced-check",
  fact: {
    state: "cleared",
    on: day("2026-11-20"),
    issuedOn: day("2026-11-16"),
    seenOn: day("2026-11-18"),
    seenBy: "Kate Mold",
  },
};

describe("recording a practitioner's standing", () => {
  test("WIG-4a: level, dates, who saw it and whether it is suitable are kept, and nothing of the certificate", async () => {
    const { area, helen, person, command } = await aPerson();
    const withContents = {
      ...checked,
      fact: { ...checked.fact, certificateNumber: "001234567890", contents: "A caution in 1999" },
    };
    const view = await area.as(helen).workforce.recordStanding(command(withContents as Standing)); // what a page of ours never sends
    expect(factIn(view, "enhanced-check")).toMatchObject({
      fact: checked.fact,
      inWords:
        "Judged suitable on 20 November 2026, issued on 16 November 2026. Certificate seen on 18 November 2026 by Kate Mold.",
      recordedBy: { name: "Helen Ash" },
      recordedAt: "2026-11-23T10:00:00.000Z",
    });
    const everything = JSON.stringify(
      await area.as(person).workforce.standing({ practitionerId: person.practitionerId }),
    );
    expect(everything).not.toMatch(/0012345|caution/);
    expect(await auditOf(area, "workforce.standing.record", "changed")).toBe(1);
    expect(await toldOf(area, "workforce.standing.record")).toEqual([
      {
        to: person.practitionerId,
        words: "Helen Ash recorded something new of your standing for the role: enhanced check.",
      },
    ]);
  });

  test("WIG-4a: a check at standard level is no enhanced clearance", async () => {
    const { record } = await aPerson();
    const view = await record({ kind: "enhanced-check", fact: { state: "standard-only" } });
    expect(factIn(view, "enhanced-check")?.inWords).toMatch(/^No enhanced clearance/);
    expect(view.suitability.answer).toBe("prevents");
  });

  test("WIG-8.4.1: a later award and continuing development are listed, and the first qualification keeps its day", async () => {
    const { record } = await aPerson();
    const first = {
      state: "held" as const,
      on: day("2015-07-01"),
      name: "Nursing degree",
      awardedBy: "Ashbeck College",
    };
    const before = await record({ kind: "qualification", fact: first });
    const awards = [{ on: day("2026-06-30"), name: "Specialist award" }];
    const view = await record(
      { kind: "qualification", fact: { ...first, furtherAwards: awards } },
      factIn(before, "qualification")?.standingId,
    );
    expect(factIn(view, "qualification")?.inWords).toBe(
      "Nursing degree, Ashbeck College, 1 July 2015. Later awards: Specialist award, 30 June 2026.",
    );
    expect(view.training.facts.find(({ name }) => name === "qualified on")?.value).toBe("1 July 2015");
    const log = await record({
      kind: "development",
      fact: { entries: [{ on: day("2026-05-04"), what: "Listening to children" }] },
    });
    expect(factIn(log, "development")?.inWords).toBe("Listening to children, 4 May 2026.");
  });

  test.each([
    [{ isIn: true, reason: "Runs two groups well." }, "In the pool. Reason: Runs two groups well."],
    [
      { isIn: true, support: "Shadow a lead first.", reason: "New to the area." },
      "In the pool with support. Reason: New to the area. Support: Shadow a lead first.",
    ],
    [{ isIn: false, reason: "On a long course." }, "Not now. Reason: On a long course."],
  ])("WIG-8.1: in the pool, with support, or not now, each for a reason", async (fact, words) => {
    const { record } = await aPerson();
    expect(factIn(await record({ kind: "pool", fact }), "pool")?.inWords).toBe(words);
  });

  test("WIG-8.1: the pool is never decided without a reason", async () => {
    const { record } = await aPerson();
    await expect(record({ kind: "pool", fact: { isIn: false } } as Standing)).rejects.toThrow(/Enter the reason/);
  });

  test("a correction keeps what was recorded before, with who recorded it and until when", async () => {
    const { record } = await aPerson();
    const before = await record(checked);
    const later = new Date("2026-11-24T09:00:00.000Z");
    const view = await record(
      { kind: "enhanced-check", fact: { state: "not-suitable", on: day("2026-11-24") } },
      factIn(before, "enhanced-check")?.standingId,
      later,
    );
    expect(factIn(view, "enhanced-check")?.inWords).toMatch(/^No enhanced clearance/);
    expect(view.history).toMatchObject([
      {
        kind: "enhanced-check",
        inWords: expect.stringContaining("Judged suitable on 20 November 2026"),
        recordedBy: { name: "Helen Ash" },
        supersededAt: later.toISOString(),
      },
    ]);
  });

  test("based on a record that somebody else has replaced it is refused, and nothing changes", async () => {
    const { record, area, helen, person } = await aPerson();
    const first = factIn(await record(checked), "enhanced-check")?.standingId;
    await record({ kind: "enhanced-check", fact: { state: "applied-for" } }, first);
    for (const supersedes of [undefined, first, newId()])
      expect(await refusalOf(record(checked, supersedes))).toMatchObject({ kind: "changed-since" });
    const view = await area.as(helen).workforce.standing({ practitionerId: person.practitionerId });
    expect([factIn(view, "enhanced-check")?.fact, view.history.length]).toEqual([{ state: "applied-for" }, 1]);
    expect(await auditOf(area, "workforce.standing.record", "refused")).toBe(3);
  });

  test("sent twice, it is recorded once", async () => {
    const { area, helen, command } = await aPerson();
    const same = command(checked);
    const first = await area.as(helen).workforce.recordStanding(same);
    expect(await area.as(helen).workforce.recordStanding(same)).toEqual(first);
    expect(first.history).toEqual([]);
    expect(await auditOf(area, "workforce.standing.record", "changed")).toBe(1);
  });

  test("nobody records anything of themselves, of a colleague, of another team or of another area", async () => {
    const { area, agencyId, helen, person, command } = await aPerson();
    const rita = await area.addPractitioner({ name: "Rita", agencyId, role: "team-manager" });
    const elsewhere = await aPerson();
    expect(await refusalOf(area.as(person).workforce.recordStanding(command(checked)))).toMatchObject({
      kind: "not-allowed",
    });
    const ofHerself = { ...command(checked), practitionerId: helen.practitionerId };
    expect(await refusalOf(area.as(helen).workforce.recordStanding(ofHerself))).toMatchObject({
      kind: "not-allowed",
      why: "Your line manager records your standing for the role.",
    });
    for (const call of [area.as(rita), elsewhere.area.as(elsewhere.helen)])
      expect(await refusalOf(call.workforce.recordStanding(command(checked)))).toMatchObject({ kind: "not-visible" });
  });

  test.each<[string, Standing, RegExp]>([
    [
      "standing.fact.on",
      { kind: "training", fact: { state: "completed", on: day("2026-11-24") } },
      /not in the future/,
    ],
    [
      "standing.fact.issuedOn",
      { kind: "enhanced-check", fact: { state: "cleared", on: day("2026-11-20"), issuedOn: day("2026-11-21") } },
      /not after/,
    ],
    [
      "standing.fact.furtherAwards.0.on",
      {
        kind: "qualification",
        fact: { state: "held", on: day("2020-07-01"), furtherAwards: [{ on: day("2019-07-01"), name: "Award" }] },
      },
      /not before the first/,
    ],
  ])("a day that cannot be is refused at %s", async (path, standing, message) => {
    const { record } = await aPerson();
    expect(await refusalOf(record(standing))).toMatchObject({
      kind: "input",
      problems: [{ path, message: expect.stringMatching(message) }],
    });
  });

  test.each(["1890-01-01", "2090-01-01", "2026-02-30"])("%s is no day anybody works with", async (on) => {
    const { record } = await aPerson();
    await expect(record({ kind: "training", fact: { state: "completed", on: on as never } })).rejects.toThrow(/Enter/);
  });
});

describe("naming a mentor", () => {
  const newly = {
    "enhanced-check": { state: "cleared", on: "2026-01-20", issuedOn: "2026-01-10" },
    qualification: { state: "held", on: "2025-01-15" },
    training: { state: "completed", on: "2026-10-01" },
    "information-sharing-training": { state: "completed", on: "2026-10-01" },
    "first-led": { state: "never" },
    engagement: { is: "permanent" },
    workplace: { isInArea: true },
  };
  const ofLead = (firstLed: string) => ({
    training: { state: "completed", on: "2024-01-10" },
    "first-led": { state: "led", on: firstLed },
    mentor: { state: "none" },
  });

  async function aMentee() {
    const { area, agencyId, ...rest } = await aPerson(newly);
    const omar = await area.addPractitioner({ name: "Omar Reid", agencyId, standing: ofLead("2026-04-20") });
    const amina = await area.addPractitioner({ name: "Amina Yusuf", agencyId, standing: ofLead("2024-09-01") });
    const name = (mentorId: string, from = "2026-11-23"): Standing => ({
      kind: "mentor",
      fact: { state: "named", periods: [{ mentorId, from: day(from) }] },
    });
    return { area, omar, amina, name, ...rest };
  }

  test("WIG-8.4.2c: seven months in the role are too few for a mentor, and twenty-six are enough", async () => {
    const { record, omar, amina, name, area, helen, person } = await aMentee();
    expect(await refusalOf(record(name(omar.practitionerId)))).toMatchObject({
      kind: "input",
      problems: [
        { path: "standing.fact.periods.0.mentorId", message: "The mentor has led for 7 months: 12 are needed." },
      ],
    });
    const nothing = await area.as(helen).workforce.standing({ practitionerId: person.practitionerId });
    expect(factIn(nothing, "mentor")?.standingId).toBeUndefined();
    const view = await record(name(amina.practitionerId));
    expect(factIn(view, "mentor")?.inWords).toBe("Amina Yusuf, from 23 November 2026.");
    expect(view.suitability.answer).toBe("permits");
  });

  test("a mentor who starts later can be named today", async () => {
    const { record, amina, name } = await aMentee();
    const view = await record(name(amina.practitionerId, "2027-02-08"));
    expect(view.suitability.answer).toBe("prevents");
  });

  test("a mentor is somebody else, of this area, and one at a time", async () => {
    const { record, person, amina, name } = await aMentee();
    expect(await refusalOf(record(name(person.practitionerId)))).toMatchObject({ kind: "input" });
    expect(await refusalOf(record(name(newId())))).toMatchObject({ kind: "input" });
    const overlapping: Standing = {
      kind: "mentor",
      fact: {
        state: "named",
        periods: [
          { mentorId: amina.practitionerId, from: day("2026-10-01"), until: day("2026-11-02") },
          { mentorId: amina.practitionerId, from: day("2026-11-01") },
        ],
      },
    };
    expect(await refusalOf(record(overlapping))).toMatchObject({
      kind: "input",
      problems: [{ path: "standing.fact.periods.1.from" }],
    });
  });
});
