import type { Recorded } from "../people/model.ts";

/** How a school says who is named person for whom: one person, by class, by house or by year group, and single exceptions. */
export type SchoolArrangement = {
  readonly pattern:
    | { readonly by: "school"; readonly person: string }
    | { readonly by: "class" | "house" | "year-group"; readonly people: ReadonlyMap<string, string> };
  readonly exceptions: readonly { readonly child: string; readonly person: string; readonly reason: string }[];
};

export type Pupil = {
  readonly child: string;
  readonly class: Recorded<string | "none">;
  readonly house: Recorded<string | "none">;
  readonly yearGroup: Recorded<string | "none">;
};

export type Assignment = { readonly child: string; readonly person: string; readonly by: "arrangement" | "exception" };
export type Unassigned = {
  readonly child: string;
  readonly code: "no-group" | "group-not-recorded" | "nobody-for-group" | "not-on-staff" | "exception-without-reason";
  readonly sentence: string;
};
export type Arranged = {
  readonly assignments: readonly Assignment[];
  readonly exceptions: readonly Assignment[];
  readonly unassigned: readonly Unassigned[];
  /** Exceptions for children who are not on the roll. */
  readonly notOnRoll: readonly string[];
};

const groupWords = { class: "class", house: "house", "year-group": "year group" } as const;

/**
 * Applies a school's arrangement to its whole roll. Every child on the roll comes out once, with one person or with the
 * reason why there is none; nobody outside the school's own staff is assigned.
 */
export function arrange(arrangement: SchoolArrangement, roll: readonly Pupil[], staff: readonly string[]): Arranged {
  const exceptions = new Map(arrangement.exceptions.map((exception) => [exception.child, exception]));
  const pupils = new Map(roll.map((pupil) => [pupil.child, pupil]));
  const assignments: Assignment[] = [];
  const unassigned: Unassigned[] = [];
  for (const pupil of pupils.values()) {
    const exception = exceptions.get(pupil.child);
    const found = exception
      ? exception.reason.trim() === ""
        ? nobody(pupil.child, "exception-without-reason", "The exception for this child has no reason.")
        : { child: pupil.child, person: exception.person, by: "exception" as const }
      : byPattern(arrangement.pattern, pupil);
    if ("code" in found) unassigned.push(found);
    else if (staff.includes(found.person)) assignments.push(found);
    else unassigned.push(nobody(pupil.child, "not-on-staff", "The person chosen is not on the staff of this school."));
  }
  return {
    assignments,
    exceptions: assignments.filter(({ by }) => by === "exception"),
    unassigned,
    notOnRoll: [...exceptions.keys()].filter((child) => !pupils.has(child)),
  };
}

function byPattern(pattern: SchoolArrangement["pattern"], pupil: Pupil): Assignment | Unassigned {
  if (pattern.by === "school") return { child: pupil.child, person: pattern.person, by: "arrangement" };
  const words = groupWords[pattern.by];
  const group = pattern.by === "class" ? pupil.class : pattern.by === "house" ? pupil.house : pupil.yearGroup;
  if (group === "not-recorded")
    return nobody(pupil.child, "group-not-recorded", `The ${words} of this child is not recorded.`);
  if (group === "none") return nobody(pupil.child, "no-group", `This child has no ${words}.`);
  const person = pattern.people.get(group);
  return person === undefined
    ? nobody(pupil.child, "nobody-for-group", `Nobody is named for ${words} ${group}.`)
    : { child: pupil.child, person, by: "arrangement" };
}

const nobody = (child: string, code: Unassigned["code"], sentence: string): Unassigned => ({ child, code, sentence });

export type Notice = {
  readonly to: "child" | "carer";
  readonly recipient: string;
  readonly child: string;
  readonly person: string;
};

/** Who is told: the child and each carer, and at a change only those of the children whose person is another one now. */
export function noticesFor(
  before: readonly Assignment[],
  after: readonly Assignment[],
  carersOf: (child: string) => readonly string[],
): readonly Notice[] {
  const was = new Map(before.map(({ child, person }) => [child, person]));
  return after
    .filter(({ child, person }) => was.get(child) !== person)
    .flatMap(({ child, person }): Notice[] => [
      { to: "child", recipient: child, child, person },
      ...[...new Set(carersOf(child))].map((carer): Notice => ({ to: "carer", recipient: carer, child, person })),
    ]);
}

export type StaffMember = { readonly id: string; readonly site: Recorded<string>; readonly skills: readonly string[] };

/** The staff side by side, each with skills, site and the number of children they would have. In the order given, never ranked. */
export const staffSideBySide = (staff: readonly StaffMember[], assignments: readonly Assignment[]) =>
  staff.map((member) => ({ ...member, children: assignments.filter(({ person }) => person === member.id).length }));
