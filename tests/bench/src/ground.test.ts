import { afterAll, expect, test } from "vitest";
import { connectTo } from "./connection.ts";
import { loadedArea } from "./ground.ts";
import { appoint, asking, checkRows, readingsIn } from "./operations.ts";
import { startProduct } from "./product.ts";
import { startServerOfOurOwn } from "./server.ts";
import { smallArea } from "./world/making.ts";

const ends: (() => unknown)[] = [];
afterAll(async () => {
  for (const end of ends) await end();
});

test("the product answers every operation on the area we load, and a lead is appointed in it", async () => {
  const atEnd = (end: () => unknown) => void ends.unshift(end);
  const now = Date.now();
  const postgres = await startServerOfOurOwn();
  atEnd(postgres.stop);
  const { at, area, size } = await loadedArea(postgres, "bench_small", smallArea, now, atEnd);
  const product = await startProduct(at);
  atEnd(product.stop);
  const connection = await connectTo(product.port);
  atEnd(connection.close);
  const ask = asking(connection, product.port);
  for (const reading of readingsIn(area, size)) {
    const [call] = reading.calls;
    if (!call) throw new Error(`nothing to ask for ${reading.name}`);
    checkRows(reading, (await ask(call)).data());
  }
  const [pending] = area.pending;
  if (!pending) throw new Error("no plan waits for its lead");
  expect(await appoint(ask, pending, now)).toBeGreaterThan(2);
});
