import { and, eq, isNull } from "drizzle-orm";
import { v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { child, childIdentifier } from "../../db/schema/child.ts";
import { auditEntry } from "../../db/schema/record.ts";
import { testDatabase } from "../../testing/database.ts";
import { anOffice, confirmation, kindsOf, type Listed, listed, previewOf } from "../../testing/lists.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aSchool } from "../../testing/school.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

describe("a row that may be about a child who is here", () => {
  async function aSlip() {
    const made = await anOffice(database);
    await made.office.rollIn.confirm(confirmation(await made.previewed([listed()])));
    return { ...made, answer: await made.previewed([listed({ CHILD_DATE_OF_BIRTH: "5/3/2017" })]) };
  }

  test("waits for a person, who sees both, and is imported with their choice", async () => {
    const { area, office, answer, establishmentId } = await aSlip();
    expect(kindsOf(answer)).toEqual(["possible-match"]);
    expect(answer.rows.rows[0]?.candidates).toMatchObject([{ name: "Eilidh Shaw", bornOn: "2017-05-03" }]);
    const command = confirmation(answer);
    expect(await refusalOf(office.rollIn.confirm(command))).toMatchObject({
      kind: "input",
      problems: [{ message: "Say of 1 row whether two children are one" }],
    });
    const choice = { is: "this-child" as const, childId: answer.rows.rows[0]?.candidates[0]?.childId ?? "" };
    const row = await office.rollIn.chooseMatch({
      idempotencyKey: newKey(),
      rollInId: answer.rollIn.rollInId,
      rowNumber: 2,
      choice,
    });
    expect(row.choice).toEqual(choice);
    expect(
      await area.write((tx) =>
        tx
          .select({ childId: auditEntry.childId, outcome: auditEntry.outcome, detail: auditEntry.detail })
          .from(auditEntry)
          .where(and(eq(auditEntry.areaId, area.areaId), eq(auditEntry.act, "roll-in.match-chosen"))),
      ),
    ).toEqual([
      {
        childId: choice.childId,
        outcome: "changed",
        detail: { rollInId: answer.rollIn.rollInId, rowNumber: 2, choice: "this-child" },
      },
    ]);
    await office.rollIn.confirm({ ...command, idempotencyKey: newKey() });
    expect((await office.roll.list({ establishmentId })).rows).toHaveLength(1);
  });

  test.each([
    ["another-child", 2],
    ["left-out", 1],
  ] as const)("%s: the roll then has %i", async (is, children) => {
    const { office, answer, establishmentId } = await aSlip();
    await office.rollIn.chooseMatch({
      idempotencyKey: newKey(),
      rollInId: answer.rollIn.rollInId,
      rowNumber: 2,
      choice: { is },
    });
    await office.rollIn.confirm(confirmation(answer));
    expect((await office.roll.list({ establishmentId })).rows).toHaveLength(children);
  });
});

describe("a child of another school of the area", () => {
  const number = "9990000018";
  async function twoSchools() {
    const first = await anOffice(database);
    await first.office.rollIn.confirm(
      confirmation(await first.previewed([listed({ CHILD_NHS_NUMBER: number, PARENT_1_NAME: "Ceit Shaw" })])),
    );
    const second = await aSchool(first.area, { name: "Gull Road School" });
    const office = first.area.as(second.office).people;
    return {
      ...first,
      second,
      secondOffice: office,
      previewedThere: (rows: readonly Listed[]) => previewOf(office, second.establishmentId, rows),
    };
  }

  test("with the same number, names and date of birth is the same child: a new place and no second record", async () => {
    const { area, second, secondOffice, previewedThere } = await twoSchools();
    const answer = await previewedThere([listed({ CHILD_NHS_NUMBER: number })]);
    expect(kindsOf(answer)).toEqual(["new"]);
    await secondOffice.rollIn.confirm(confirmation(answer));
    expect(await area.write((tx) => tx.select().from(child).where(eq(child.areaId, area.areaId)))).toHaveLength(1);
    expect((await secondOffice.roll.list({ establishmentId: second.establishmentId })).rows).toHaveLength(1);
  });

  test("is begun anew where a row has neither number nor postcode, and the office is told so of any such row", async () => {
    const { area, secondOffice, previewedThere } = await twoSchools();
    const because = async (row: Listed) => (await previewedThere([row])).rows.rows[0]?.because;
    const told = await because(listed());
    expect(told).toContain("a second record is begun: add one of them where you can.");
    expect(await because(listed({ CHILD_FIRST_NAME: "Isla" }))).toBe(told); // nobody's names, and the same words
    for (const more of [{ CHILD_NHS_NUMBER: number }, { CHILD_POSTCODE: "AY5 5XP" }])
      expect(await because(listed(more))).toBe(
        "Nobody on this roll has this number, or these names and date of birth.",
      );
    await secondOffice.rollIn.confirm(confirmation(await previewedThere([listed()])));
    expect(await area.write((tx) => tx.select().from(child).where(eq(child.areaId, area.areaId)))).toHaveLength(2);
  });

  test("shows nothing in a preview: a number that is held reads like one that nobody has", async () => {
    const { previewedThere } = await twoSchools();
    const [held, free] = [
      listed({ CHILD_FIRST_NAME: "Isla", CHILD_NHS_NUMBER: number }),
      listed({ CHILD_FIRST_NAME: "Isla", CHILD_NHS_NUMBER: "9990000026" }),
    ];
    const [known, unknown] = [await previewedThere([held]), await previewedThere([free])];
    expect(known.rows).toEqual(unknown.rows);
    expect(known.rollIn.summary).toEqual(unknown.rollIn.summary);
  });

  test("keeps its number when a list gives it to somebody else, and those who answer for the child hear of it", async () => {
    const { area, school, secondOffice, second, previewedThere } = await twoSchools();
    await secondOffice.rollIn.confirm(
      confirmation(await previewedThere([listed({ CHILD_FIRST_NAME: "Isla", CHILD_NHS_NUMBER: number })])),
    );
    expect((await secondOffice.roll.list({ establishmentId: second.establishmentId })).rows).toMatchObject([
      { name: "Shaw, Isla" },
    ]);
    const holders = await area.write((tx) =>
      tx
        .select()
        .from(childIdentifier)
        .where(and(eq(childIdentifier.areaId, area.areaId), isNull(childIdentifier.supersededAt))),
    );
    expect(holders).toHaveLength(1);
    const told = await area.write(
      async (tx) =>
        (await tx.execute("select payload from outbox")) as unknown as {
          rows: { payload: { practitionerId: string; act: string } }[];
        },
    );
    expect(
      told.rows
        .filter(({ payload }) => payload.act === "roll-in.same-number")
        .map(({ payload }) => payload.practitionerId)
        .sort(),
    ).toEqual([school.office.practitionerId, school.head.practitionerId].sort());
  });

  test("of another area is another child", async () => {
    await twoSchools();
    const elsewhere = await anOffice(database);
    await elsewhere.office.rollIn.confirm(
      confirmation(await elsewhere.previewed([listed({ CHILD_NHS_NUMBER: number })])),
    );
    expect((await elsewhere.office.roll.list({ establishmentId: elsewhere.establishmentId })).rows).toHaveLength(1);
  });
});
