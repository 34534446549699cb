import { test, expect } from "vitest";
import { openPglite } from "./pglite.ts";
import { assertRowSecurity } from "./row-security.ts";
test("opens", async () => {
  const d = await openPglite({});
  await assertRowSecurity(d);
  expect(await d.areas()).toEqual([]);
  await d.close();
});
