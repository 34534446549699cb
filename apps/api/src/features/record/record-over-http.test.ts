import { localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callsOn } from "../../calls.ts";
import type { Browser } from "../../testing/browser.ts";
import { testDatabase } from "../../testing/database.ts";
import { employ, type House, openHouse, signIn } from "../../testing/sign-in.ts";
import { openArea } from "../area/open-area.ts";

let house: House;
let browser: Browser;
beforeAll(async () => {
  const database = await testDatabase();
  house = await openHouse({ over: database, trpc: callsOn(database) });
  const opened = { name: "Northshire", nation: "scotland", isDemonstration: true, editionId: "highland" } as const;
  const areaId = await openArea(database, { ...opened, adoptedFrom: localDate("2025-01-06") }, house.clock());
  await employ(database, { subject: "ann", areaId });
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

test("the day's figures and the rulebook reach the browser of whoever is at work", async () => {
  expect(await call("record.today")).toMatchObject({ status: 200, said: { result: { data: { dutiesOpen: 0 } } } });
  expect(await call("area.rulebook")).toMatchObject({
    status: 200,
    said: { result: { data: { areaName: "Northshire", edition: { id: "highland" } } } },
  });
});

test("a child one has no part in reads like no child, and a cursor nobody gave is sent back with a sentence", async () => {
  expect(await call("record.chronology", { childId: newId() })).toMatchObject({
    status: 404,
    said: { error: { data: { refusal: { kind: "not-visible" } } } },
  });
  expect(await call("record.notices", { cursor: "the next page" })).toMatchObject({
    status: 400,
    said: {
      error: {
        data: {
          refusal: { kind: "input", problems: [{ path: "cursor", message: "Start again at the top of the list" }] },
        },
      },
    },
  });
});
