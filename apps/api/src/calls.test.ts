import { localDate } from "@linchpin/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callsOn } from "./calls.ts";
import { openArea } from "./features/area/open-area.ts";
import { Browser } from "./testing/browser.ts";
import { testDatabase } from "./testing/database.ts";
import { employ, type House, openHouse, signIn } from "./testing/sign-in.ts";

let house: House;
beforeAll(async () => {
  const database = await testDatabase();
  house = await openHouse({ over: database, trpc: callsOn(database) });
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
  return { status: answer.status, headers: answer.headers, said: (await answer.json()) as unknown };
};

test("a call is answered for whoever is at work, and nobody keeps the answer", async () => {
  const opened = { name: "Northshire", nation: "scotland", isDemonstration: true, editionId: "highland" } as const;
  const areaId = await openArea(house.database, { ...opened, adoptedFrom: localDate("2025-01-06") }, house.clock());
  await employ(house.database, { subject: "ann", areaId });
  const { browser } = await signIn(house, "ann");
  const { status, headers, said } = await call(browser, "access.who");
  const who = { name: "Ann Reid", role: "practitioner", postTitle: "Health visitor", areaName: "Northshire" };
  expect([status, said]).toMatchObject([200, { result: { data: who } }]);
  expect(headers.get("cache-control")).toBe("no-store");
});

test("without a session it is refused in the product's own words", async () => {
  const { status, said } = await call(new Browser(), "access.draft", { form: "x" });
  expect(status).toBe(401);
  expect(said).toMatchObject({ error: { data: { refusal: { kind: "signed-out" } } } });
});
