import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { child, place } from "../../db/schema/child.ts";
import { aTestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { confirmation, listed, previewOf } from "../../testing/lists.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aSchool } from "../../testing/school.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** One child without a number, whom two schools have on their lists: in one class here, in another order there. */
const shared = ["Eilidh", "Iain", "Mairi"].map((name) => listed({ CHILD_FIRST_NAME: name, CHILD_POSTCODE: "IV1 1AA" }));

async function twoSchools() {
  const area = await aTestArea(database);
  const [one, two] = [await aSchool(area), await aSchool(area, { name: "Harbour School" })];
  const at = ({ office, establishmentId }: typeof one) => {
    const caller = area.as(office).people;
    const preview = (rows: typeof shared) => previewOf(caller, establishmentId, rows);
    return { caller, preview };
  };
  const kept = () =>
    area.write(async (tx) => ({
      children: (await tx.select().from(child).where(eq(child.areaId, area.areaId))).length,
      places: (await tx.select().from(place).where(eq(place.areaId, area.areaId))).length,
    }));
  return { one: at(one), two: at(two), kept };
}

test.each([1, 2, 3, 4, 5])(
  "two schools that import the same children without numbers at the same moment make one record of each (%i)",
  async () => {
    const { one, two, kept } = await twoSchools();
    const backwards = shared.toReversed();
    const [here, there] = [await one.preview(shared), await two.preview(backwards)];
    const settled = await Promise.allSettled([
      one.caller.rollIn.confirm(confirmation(here)),
      two.caller.rollIn.confirm(confirmation(there)),
    ]);
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await kept()).toEqual({ children: 3, places: 3 });
    const isFirst = settled[0]?.status === "fulfilled";
    const [late, lateRows, latePreview] = isFirst ? [two, backwards, there] : [one, shared, here];
    expect(await refusalOf(late.caller.rollIn.confirm(confirmation(latePreview)))).toEqual({
      kind: "changed-since",
      what: "roll",
    });
    await late.caller.rollIn.confirm(confirmation(await late.preview(lateRows)));
    expect(await kept()).toEqual({ children: 3, places: 6 });
  },
);
