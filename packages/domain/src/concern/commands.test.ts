import { expect, test } from "vitest";
import { DecideConcern } from "./commands.ts";

test("what is missing of the telling says of whom, so that two errors read apart", () => {
  const { error } = DecideConcern.safeParse({ outcome: "nothing-more", childTold: {}, familyTold: {} });
  const said = error?.issues.map(({ path, message }) => [path[0], message]);
  expect(said).toContainEqual(["childTold", "Choose whether the child has been told"]);
  expect(said).toContainEqual(["familyTold", "Choose whether the family has been told"]);
});
