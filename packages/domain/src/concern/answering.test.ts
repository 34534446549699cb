import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnswersAs, answersAs, whoAnswers } from "./answering.ts";

const is = (practitionerId: string, as: AnswersAs) => ({ practitionerId, as });

describe("HIG-17, HIG-70, BOL-11.9: to whom a new worry comes", () => {
  test("the named person and whoever leads, the named person first", () => {
    expect(whoAnswers([is("ms-keir", "lead"), is("mr-bain", "named-person")])).toEqual([
      is("mr-bain", "named-person"),
      is("ms-keir", "lead"),
    ]);
  });

  test("each once, as the nearest that they are", () => {
    expect(whoAnswers([is("fay", "contact-of-record"), is("fay", "lead"), is("fay", "head")])).toEqual([
      is("fay", "lead"),
    ]);
  });

  test("a named person whom the family also turns to for the plan stays before whoever leads", () => {
    const lines = [is("mr-bain", "contact-of-record"), is("ms-keir", "lead"), is("mr-bain", "named-person")];
    expect(whoAnswers(lines)).toEqual([is("mr-bain", "named-person"), is("ms-keir", "lead")]);
  });

  test("a head only where nobody else answers: not beside the contact of record", () => {
    expect(whoAnswers([is("mr-laing", "head")])).toEqual([is("mr-laing", "head")]);
    expect(whoAnswers([is("mr-laing", "head"), is("amina", "contact-of-record")])).toEqual([
      is("amina", "contact-of-record"),
    ]);
    expect(whoAnswers([])).toEqual([]);
  });

  test("nobody twice, nobody who was not there, somebody wherever there is anybody", () => {
    const lines = fc.array(
      fc.record({ practitionerId: fc.constantFrom("a", "b", "c", "d"), as: fc.constantFrom(...answersAs) }),
    );
    fc.assert(
      fc.property(lines, (given) => {
        const found = whoAnswers(given);
        expect(new Set(found.map(({ practitionerId }) => practitionerId)).size).toBe(found.length);
        expect(found.every((one) => given.includes(one))).toBe(true);
        const near = found.map(({ as }) => answersAs.indexOf(as));
        expect(near).toEqual(near.toSorted((a, b) => a - b));
        expect(found.length > 0).toBe(given.length > 0);
      }),
    );
  });
});
