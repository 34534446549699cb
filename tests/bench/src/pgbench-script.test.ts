import { describe, expect, test } from "vitest";
import { oneOf, scriptOf, usedOf } from "./pgbench-script.ts";
import type { PatternStatement, Template } from "./statements.ts";

const statement = (text: string, ...values: PatternStatement["values"]): PatternStatement => ({
  text,
  values,
  asLists: false,
});
const captured = { own: ["", "", "a plan"], fresh: [] };
const linesOf = (template: Template) => scriptOf(template, captured).trimEnd().split("\n");
const only = (...statements: readonly PatternStatement[]): Template => ({ requests: [statements], freshIds: 0 });

describe("a script of pgbench", () => {
  test("what opens a transaction travels together, and what is in it can be another one's", () => {
    const opening: PatternStatement = {
      text: { parts: ["begin; set local role app; select set_config('app.person', '", { own: 2 }, "', true)"] },
      values: [],
      asLists: false,
    };
    expect(linesOf(only(opening, statement("commit"))).slice(2)).toEqual([
      "\\startpipeline",
      "begin;",
      "set local role app;",
      "select set_config('app.person', :o2, true);",
      "\\endpipeline",
      "commit;",
    ]);
  });

  test("values are written so that pgbench sees no variable of its own in them", () => {
    const values = statement("select $1, $2, $3::timestamptz, $4", "it's :this", { is: null }, "10:30", { is: 7 });
    expect(linesOf(only(values))).toEqual(["select E'it''s \\x3athis', null, E'10\\x3a30'::timestamptz, 7;"]);
  });

  test("nothing of the statement's own text is taken for a variable", () => {
    const text =
      "select to_char($1::timestamp, 'HH24:MI'), E'a:b \\'c:d', (array[1, 2])[1:2], '$1' -- of: $1\nfrom t where a = '[:alnum:]'";
    expect(linesOf(only(statement(text, "2026-11-23")))).toEqual([
      "select to_char(E'2026-11-23'::timestamp, E'HH24\\x3aMI'), E'a\\x3ab \\'c\\x3ad', (array[1, 2])[1: 2], '$1'   from t where a = E'[\\x3aalnum\\x3a]';",
    ]);
    expect(() => linesOf(only(statement('select 1 as "a:b"')))).toThrow('"a:b"');
  });

  test("the next plan and new ids are fetched first", () => {
    const insert = statement(
      "insert into t values ($1, $2, $3::jsonb, $4)",
      { parts: [{ own: 2 }] },
      { parts: [{ fresh: 0 }] },
      {
        parts: ['["', { own: 2 }, '"]'],
      },
      { parts: ["of ", { own: 2 }] },
    );
    expect(linesOf({ requests: [[insert]], freshIds: 1 })).toEqual([
      "select nextval('bench_turn') as turn \\gset",
      "select o2 from bench_own where turn = :turn \\gset",
      "select uuidv7() as f0 \\gset",
      `insert into t values (:o2, :f0, (E'["' || :o2::text || E'"]')::jsonb, E'of a plan');`,
    ]);
  });

  test("it names which of a plan's strings it needs", () => {
    const listed = statement("select $1", { list: [{ parts: [{ own: 3 }] }, "x"] });
    expect(usedOf([[listed, statement("select $1", { parts: [{ own: 1 }] })]])).toEqual([1, 3]);
  });

  test("one of several runs each time", () => {
    expect(oneOf(["a;\n", "b;\n"]).trimEnd().split("\n")).toEqual([
      "\\set which random(0, 1)",
      "\\if :which = 0",
      "a;",
      "\\elif :which = 1",
      "b;",
      "\\endif",
    ]);
    expect(oneOf(["a;\n"])).toBe("a;\n");
  });
});
