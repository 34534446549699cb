import { expect, test } from "vitest";
import { saidOf, sealedUnderLoad } from "./sealing.ts";

const load = { writers: 8, seconds: 60 };

test(`${load.writers} writers for ${load.seconds} seconds, two sealers that compete and one of them killed: one chain, each entry once`, async () => {
  const found = await sealedUnderLoad(load);
  console.info(saidOf(load, found));
  expect(found).toMatchObject({ forks: 0, inNoBlock: 0, inTwoBlocks: 0, lost: 0, killed: 1, problem: undefined });
  expect(found.gaveUp, "sealers that gave way: none proves no competition").toBeGreaterThan(0);
  expect(found.written).toBeGreaterThan(10_000);
});
