import { describe, expect, test } from "vitest";
import { filled, filledValue, madeAt, type Trace, templateOf } from "./statements.ts";

const began = Date.parse("2026-11-23T10:00:00Z");
const loaded = "0193a000-0000-7000-8000-000000000001"; // long before
const made = `${began
  .toString(16)
  .padStart(12, "0")
  .replace(/(.{8})(.{4})/, "$1-$2")}-7000-8000-000000000002`;
const plan = "0193a000-0000-7000-8000-00000000000a";
const secret = "aSecretHash-of_forty_three_letters_0123456789";

const trace: Trace = [
  { text: `begin; select set_config('app.person', '${plan}', true)`, values: [], asLists: false },
  {
    text: 'insert into "lead" values ($1, $2, $3, $4, $5)',
    values: [made, plan, loaded, `{"lead":"${made}","of":"${plan}"}`, [plan, null, 7]],
    asLists: true,
  },
  { text: "select $1", values: [secret], asLists: true },
];
const template = templateOf([trace], { began, own: [plan, secret] });
const [opening, insert, select] = template.requests[0] ?? [];
const filling = { own: ["another plan", "another secret"], fresh: ["a new id"] };

describe("a template of what was captured", () => {
  test("an id says when it was made", () => {
    expect(madeAt(made)).toBe(began);
    expect(madeAt("7c9e6679-7425-40de-944b-e07fc1f90ae7")).toBeUndefined();
  });

  test("ids that the requests made are new each time, in values and within them", () => {
    expect(template.freshIds).toBe(1);
    expect(insert?.values.map((value) => filledValue(value, filling))).toEqual([
      "a new id",
      "another plan",
      loaded,
      '{"lead":"a new id","of":"another plan"}',
      ["another plan", null, 7],
    ]);
  });

  test("another plan's strings take the place of this one's, in what opens a transaction too", () => {
    expect(filled(opening?.text ?? "", filling)).toBe("begin; select set_config('app.person', 'another plan', true)");
    expect(select?.values.map((value) => filledValue(value, filling))).toEqual(["another secret"]);
  });

  test("a statement's own words stay as they are", () => {
    expect(insert?.text).toBe('insert into "lead" values ($1, $2, $3, $4, $5)');
  });
});
