import { describe, expect, test } from "vitest";
import {
  carriesReference,
  entryAsSent,
  indexProblems,
  KeepReferenceOnScreen,
  meetsEveryEntry,
  signedText,
  waitBeforeTry,
} from "./child-index.ts";

describe("CWDC-2.20b: what the index of children is told", () => {
  const lead = { name: "Dan Peel", agency: "Family support", phone: "01632 960202" };
  test("the reference and who leads: name, agency and phone, and nothing else that is passed in", () => {
    const more = { ...lead, childId: "zara", email: "dan@help.example" };
    expect(entryAsSent("IDX 1", more)).toBe(
      '{"reference":"IDX 1","lead":{"name":"Dan Peel","agency":"Family support","phone":"01632 960202"}}',
    );
    expect(entryAsSent("IDX 1", { ...lead, phone: null })).toContain('"phone":null');
  });
  test("that an entry is taken back names nobody", () => {
    expect(entryAsSent("IDX 1", undefined)).toBe('{"reference":"IDX 1","lead":null}');
  });
  test("the moment is signed with it", () => {
    expect(signedText("2026-11-24T09:00:00.000Z", "{}")).not.toBe(signedText("2026-11-24T09:00:00.001Z", "{}"));
  });
  test("what failed is tried again after 1, 2, 4 minutes, and at least once an hour", () => {
    expect([1, 2, 3, 6, 7, 8, 500].map((tries) => waitBeforeTry(tries) / 60_000)).toEqual([1, 2, 4, 32, 60, 60, 60]);
  });
});

test("CWDC-2.20b: an index that is not reached meets every entry; what it refuses is one entry's matter", () => {
  const all = Object.keys(indexProblems) as (keyof typeof indexProblems)[];
  expect(all.filter(meetsEveryEntry)).toEqual(["address", "no-key", "unreachable", "no-answer"]);
});

describe("CWDC-2.20b: looked after and in-need cases carry the reference of children's social care", () => {
  test("each of the two asks for it, whatever else there is; no other status does", () => {
    expect(carriesReference("social-care", ["looked-after"])).toBe(true);
    expect(carriesReference("social-care", ["youth-order", "child-in-need"])).toBe(true);
    expect(carriesReference("social-care", ["special-educational-needs"])).toBe(false);
    expect(carriesReference("social-care", [])).toBe(false);
  });
  test("statuses that are not recorded say neither; the index asks for none", () => {
    expect(carriesReference("social-care", "not-recorded")).toBe("not-recorded");
    expect(carriesReference("child-index", ["looked-after"])).toBe(false);
  });
  test("a reference is a short code; empty, the one that was there is taken off, and where none was it is asked", () => {
    const read = (reference: string, was?: string) =>
      KeepReferenceOnScreen.safeParse({ kind: "social-care", reference, was });
    expect(read(" SC 40-118/2.b ").data).toMatchObject({ reference: "SC 40-118/2.b" });
    expect(read("  ", "SC 1").data).toEqual({ kind: "social-care", was: "SC 1" });
    for (const was of [undefined, "", " "])
      expect(read("  ", was).error?.issues).toMatchObject([{ path: ["reference"], message: "Enter the reference" }]);
    for (const no of ["x".repeat(41), "é", "<i>", "a\nb", ".5"]) expect(read(no).success).toBe(false);
  });
});
