import { deniedBecause, localDate, type Relation } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { childIdentifier } from "../../db/schema/child.ts";
import { contactOfRecord, lead } from "../../db/schema/lead-professional.ts";
import { plan, planMember, planPractitioner } from "../../db/schema/plan.ts";
import { auditEntry } from "../../db/schema/record.ts";
import { aMonday, aTestArea, type TestArea, type TestPerson } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { addCarer, aSchool } from "../../testing/school.ts";
import { actsAboutChild } from "./views.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const now = aMonday.toISOString();
const during = { from: "2026-11-02T00:00:00.000Z" };

/** An open plan that several agencies work to, for one child, with whoever leads it. */
async function aPlan(
  area: TestArea,
  childId: string,
  of: { readonly leads?: TestPerson; readonly works?: TestPerson; readonly contact: TestPerson },
) {
  const planId = newId();
  const { areaId } = area;
  await area.write(async (tx) => {
    await tx.insert(plan).values({
      areaId,
      planId,
      kind: "childs-plan",
      reach: "multi-agency",
      state: "open",
      leadNeededSince: localDate("2026-11-02"),
      leadDueBy: "2026-11-20T00:00:00.000Z",
      adoptionId: newId(),
      openedBy: of.contact.practitionerId,
      openedAt: now,
    });
    await tx.insert(planMember).values({ areaId, planId, childId, addedAt: now });
    await tx.insert(contactOfRecord).values({
      areaId,
      contactId: newId(),
      planId,
      practitionerId: of.contact.practitionerId,
      as: "opened-by",
      during,
      recordedAt: now,
    });
    if (of.leads)
      await tx.insert(lead).values({
        areaId,
        leadId: newId(),
        planId,
        practitionerId: of.leads.practitionerId,
        basis: "by-agreement",
        during,
        recordedBy: of.contact.practitionerId,
        recordedAt: now,
      });
    if (of.works)
      await tx.insert(planPractitioner).values({
        areaId,
        planPractitionerId: newId(),
        planId,
        practitionerId: of.works.practitionerId,
        agencyId: of.works.agencyId,
        posts: [],
        involvement: "involved",
        during,
        recordedBy: of.contact.practitionerId,
        recordedAt: now,
      });
  });
  return planId;
}

async function aPupil(edition?: string) {
  const area = await aTestArea(database, edition === undefined ? {} : { edition });
  const school = await aSchool(area);
  const childId = await school.addPupil({
    givenName: "Mòrag",
    familyName: "NicLeòid",
    group: "P5",
    bornOn: localDate("2017-05-03"),
  });
  await area.relate(school.bain, childId, "named-person");
  return { area, school, childId };
}

