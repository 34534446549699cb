import { localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { carer } from "../../db/schema/child.ts";
import { aMonday } from "../../testing/area.ts";
import { aCase, agreeAll, answered, asked, proposed } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A child whose mother is on record, and for whom the nurse begins to lead. */
async function ledByNurse(edition: string) {
  const of = await aCase(database, { edition });
  await of.area.write((tx) =>
    tx.insert(carer).values({
      areaId: of.area.areaId,
      carerId: newId(),
      childId: of.childId,
      name: "Ana Ashdown",
      relationship: "mother",
      position: "1",
      recordedAt: aMonday.toISOString(),
    }),
  );
  await asked(of);
  await answered(of);
  await agreeAll(of, (await proposed(of, of.nurse)).proposalId);
  return of;
}

const open = async (of: Awaited<ReturnType<typeof ledByNurse>>, who = of.nurse) => {
  const view = await of.area.as(who).namedPerson.toTell({ childId: of.childId });
  return view.known ? view.tellings.filter(({ who: { as } }) => as === "lead-professional") : [];
};

describe("GIR-25, GIR-28, HIG-92, HIG-131, CWDC-2.7a: the child and the family are told who leads", () => {
  test("from the moment somebody leads, child and mother are on the list, and the paper says that the named person stays", async () => {
    const of = await ledByNurse("highland");
    const tellings = await open(of);
    expect(tellings.map(({ recipient }) => recipient.is).sort()).toEqual(["carer", "child"]);
    const [mothers] = tellings.filter(({ recipient }) => recipient.is === "carer");
    expect(mothers?.who).toMatchObject({ name: "Amina Yusuf", title: "School nurse", from: "2026-11-23" });
    expect(mothers?.words.join(" ")).toContain("is the lead professional for");
    expect(mothers?.words.join(" ")).toContain("Morag Shaw is still the named person");
    const [childs] = tellings.filter(({ recipient }) => recipient.is === "child");
    expect(childs?.words).toContain("Morag Shaw is still there for you too.");
  });

  test("it stays open until somebody records that they were told, and the chronology says of what", async () => {
    const of = await ledByNurse("highland");
    const { area, nurse, childId } = of;
    await area.as(nurse).namedPerson.recordTold({
      idempotencyKey: newId(),
      tellingIds: (await open(of)).map(({ tellingId }) => tellingId),
      toldOn: localDate("2026-11-23"),
      how: "in-person",
    });
    expect(await open(of)).toEqual([]);
    const { steps } = await area.as(nurse).record.chronology({ childId });
    expect(steps.map(({ title }) => title)).toContain("Told who leads: the child and 1 parent or carer");
  });

  test("where the documents know no named person, the list is of whoever leads alone", async () => {
    const of = await ledByNurse("bolton");
    const tellings = await open(of);
    expect(tellings).toHaveLength(2);
    expect(tellings.flatMap(({ words }) => words).join(" ")).not.toContain("named person");
  });

  test("whoever only works beside them is given nobody to tell", async () => {
    const of = await ledByNurse("highland");
    expect(await open(of, of.worker)).toEqual([]);
  });
});
