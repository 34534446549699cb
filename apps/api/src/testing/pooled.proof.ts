import { expect, test } from "vitest";
import { onPooledConnections, saidOf } from "./pooled.ts";

test("10,000 requests of different people on three connections: nobody is answered as somebody else", async () => {
  const found = await onPooledConnections({ many: 10_000 });
  console.info(saidOf(found));
  expect(found.leaked).toEqual([]);
});
