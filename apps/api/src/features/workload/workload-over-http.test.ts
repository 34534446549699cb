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
    name: "Westshire",
    nation: "england-and-wales",
    isDemonstration: true,
    editionId: "england",
  } as const;
  const areaId = await openArea(database, { ...opened, adoptedFrom: localDate("2025-01-06") }, house.clock());
  ann = await employ(database, { subject: "ann", areaId, role: "team-manager" });
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

test("a manager's board and their own workload reach their browser", async () => {
  expect(await call("workload.team")).toMatchObject({
    status: 200,
    said: { result: { data: { practitioners: [], spread: { leads: 0, people: 0, most: 0, uneven: [] } } } },
  });
  expect(await call("workload.own")).toMatchObject({
    status: 200,
    said: { result: { data: { practitionerId: ann.practitionerId, load: { points: 0 }, cases: [] } } },
  });
});

test("points that nobody agrees in come back with a sentence for their field, and a stranger's post is not there", async () => {
  const agreed = { idempotencyKey: newId(), postId: newId(), version: 1, points: 6, agreedOn: "2026-11-23" };
  expect(await call("workload.agreeCapacity", { ...agreed, points: 6.1 })).toMatchObject({
    status: 400,
    said: {
      error: {
        data: { refusal: { problems: [{ path: "points", message: "Enter points in quarters, like 4, 4.25 or 4.5" }] } },
      },
    },
  });
  expect(await call("workload.agreeCapacity", agreed)).toMatchObject({
    status: 404,
    said: { error: { data: { refusal: { kind: "not-visible" } } } },
  });
});