describe("a child's page", () => {
  test("shows who they are, where they are and what is not known", async () => {
    const { area, school, childId } = await aPupil();
    await addCarer(area, childId, "Ceit NicLeòid");
    await area.write((tx) =>
      tx.insert(childIdentifier).values({
        areaId: area.areaId,
        identifierId: newId(),
        childId,
        kind: "nhs-number",
        value: "9990000018",
        standing: "entered",
        recordedAt: now,
      }),
    );
    const view = await area.as(school.bain).people.child({ childId });
    expect(view.name).toEqual({
      given: "Mòrag",
      family: "NicLeòid",
      preferred: null,
      full: "Mòrag NicLeòid",
      list: "NicLeòid, Mòrag",
    });
    expect(view.age).toBe("9 years");
    expect(view.places[0]).toMatchObject({
      establishment: "Tern Lane School",
      group: "P5",
      from: "2026-08-18",
      lastDay: null,
    });
    expect(view.carers).toMatchObject([{ name: "Ceit NicLeòid", relationship: "Mother" }]);
    expect(view.identifiers).toEqual([{ kind: "nhs-number", label: "NHS number", value: "9990000018" }]);
    expect(view.flags.map(({ words }) => words)).toEqual(["Legal statuses not recorded", "No named person"]);
    expect(view.youAre).toEqual(["named person"]);
  });

  test("HIG-9: the named person and the lead professional are shown apart, and one person may be both", async () => {
    const { area, school, childId } = await aPupil();
    expect((await area.as(school.bain).people.child({ childId })).lead).toMatchObject({
      state: "no-plan",
      words: "Not needed: there is no plan that several agencies work to.",
    });
    await area.as(school.head).namedPerson.assign({
      idempotencyKey: newKey(),
      childId,
      practitionerId: school.bain.practitionerId,
      from: localDate("2026-11-23"),
      insteadOfId: null,
    });
    await aPlan(area, childId, { leads: school.bain, contact: school.bain });
    const view = await area.as(school.bain).people.child({ childId });
    expect(view.namedPerson).toMatchObject({
      known: true,
      current: { name: "Mr Bain", from: "2026-11-23", settledBy: "Child by child" },
    });
    expect(view.lead).toMatchObject({ state: "held", words: "Mr Bain" });
    expect(view.contactOfRecord).toMatchObject({
      name: "Mr Bain",
      as: "For now: opened the plan, not lead professional",
    });
  });

  test("a lead professional who is still to be found shows with its clock", async () => {
    const { area, school, childId } = await aPupil();
    await aPlan(area, childId, { contact: school.bain });
    const view = await area.as(school.bain).people.child({ childId });
    expect(view.lead).toMatchObject({ state: "pending", dueBy: "2026-11-20T00:00:00.000Z", isLate: true });
    expect(view.flags.map(({ code }) => code)).toContain("lead-late");
  });

  test("says for every act about a child whether this reader may do it, and why not", async () => {
    const { area, school, childId } = await aPupil();
    const { can } = await area.as(school.bain).people.child({ childId });
    expect(can["concern.record"]).toBe(true);
    expect(can["named-person.assign"]).toBe("Your post cannot assign the named person.");
    const head = await area.as(school.head).people.child({ childId });
    for (const act of actsAboutChild) expect(head.can[act]).toBe(deniedBecause(act, "head", ["head"])?.words ?? true);
  });

  test.each(["wigan", "bolton"])(
    "where the documents know no named person (%s) it shows who is in contact with the child",
    async (edition) => {
      const { area, school, childId } = await aPupil(edition);
      const health = await area.addAgency("health");
      const nurse = await area.addPractitioner({ name: "Priya Nair", agencyId: health, title: "School nurse" });
      await aPlan(area, childId, { contact: school.head, works: nurse });
      await area.relate(school.bain, childId, "plan-practitioner");
      const { namedPerson } = await area.as(school.bain).people.child({ childId });
      expect(namedPerson).toMatchObject({
        known: false,
        because: expect.stringContaining("named person"),
        inContact: [
          { name: "Mrs Shaw", as: "Contact for the plan" },
          { name: "Priya Nair", title: "School nurse", as: "Works on the plan" },
          { name: "Tern Lane School", as: "On the roll here" },
        ],
      });
    },
  );

  test("another agency's practitioner and another area's see nothing, and each look is kept", async () => {
    const { area, school, childId } = await aPupil();
    const health = await area.addAgency("health");
    const nurse = await area.addPractitioner({ name: "Priya Nair", agencyId: health });
    const elsewhere = await aPupil();
    expect(await refusalOf(area.as(nurse).people.child({ childId }))).toEqual({ kind: "not-visible", what: "child" });
    expect(await refusalOf(elsewhere.area.as(elsewhere.school.bain).people.child({ childId }))).toEqual({
      kind: "not-visible",
      what: "child",
    });
    expect(await refusalOf(area.as(school.office).people.child({ childId }))).toMatchObject({ kind: "not-allowed" });
    await area.as(school.bain).people.child({ childId });
    const looks = await area.write((tx) =>
      tx.select().from(auditEntry).where(eq(auditEntry.childId, childId)).orderBy(auditEntry.entryId),
    );
    expect(looks.map(({ outcome, act, basis }) => [outcome, act, basis])).toEqual([
      ["refused", "child.read", "not-visible"],
      ["refused", "child.read", "not-allowed"],
      ["read", "child.read", "named-person"],
    ]);
  });
});

describe("the office's page of a child", () => {
  test("shows the place, the carers and the named person, and nothing of concerns, plans or statuses", async () => {
    const { area, school, childId } = await aPupil();
    await area.addStatus(childId, school.bain, { kind: "looked-after", during: { from: localDate("2026-03-02") } });
    const view = await area.as(school.office).people.roll.child({ childId });
    expect(view).toMatchObject({ name: "Mòrag NicLeòid", places: [{ group: "P5" }] });
    expect(JSON.stringify(view)).not.toContain("ooked after");
    expect(view.can["named-person.assign"]).toBe(true);
    expect(await refusalOf(area.as(school.bain).people.roll.child({ childId }))).toMatchObject({ kind: "not-allowed" });
  });
});

describe("search", () => {
  const relations: readonly Relation[] = ["named-person", "plan-practitioner"];
  test.each(["nicleoid", "NICLEÒID morag", "MacLeod", "moragh nicleod"])(
    "finds Mòrag NicLeòid by %j, near enough, and not a stranger",
    async (text) => {
      const { area, school } = await aPupil();
      const { children } = await area.as(school.bain).people.search({ text });
      expect(children.map(({ name }) => name)).toEqual(text === "MacLeod" ? [] : ["NicLeòid, Mòrag"]);
    },
  );

  test("finds a child by a whole number, and only those this person has a part in", async () => {
    const { area, school, childId } = await aPupil();
    const other = await area.addChild({ givenName: "Mòrag", familyName: "NicLeòid" });
    for (const [child, value] of [
      [childId, "9990000018"],
      [other, "9990000026"],
    ] as const)
      await area.write((tx) =>
        tx.insert(childIdentifier).values({
          areaId: area.areaId,
          identifierId: newId(),
          childId: child,
          kind: "nhs-number",
          value,
          standing: "entered",
          recordedAt: now,
        }),
      );
    const bain = area.as(school.bain).people;
    expect((await bain.search({ text: "999 000 0018" })).children).toMatchObject([{ childId, opens: "record" }]);
    expect((await bain.search({ text: "9990000026" })).children).toEqual([]);
    expect((await bain.search({ text: "nicle" })).children).toHaveLength(1);
    for (const relation of relations) await area.relate(school.ross, other, relation);
    expect((await area.as(school.ross).people.search({ text: "nicle" })).children).toMatchObject([{ childId: other }]);
  });

  test("asks for at least 2 characters", async () => {
    const { area, school } = await aPupil();
    await expect(area.as(school.bain).people.search({ text: "m" })).rejects.toThrow("Enter at least 2 characters");
  });
});
