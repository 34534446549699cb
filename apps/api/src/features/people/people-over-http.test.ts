import { localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { uploads } from "../../app-router.ts";
import { callsOn } from "../../calls.ts";
import { practitioner } from "../../db/schema/practitioner.ts";
import { demonstrationIssuer } from "../../demo-issuer/demo-issuer.ts";
import { aTestArea, type TestArea, type TestPerson } from "../../testing/area.ts";
import type { Browser } from "../../testing/browser.ts";
import { testDatabase } from "../../testing/database.ts";
import { handIn, listed } from "../../testing/lists.ts";
import { aSchool } from "../../testing/school.ts";
import { type House, openHouse, signIn } from "../../testing/sign-in.ts";

let house: House;
let school: Awaited<ReturnType<typeof aSchool>>;
let area: TestArea;
let office: Browser;
let head: Browser;

const signedIn = async (person: TestPerson, subject: string): Promise<Browser> => {
  await area.write((tx) =>
    tx
      .update(practitioner)
      .set({ issuer: demonstrationIssuer, subject, hint: "Try it." })
      .where(eq(practitioner.practitionerId, person.practitionerId)),
  );
  return (await signIn(house, subject)).browser;
};

beforeAll(async () => {
  const database = await testDatabase();
  house = await openHouse({ over: database, trpc: callsOn(database), uploads });
  area = await aTestArea(database);
  school = await aSchool(area);
  office = await signedIn(school.office, "una");
  head = await signedIn(school.head, "shaw");
});
afterAll(async () => {
  await house.close();
  await house.database.close();
});

const call = async (browser: Browser, path: string, body: unknown = {}) => {
  const headers = { "content-type": "application/json", origin: house.origin };
  const answer = await browser.ask(`${house.origin}/api/trpc/${path}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  return { status: answer.status, said: (await answer.json()) as unknown };
};

test("an office's list of some megabytes reaches the roll, and the head names somebody for a child of it", async () => {
  const rows = [
    listed(),
    ...Array.from({ length: 4 }, () => listed({ CHILD_FIRST_NAME: "", PARENT_1_NAME: "x".repeat(500_000) })),
  ];
  const previewed = await call(office, "people.rollIn.preview", handIn(school.establishmentId, rows));
  expect(previewed).toMatchObject({
    status: 200,
    said: { result: { data: { outcome: "previewed", rollIn: { summary: { new: 1, refused: 4 } } } } },
  });
  const { rollInId, version } = (
    previewed.said as { result: { data: { rollIn: { rollInId: string; version: number } } } }
  ).result.data.rollIn;
  const confirmed = await call(office, "people.rollIn.confirm", {
    idempotencyKey: newKey(),
    rollInId,
    version,
    onRollFrom: "2026-08-18",
    fullTime: true,
  });
  expect(confirmed).toMatchObject({ status: 200, said: { result: { data: { done: { added: 1 } } } } });
  const roll = await call(office, "people.roll.list", { establishmentId: school.establishmentId });
  expect(roll).toMatchObject({ said: { result: { data: { rows: [{ name: "Shaw, Eilidh" }] } } } });
});

test("what cannot be read comes back beside its field, in words", async () => {
  const empty = { ...handIn(school.establishmentId, []), content: Buffer.from(" ").toString("base64") };
  expect(await call(office, "people.rollIn.preview", empty)).toMatchObject({
    status: 400,
    said: {
      error: {
        data: {
          refusal: {
            kind: "input",
            problems: [
              { path: "content", message: "The file is empty. Export the list again and choose the new file." },
            ],
          },
        },
      },
    },
  });
  expect(await call(office, "people.search", { text: "m" })).toMatchObject({
    status: 400,
    said: { error: { data: { refusal: { problems: [{ path: "text", message: "Enter at least 2 characters" }] } } } },
  });
});

test("a child that is not there and one that may not be seen read the same", async () => {
  const hidden = await area.addChild();
  const [theirs, nobodys] = [
    await call(head, "people.child", { childId: hidden }),
    await call(head, "people.child", { childId: newId() }),
  ];
  expect(theirs.status).toBe(404);
  expect(theirs.said).toEqual(nobodys.said);
});

test("HIG-58: a refusal by a clause reaches the browser with its words and its clause", async () => {
  const childId = await school.addPupil();
  const nurse = await area.addPractitioner({
    name: "Priya Nair",
    agencyId: await area.addAgency("health"),
    kind: "school-nurse",
  });
  const assigned = await call(head, "namedPerson.assign", {
    idempotencyKey: newKey(),
    childId,
    practitionerId: nurse.practitionerId,
    from: localDate("2026-11-23"),
    insteadOfId: null,
  });
  expect(assigned).toMatchObject({
    status: 422,
    said: {
      error: {
        data: {
          refusal: {
            kind: "rule-prevents",
            question: "May this person be the child's named person?",
            because: [
              {
                because: "This person is not on the staff of the child's school. Choose one of its own staff.",
                clause: expect.stringContaining("H6, paragraph 2"),
              },
            ],
          },
        },
      },
    },
  });
});
