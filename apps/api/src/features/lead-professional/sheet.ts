import {
  type Asked,
  agencyKinds,
  type Clause,
  type CriterionAnswer,
  type DesignationDecision,
  inWords,
  pointsInWords,
  type Weighed,
} from "@linchpin/domain";
import type { InForce } from "../../area-in-force.ts";
import type { Records } from "../../records.ts";
import type { Case } from "./case-store.ts";
import { statutoryAnswer } from "./facts.ts";
import type { LoadOf } from "./load-store.ts";
import { leadingInPosts, type Skills, skillsOf } from "./skills-store.ts";

/** What records show of each person, by criterion. Drawn from what is kept; nobody types it. */
export type Shown = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Takes the case and everybody's loads, gives what records can show under the codes that rulebooks ask by. */
export async function shownOf(
  records: Records,
  of: Case,
  statutory: DesignationDecision,
  loads: ReadonlyMap<string, LoadOf>,
): Promise<Shown> {
  const people = of.team.map(({ practitionerId }) => practitionerId);
  const skills = await skillsOf(records, people);
  const leading = await leadingInPosts(records, people);
  const each = (words: (id: string) => string | undefined): ReadonlyMap<string, string> =>
    new Map(
      people.flatMap((id) => {
        const said = words(id);
        return said === undefined ? [] : [[id, said] as const];
      }),
    );
  const skill = (name: keyof Skills) => each((id) => skills.get(id)?.[name]);
  return new Map([
    ["capacity", each((id) => loadInWords(loads.get(id)))],
    ["leading", skill("leading")],
    ["other-agencies", skill("otherAgencies")],
    ["support-systems", skill("support")],
    ["statutory-duty", each((id) => dutyInWords(of, statutory, id))],
    ["post", each((id) => postInWords(leading.get(id)))],
    ["relationship", each((id) => relationshipInWords(of, id))],
  ]);
}

function loadInWords(load: LoadOf | undefined): string | undefined {
  if (load === undefined) return undefined;
  const of = load.capacity === undefined ? "no capacity agreed" : `of ${pointsInWords(load.capacity)}`;
  return `${load.isLeast ? "At least " : ""}${pointsInWords(load.before)} now, ${pointsInWords(load.after)} with this lead; ${of}`;
}

function dutyInWords(of: Case, statutory: DesignationDecision, id: string): string | undefined {
  const { holders, requiredAgency } = statutoryAnswer(statutory);
  if (holders.includes(id)) return "Law or procedure puts this person in the lead.";
  const agency = of.team.find(({ practitionerId }) => practitionerId === id)?.agency.kind;
  if (agency === undefined) return undefined;
  return requiredAgency === agency
    ? `${agencyKinds[agency].label} has a duty to co-ordinate.`
    : `${agencyKinds[agency].label} has none.`;
}

const postInWords = (leading: "everyday" | "occasional" | undefined) =>
  leading === undefined
    ? undefined
    : leading === "everyday"
      ? "Leading is an everyday part of the post."
      : "Leading comes now and then in this post.";

function relationshipInWords({ team }: Case, id: string): string | undefined {
  const member = team.find(({ practitionerId }) => practitionerId === id);
  if (member === undefined || member.relationship === null) return undefined;
  return member.startsOn === null
    ? member.relationship
    : `${member.relationship} Starts on ${inWords(member.startsOn)}.`;
}

export type Criterion = Asked & { readonly rule: string; readonly clause: Clause };

/** The rows of the comparison sheet that the book in force for this plan asks for. */
export const criteriaOf = ({ book }: InForce, records: Records): readonly Criterion[] =>
  book.asks("lead-professional.choice", records.today);

/** The ratings that answer a row: yes or no where the rulebook asks for that, else how the person is placed. */
export const ratingsFor = ({ answer }: Pick<Criterion, "answer">): readonly string[] =>
  answer === "yes-no" ? ["yes", "no"] : ["strong", "partial", "none"];

const asksYesOrNo = (criteria: readonly Criterion[], code: string): boolean =>
  criteria.find((one) => one.code === code)?.answer === "yes-no";

/** What was weighed, and what records show, as the rules read it. */
export function answersOf(
  criteria: readonly Criterion[],
  shown: Shown,
  weighed: readonly Weighed[],
  candidates: readonly string[],
): readonly CriterionAnswer[] {
  const people = weighed.map(
    ({ criterion, candidateId, words, rating, evidence }): CriterionAnswer => ({
      criterion,
      ...(candidateId === undefined ? {} : { candidate: candidateId }),
      answered: asksYesOrNo(criteria, criterion) ? rating !== undefined : words !== undefined,
      evidenced: evidence !== undefined,
      ...(rating === undefined ? {} : { rating }),
    }),
  );
  const byPeople = new Set(people.map(({ criterion, candidate }) => `${criterion} ${candidate ?? ""}`));
  const fromRecords = criteria
    .filter(({ from }) => from === "records")
    .flatMap(({ code }) =>
      candidates
        .filter((id) => shown.get(code)?.has(id) && !byPeople.has(`${code} ${id}`))
        .map((candidate): CriterionAnswer => ({ criterion: code, candidate, answered: true, evidenced: true })),
    );
  return [...people, ...fromRecords];
}
