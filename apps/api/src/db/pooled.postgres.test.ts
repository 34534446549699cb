import { expect, test } from "vitest";
import { onPooledConnections, saidOf } from "../testing/pooled.ts";

test("400 requests of different people on three connections: nobody is answered as somebody else", async () => {
  const found = await onPooledConnections({ many: 400 });
  console.info(saidOf(found));
  expect(found.leaked).toEqual([]);
});

test("a setting that outlived its transaction would be found", async () => {
  const { leaked } = await onPooledConnections({ many: 96, leavesBehind: true });
  expect(leaked.join()).toContain("left behind");
});
