import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrange, noticesFor, type Pupil, type SchoolArrangement, staffSideBySide } from "./school-arrangement.ts";

const pupil = (child: string, of: Partial<Pupil> = {}): Pupil => ({
  child,
  class: "P5",
  house: "none",
  yearGroup: "none",
  ...of,
});
const roll = (count: number, of: (index: number) => Partial<Pupil> = () => ({})) =>
  Array.from({ length: count }, (_, index) => pupil(`child-${index}`, of(index)));

describe("HIG-15: a school chooses its own pattern", () => {
  test("an 18-pupil school has its head for all", () => {
    const { assignments, unassigned } = arrange(
      { pattern: { by: "school", person: "head" }, exceptions: [] },
      roll(18),
      ["head"],
    );
    expect(assignments).toHaveLength(18);
    expect(new Set(assignments.map(({ person }) => person))).toEqual(new Set(["head"]));
    expect(unassigned).toEqual([]);
  });
  test("a 900-pupil academy has six house guidance teachers", () => {
    const houses = ["Ash", "Birch", "Cedar", "Elm", "Oak", "Pine"];
    const people = new Map(houses.map((house) => [house, `guidance-${house}`]));
    const { assignments } = arrange(
      { pattern: { by: "house", people }, exceptions: [] },
      roll(900, (index) => ({ house: houses[index % 6] ?? "none" })),
      [...people.values()],
    );
    expect(assignments).toHaveLength(900);
    expect(new Set(assignments.map(({ person }) => person)).size).toBe(6);
  });
  test("year groups work the same way", () => {
    const people = new Map([["S1", "guidance-1"]]);
    const { assignments } = arrange(
      { pattern: { by: "year-group", people }, exceptions: [] },
      roll(2, () => ({ yearGroup: "S1" })),
      ["guidance-1"],
    );
    expect(assignments).toHaveLength(2);
  });
});

describe("HIG-62: the arrangement is applied to every pupil in bulk, with single exceptions", () => {
  const byClass = (exceptions: SchoolArrangement["exceptions"] = []): SchoolArrangement => ({
    pattern: { by: "class", people: new Map([["P5", "mr-bain"]]) },
    exceptions,
  });

  test("of 212 pupils 210 follow the rule, 1 is an exception and 1 with no class is listed", () => {
    const done = arrange(
      byClass([{ child: "child-1", person: "head", reason: "The family knows the head well." }]),
      roll(212, (index) => (index === 0 ? { class: "none" } : {})),
      ["mr-bain", "head"],
    );
    expect(done.assignments.filter(({ by }) => by === "arrangement")).toHaveLength(210);
    expect(done.exceptions).toEqual([{ child: "child-1", person: "head", by: "exception" }]);
    expect(done.unassigned).toEqual([{ child: "child-0", code: "no-group", sentence: "This child has no class." }]);
  });

  test.each([
    [{ class: "none" } as const, "no-group"],
    [{ class: "not-recorded" } as const, "group-not-recorded"],
    [{ class: "P6" }, "nobody-for-group"],
  ])("%o is unassigned: %s", (of, code) => {
    expect(arrange(byClass(), [pupil("c", of)], ["mr-bain"]).unassigned).toMatchObject([{ child: "c", code }]);
  });

  test("an exception without its reason assigns nobody", () => {
    expect(
      arrange(byClass([{ child: "c", person: "head", reason: " " }]), [pupil("c")], ["head"]).unassigned,
    ).toMatchObject([{ code: "exception-without-reason" }]);
  });

  test("an exception for a child who has left the roll is listed", () => {
    expect(
      arrange(byClass([{ child: "gone", person: "head", reason: "Asked for." }]), [pupil("c")], ["mr-bain"]).notOnRoll,
    ).toEqual(["gone"]);
  });

  test("every child on the roll comes out exactly once, assigned or unassigned", () => {
    const group = fc.constantFrom("P1", "P2", "none", "not-recorded");
    const pupils = fc.array(fc.record({ child: fc.constantFrom("a", "b", "c", "d", "e"), class: group }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(pupils, fc.subarray(["t1", "t2", "head"]), (children, staff) => {
        const pattern = {
          by: "class" as const,
          people: new Map([
            ["P1", "t1"],
            ["P2", "t2"],
          ]),
        };
        const exceptions = [{ child: "a", person: "head", reason: "Asked for." }];
        const done = arrange(
          { pattern, exceptions },
          children.map((of) => pupil(of.child, of)),
          staff,
        );
        const out = [...done.assignments.map(({ child }) => child), ...done.unassigned.map(({ child }) => child)];
        expect(out.sort()).toEqual([...new Set(children.map(({ child }) => child))].sort());
        expect(done.assignments.every(({ person }) => staff.includes(person))).toBe(true);
      }),
    );
  });
});

describe("HIG-58: the person is on that school's own staff", () => {
  test("a visiting school nurse is not assigned by the arrangement", () => {
    const done = arrange({ pattern: { by: "school", person: "school-nurse" }, exceptions: [] }, [pupil("c")], ["head"]);
    expect(done.assignments).toEqual([]);
    expect(done.unassigned).toMatchObject([{ code: "not-on-staff" }]);
  });
});

describe("HIG-78: siblings may share one named person or each have their own", () => {
  test("three siblings with the head are three assignments to one person", () => {
    const done = arrange({ pattern: { by: "school", person: "head" }, exceptions: [] }, roll(3), ["head"]);
    expect(done.assignments.map(({ child, person }) => [child, person])).toEqual([
      ["child-0", "head"],
      ["child-1", "head"],
      ["child-2", "head"],
    ]);
  });
});

describe("HIG-63: the child and each carer are told, and told again at a change", () => {
  const carers = (child: string) =>
    Number(child.split("-")[1]) < 89 ? [`${child}-mother`, `${child}-father`] : [`${child}-mother`];
  const { assignments } = arrange({ pattern: { by: "school", person: "head" }, exceptions: [] }, roll(212), ["head"]);

  test("212 pupils with 301 carers give 513 notices", () => {
    const notices = noticesFor([], assignments, carers);
    expect(notices).toHaveLength(513);
    expect(notices.filter(({ to }) => to === "carer")).toHaveLength(301);
  });
  test("when one child's person changes only that child's people are told", () => {
    const after = assignments.map((one) => (one.child === "child-3" ? { ...one, person: "deputy" } : one));
    expect(noticesFor(assignments, after, carers).map(({ recipient, person }) => [recipient, person])).toEqual([
      ["child-3", "deputy"],
      ["child-3-mother", "deputy"],
      ["child-3-father", "deputy"],
    ]);
  });
  test("nothing changed, nobody told", () => {
    expect(noticesFor(assignments, assignments, carers)).toEqual([]);
  });
});

describe("HIG-64: staff are shown side by side, and nobody is ranked", () => {
  test("skills, site and number of children each stand beside the name, in the order given", () => {
    const staff = [
      { id: "ms-lee", site: "B", skills: [] },
      { id: "mr-bain", site: "A", skills: ["guidance training"] },
    ];
    const people = new Map([
      ["P5", "mr-bain"],
      ["P6", "ms-lee"],
    ]);
    const pupils = roll(44, (index) => ({ class: index < 25 ? "P5" : "P6" }));
    const { assignments } = arrange({ pattern: { by: "class", people }, exceptions: [] }, pupils, [
      "mr-bain",
      "ms-lee",
    ]);
    expect(staffSideBySide(staff, assignments)).toEqual([
      { id: "ms-lee", site: "B", skills: [], children: 19 },
      { id: "mr-bain", site: "A", skills: ["guidance training"], children: 25 },
    ]);
  });
});
