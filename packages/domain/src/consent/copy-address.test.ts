import { describe, expect, test } from "vitest";
import { addDays, localDate } from "../kernel/local-date.ts";
import { isNewAddress } from "./copy-address.ts";
import { CopyAsked } from "./copy-commands.ts";

const changed = localDate("2026-11-02");

test.each([
  [0, true],
  [27, true],
  [28, true],
  [29, false],
])("an address that changed %i days ago is asked about again: %s", (days, asked) => {
  expect(isNewAddress({ since: changed }, addDays(changed, days))).toBe(asked);
});

describe("an address that is on no record is typed twice", () => {
  const id = "019ab8a0-0000-7000-8000-00000000abcd";
  const body = { is: "body" as const, name: "Fell and Co, solicitors", agency: "other" as const };
  const problems = (of: object) =>
    CopyAsked.safeParse({ planId: id, childId: id, recipient: body, way: "post", ...of }).error?.issues.map(
      ({ path, message }) => `${path.join(".")}: ${message}`,
    ) ?? [];

  test.each([
    [{}, ["address: Enter the address it goes to"]],
    [{ address: "1 Fell Road\nTarn" }, ["addressAgain: Enter the address again"]],
    [
      { address: "1 Fell Road\nTarn", addressAgain: "11 Fell Road, Tarn" },
      ["addressAgain: The two addresses are not the same"],
    ],
    [{ address: "1 Fell Road\nTarn", addressAgain: "1 fell road, Tarn" }, []],
    [
      { way: "secure-email", address: "1 Fell Road", addressAgain: "1 Fell Road" },
      ["address: Enter an email address, like name@example.org"],
    ],
    [
      { way: "secure-email", address: "a@fell.example", addressAgain: "b@fell.example" },
      ["addressAgain: The two addresses are not the same"],
    ],
    [{ way: "handed-over" }, []],
    [{ recipient: { is: "child" } }, []],
    [{ recipient: { is: "practitioner", practitionerId: id } }, ["address: Enter the address it goes to"]],
    [{ recipient: { is: "practitioner", practitionerId: id }, way: "secure-email" }, []],
  ])("%j", (of, said) => {
    expect(problems(of)).toEqual(said);
  });
});
