import { expect, test } from "vitest";
import { madeAt } from "../statements.ts";
import { hashOf, randomFrom } from "./random.ts";

test("the same seed gives the same area", () => {
  const [one, other] = [randomFrom(7), randomFrom(7)];
  expect(Array.from({ length: 50 }, () => one.below(1_000))).toEqual(
    Array.from({ length: 50 }, () => other.below(1_000)),
  );
});

test("ids are UUIDv7 of their moment, and no two are the same", () => {
  const random = randomFrom(1);
  const ids = Array.from({ length: 2_000 }, () => random.idAt(1_700_000_000_000));
  expect(new Set(ids).size).toBe(2_000);
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(madeAt(id)).toBe(1_700_000_000_000);
  }
});

test("a secret fits the product's cookie, and the table keeps its hash alone", () => {
  const secret = randomFrom(3).secret();
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(hashOf(secret)).toMatch(/^[\w-]{43}$/);
  expect(hashOf(secret)).not.toBe(secret);
});
