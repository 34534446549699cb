import { localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callsOn } from "../../calls.ts";
import type { Browser } from "../../testing/browser.ts";
import { testDatabase } from "../../testing/database.ts";
import { type Employed, employ, type House, openHouse, signIn } from "../../testing/sign-in.ts";
import { openArea } from "../area/open-area.ts";

let house: House;
let browser: Browser;
let ann: Employed;
beforeAll(async () => {
  const database = await testDatabase();
  house = await openHouse({ over: database, trpc: callsOn(database) });
  const opened = {
    name: "Southshire",
    nation: "england-and-wales",
    isDemonstration: true,
    editionId: "wigan",
  } as const;
  const areaId = await openArea(database, { ...opened, adoptedFrom: localDate("2025-01-06") }, house.clock());
  ann = await employ(database, { subject: "ann", areaId, role: "service-manager" });
  ({ browser } = await signIn(house, "ann"));
});
afterAll(async () => {
  await house.close();
  await house.database.close();
});

const call = async (path: string, body: unknown = {}) => {
  const headers = { "content-type": "application/json", origin: house.origin };
  const sent = { method: "POST" as const, headers, body: JSON.stringify(body) };
  const answer = await browser.ask(`${house.origin}/api/trpc/${path}`, sent);
  return { status: answer.status, said: (await answer.json()) as unknown };
};

test("a manager's own standing and their register reach their browser, whole", async () => {
  expect(await call("workforce.standing", { practitionerId: ann.practitionerId })).toMatchObject({
    status: 200,
    said: { result: { data: { name: "Ann Reid", training: { answer: "unknown" }, may: { record: { may: false } } } } },
  });
  expect(await call("workforce.register")).toMatchObject({
    status: 200,
    said: { result: { data: { practitioners: [], nextCursor: null } } },
  });
});

test("days that cannot be come back with a sentence for their field, and a stranger's record is not there", async () => {
  const exception = {
    idempotencyKey: newId(),
    practitionerId: newId(),
    planId: newId(),
    reason: "Four of seven posts are unfilled.",
    planToReplace: "Two posts are advertised.",
    from: "2026-12-01",
    lastDay: "2026-11-30",
  };
  expect(await call("workforce.approveException", exception)).toMatchObject({
    status: 400,
    said: {
      error: {
        data: { refusal: { problems: [{ path: "lastDay", message: "Enter a day that is not before the first" }] } },
      },
    },
  });
  expect(await call("workforce.standing", { practitionerId: newId() })).toMatchObject({
    status: 404,
    said: { error: { data: { refusal: { kind: "not-visible" } } } },
  });
});
