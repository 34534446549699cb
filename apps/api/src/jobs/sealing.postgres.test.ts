import { expect, test } from "vitest";
import { saidOf, sealedUnderLoad } from "../testing/sealing.ts";

const load = { writers: 4, seconds: 3 };

test("two sealers compete for what four write, one is killed in the middle of a block: one chain, each entry once", async () => {
  const found = await sealedUnderLoad(load);
  console.info(saidOf(load, found));
  expect(found).toMatchObject({ forks: 0, inNoBlock: 0, inTwoBlocks: 0, lost: 0, killed: 1, problem: undefined });
  expect(found.blocks).toBeGreaterThan(5);
  expect(found.written).toBeGreaterThan(100);
}, 60_000);
