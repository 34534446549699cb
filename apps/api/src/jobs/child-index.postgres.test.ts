import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../db/database.ts";
import { childIndex } from "../db/schema/child-index.ts";
import { childLead, lead } from "../db/schema/lead-professional.ts";
import { aMonday, aTestArea } from "../testing/area.ts";
import { testDatabase } from "../testing/database.ts";
import { anIndexHere } from "../testing/index-here.ts";
import { aPlanOf } from "../testing/work.ts";
import { publishLeadsOf } from "./child-index.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase({ connections: 12 });
});
afterAll(() => database.close());

const at = (time: string) => new Date(`2026-11-23T${time}:00.000Z`);

test("CWDC-2.20b: several processes tell one index at once: each entry goes once, and each is kept as shown", async () => {
  const index = await anIndexHere();
  const area = await aTestArea(database, { edition: "england" });
  const { areaId } = area;
  const agencyId = await area.addAgency("health", "Community nursing");
  const teacher = await area.addPractitioner({ name: "Morag Shaw", agencyId });
  const { practitionerId } = await area.addPractitioner({ name: "Amina Yusuf", agencyId });
  await area.write((tx) =>
    tx.insert(childIndex).values({ areaId, url: index.url, isOn: true, setAt: aMonday.toISOString() }),
  );
  const many = 12;
  for (let place = 0; place < many; place += 1) {
    const childId = await area.addChild({ givenName: `Child ${String.fromCharCode(65 + place)}` });
    await area.relate(teacher, childId, "named-person");
    const planId = await aPlanOf(area, teacher, { children: [childId] });
    await area.as(teacher, at("09:30")).record.references.keep({
      ...{ idempotencyKey: newId(), childId, kind: "child-index", reference: `IDX ${place}`, basis: "public-task" },
    });
    const leadId = newId();
    const during = { from: at("09:40").toISOString() };
    const by = { recordedBy: practitionerId, recordedAt: during.from };
    await area.write(async (tx) => {
      await tx.insert(lead).values({ areaId, leadId, planId, practitionerId, basis: "by-agreement", during, ...by });
      await tx.insert(childLead).values({ areaId, childLeadId: newId(), childId, leadId, during });
    });
  }
  const round = (now: Date) => publishLeadsOf(database, areaId, () => now, { keys: { testshire: "k".repeat(40) } });
  await Promise.all([round(at("10:00")), round(at("10:00")), round(at("10:00")), round(at("10:00"))]);
  await Promise.all([round(at("10:01")), round(at("10:01"))]);
  const sent = index.received.map(({ body }) => body);
  expect(sent).toHaveLength(many);
  expect(new Set(sent).size).toBe(many);
  expect(await round(at("11:00"))).toBe(0);
  await index.close();
});
