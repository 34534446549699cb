import { localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { team } from "../../db/schema/area.ts";
import { post, practitioner } from "../../db/schema/practitioner.ts";
import { demonstrationIssuer } from "../../demo-issuer/demo-issuer.ts";
import { Mistaken } from "../../mistaken.ts";
import { aMonday } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { openArea } from "../area/open-area.ts";
import { addStaffAsAsked } from "./add-staff-command.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  for (const [name, isDemonstration] of [
    ["Invented", true],
    ["Real", false],
  ] as const)
    await openArea(
      database,
      { name, nation: "england-and-wales", isDemonstration, editionId: "wigan", adoptedFrom: localDate("2025-01-06") },
      aMonday,
    );
});
afterAll(() => database.close());

const columns = "NAME,KIND,TITLE,ROLE,AGENCY,AGENCY_KIND";
const add = (area: string, text: string) =>
  addStaffAsAsked(["--area", area, "--file", "staff.csv"], database, { now: aMonday, readText: () => text });
const mistakesOf = async (area: string, text: string) => {
  const error = await add(area, text).catch((thrown: unknown) => thrown);
  return error instanceof Mistaken ? error.mistakes : [`done: ${String(error)}`];
};

describe("a list of staff is added", () => {
  const list = `${columns},ESTABLISHMENT,ESTABLISHMENT_KIND,TEAM,MANAGES,MANAGER,HINT
Ada Fell,teacher,Head teacher,head,Council,education,Moor Primary,primary,,,,
Nell Hart,family-worker,Family worker,practitioner,Family Help,voluntary,,,Help team,,Joan Beck,Lead a plan.
Joan Beck,family-support-worker,Team manager,team-manager,Family Help,voluntary,,,,Help team,,`;

  test("with where they work and who manages whom, and a second time changes nothing", async () => {
    expect(await add("Invented", list)).toBe("3 people added to Invented.");
    expect(await add("invented", list)).toBe("0 people added to Invented. 3 people there already, left as they are.");
    const { areaId = "" } = (await database.areas()).find(({ name }) => name === "Invented") ?? {};
    const [nell] = await database.postsFor(demonstrationIssuer, `${areaId}.Nell Hart`, "2026-11-23");
    expect(nell).toMatchObject({ postTitle: "Family worker", agencyName: "Family Help", role: "practitioner" });
    expect((await database.demonstrationPeople("2026-11-23")).map(({ name }) => name)).toEqual(["Nell Hart"]);
    const led = await database.inArea({ areaId, now: aMonday.toISOString(), as: "system" }, (tx) =>
      tx
        .select({ name: practitioner.name })
        .from(team)
        .innerJoin(practitioner, eq(practitioner.practitionerId, team.managerId)),
    );
    expect(led).toEqual([{ name: "Joan Beck" }]);
  });
  test("of a real area with the issuer they sign in with", async () => {
    const known = `${columns},ISSUER,SUBJECT\nMei Ward,social-worker,Social worker,practitioner,Council,social-work,https://id.example,mei`;
    expect(await add("Real", known)).toBe("1 person added to Real.");
    expect(await database.postsFor("https://id.example", "mei", "2026-11-23")).toHaveLength(1);
    expect(
      await mistakesOf("Real", `${columns},HINT\nA B,teacher,Teacher,practitioner,Council,education,Try it.`),
    ).toEqual([
      "Line 2: fill in ISSUER and SUBJECT, or A B cannot sign in.",
      "Line 2: HINT is for demonstrations only.",
      "Line 2: Council is social-work already, and here it is education.",
    ]);
  });
});

describe("each mistake is a sentence with its line, and nobody is added", () => {
  test.each([
    ["", "The list has no column NAME."],
    [columns, "The list has nobody in it."],
    [`${columns},SHOE_SIZE\na,b,c,d,e,f,9`, '"SHOE_SIZE" is no column of a list of staff.'],
    [`${columns}\n,teacher,Teacher,practitioner,Council,education`, "Line 2, NAME: Fill this in."],
    [`${columns}\nA,wizard,Teacher,practitioner,Council,education`, "Line 2, KIND: Use one of personal-adviser"],
    [`${columns}\nA,teacher,Teacher,king,Council,education`, "Line 2, ROLE: Use one of practitioner"],
    [`${columns},FROM\nA,teacher,Teacher,head,Council,education,1/9/2026`, "Line 2, FROM: Enter a real date."],
    [`${columns},MANAGER\nA,teacher,Teacher,head,Council,education,Nobody`, "nobody in the list or the area is called"],
    [
      `${columns}\nA,teacher,Teacher,head,Council,education\nA,teacher,Teacher,head,Council,education`,
      "Line 3: A is in the list already.",
    ],
    [
      `${columns},ESTABLISHMENT\nA,teacher,Teacher,head,Council,education,Hill School`,
      "Line 2: Hill School is new, so ESTABLISHMENT_KIND says what it is.",
    ],
  ])("%j", async (text, sentence) => {
    expect((await mistakesOf("Invented", text)).join(" ")).toContain(sentence);
  });
  test("an area or a file that is not there", async () => {
    expect(await mistakesOf("Nowhere", "")).toContain("There is no area called Nowhere. There are: Invented, Real.");
    const error = await addStaffAsAsked(["--area", "Real", "--file", "x.csv"], database, {
      now: aMonday,
      readText: () => {
        throw new Error("no such file");
      },
    }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ mistakes: ["x.csv cannot be read."] });
  });
});

describe("HIG-163: a title that was replaced", () => {
  const list = `${columns}\nFlo Reid,other,Senior Family Liaison Officer,practitioner,Family Centre,social-work`;

  test("is refused for a new account and the new one offered, where the area's documents replaced it; the new one is taken", async () => {
    await openArea(
      database,
      {
        name: "North",
        nation: "scotland",
        isDemonstration: true,
        editionId: "highland",
        adoptedFrom: localDate("2025-01-06"),
      },
      aMonday,
    );
    expect(await mistakesOf("North", list)).toEqual([
      'Line 2: "Senior Family Liaison Officer" is closed: use "Integrated Services Officer" instead.',
    ]);
    expect(await mistakesOf("North", list.replace("Senior Family", "senior family"))).toHaveLength(1);
    expect(await add("North", list.replace("Senior Family Liaison", "Integrated Services"))).toBe(
      "1 person added to North.",
    );
    const { areaId = "" } = (await database.areas()).find(({ name }) => name === "North") ?? {};
    await database.inArea({ areaId, now: aMonday.toISOString(), as: "system" }, (tx) =>
      tx.update(post).set({ title: "Senior Family Liaison Officer" }),
    );
    const [flo] = await database.postsFor(demonstrationIssuer, `${areaId}.Flo Reid`, "2026-11-23");
    expect(flo?.postTitle).toBe("Senior Family Liaison Officer");
  });

  test("is taken where the area's documents know nothing of it", async () => {
    expect(await add("Invented", list)).toBe("1 person added to Invented.");
  });
});
