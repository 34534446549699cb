import {
  type Act,
  acts,
  DomainError,
  deniedBecause,
  isAboutChild,
  localDate,
  type Relation,
  relations,
} from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "./db/database.ts";
import { accessBlock, restriction } from "./db/schema/access.ts";
import { childAddress } from "./db/schema/child.ts";
import { aMonday, aTestArea, type TestArea, type TestPerson } from "./testing/area.ts";
import { testDatabase } from "./testing/database.ts";
import { recordsOf } from "./testing/records.ts";

/** What the table says of a restriction, beside what the database answers to somebody with each relation in turn. */

/** Those that are no row of child_access open no more than their own row: their own tests hold them. */
const ofTheirOwnRow: readonly string[] = ["action-owner", "contributor", "previous-named-person"];
const tied = (Object.keys(relations) as Relation[]).filter((relation) => !ofTheirOwnRow.includes(relation));
const aboutChild = (Object.keys(acts) as Act[]).filter(isAboutChild);

let database: Database;
let area: TestArea;
let children: { readonly open: string; readonly kept: string; readonly kin: string };
const people = new Map<Relation, TestPerson>();

beforeAll(async () => {
  database = await testDatabase();
  area = await aTestArea(database);
  const agencyId = await area.addAgency("health");
  children = { open: await area.addChild(), kept: await area.addChild(), kin: await area.addChild() };
  for (const relation of tied) {
    const person = await area.addPractitioner({ name: relation, agencyId });
    people.set(relation, person);
    for (const childId of Object.values(children)) await area.relate(person, childId, relation);
    await area.write((tx) =>
      tx.insert(accessBlock).values({
        areaId: area.areaId,
        blockId: newId(),
        practitionerId: person.practitionerId,
        childId: children.kin,
        because: "declared",
        tie: "own-child",
        during: { from: aMonday.toISOString() },
        recordedAt: aMonday.toISOString(),
      }),
    );
  }
  const [owner] = people.values();
  const by = owner?.practitionerId ?? "";
  await area.write(async (tx) => {
    for (const childId of Object.values(children))
      await tx.insert(childAddress).values({
        areaId: area.areaId,
        addressId: newId(),
        childId,
        line1: "4 Kept Lane",
        recordedAt: aMonday.toISOString(),
      } as typeof childAddress.$inferInsert);
    for (const kind of ["whereabouts", "contact-risk"] as const)
      await tx.insert(restriction).values({
        areaId: area.areaId,
        restrictionId: newId(),
        childId: children.kept,
        kind,
        adult: kind === "contact-risk" ? "Rob Sample" : null,
        ownerId: by,
        reason: "An order of the court",
        reviewOn: localDate("2027-02-01"),
        during: { from: aMonday.toISOString() },
        recordedBy: by,
        recordedAt: aMonday.toISOString(),
      });
  });
}, 120_000);
afterAll(() => database.close());

/** What the procedure's first step answers: allowed, refused, or the same as no such child. */
async function answered(person: TestPerson, childId: string, all: readonly Act[]) {
  return recordsOf(database, person, aMonday, "child.read", async (records) => {
    const found = new Map<Act, string>();
    for (const act of all)
      found.set(
        act,
        await records.authorise(childId, act).then(
          () => "allowed",
          (error: unknown) => {
            if (error instanceof DomainError) return error.refusal.kind;
            throw error;
          },
        ),
      );
    return found;
  });
}
/** What the table says, whatever post the person has: a role that may do it is given to each. */
const asRole = (person: TestPerson, act: Act): TestPerson => ({ ...person, role: acts[act].roles[0] ?? person.role });

describe.each(tied)("somebody who is tied as %s", (relation) => {
  const who = () => people.get(relation) as TestPerson;
  const roleOf = (act: Act) => acts[act].roles[0] ?? "practitioner";
  const byRole = [...new Set(aboutChild.map(roleOf))].map((role) => aboutChild.filter((act) => roleOf(act) === role));
  const walk = async (childId: string, expected: (act: Act) => string) => {
    for (const some of byRole) {
      const [first] = some;
      if (first === undefined) continue;
      const found = await answered(asRole(who(), first), childId, some);
      for (const act of some) expect([act, found.get(act)]).toEqual([act, expected(act)]);
    }
  };
  const table = (act: Act, inForce: Parameters<typeof deniedBecause>[3] = []) =>
    deniedBecause(
      act,
      acts[act].roles[0] ?? "",
      [relation],
      [...inForce, ...(relation === "emergency" ? (["emergency-only"] as const) : [])],
    ) === undefined
      ? "allowed"
      : "not-allowed";

  test("with nothing restricted: as the table has it", () => walk(children.open, (act) => table(act)));

  test("where the child is kept private, and an adult: as the table has it, and the database gives no address", async () => {
    await walk(children.kept, (act) => table(act, ["whereabouts", "contact-risk"]));
    const rows = (childId: string) =>
      recordsOf(database, who(), aMonday, "child.read", async ({ tx }) =>
        (await tx.select({ childId: childAddress.childId }).from(childAddress)).filter(
          (row) => row.childId === childId,
        ),
      );
    expect(await rows(children.open)).toHaveLength(1);
    const knows = relation === "record-keeper" || relation === "head";
    expect(await rows(children.kept)).toHaveLength(knows ? 1 : 0);
  });

  test("held back: every act about the child is answered as of no such child", () =>
    walk(children.kin, (act) => {
      expect(acts[act].restricted["held-back"]).toBe("not-at-all");
      return "not-visible";
    }));
});
