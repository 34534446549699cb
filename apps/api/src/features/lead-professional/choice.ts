import type { AgencyKind, ChoiceFacts, DesignationDecision, Need, Recorded, Weighed } from "@linchpin/domain";
import type { InForce } from "../../area-in-force.ts";
import type { Records } from "../../records.ts";
import type { Case } from "./case-store.ts";
import { bestPlacedFacts } from "./facts.ts";
import { answersOf, type Criterion, type Shown } from "./sheet.ts";

export type Choosing = {
  readonly records: Records;
  readonly of: Case;
  readonly inForce: InForce;
  readonly statutory: DesignationDecision;
  readonly criteria: readonly Criterion[];
  readonly shown: Shown;
};

export type Chosen = {
  readonly practitionerId: string;
  readonly consideredIds: readonly string[];
  readonly weighed: readonly Weighed[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly reasonGiven: boolean;
  readonly isManagerConsulted: Recorded<boolean>;
};

const viewGiven = (of: Case, whose: "child" | "family"): Recorded<"given" | "not-possible"> => {
  const wish = of.wishes.find((one) => one.whose === whose && one.childId === of.child.childId);
  if (wish === undefined) return "not-recorded";
  return wish.notPossibleBecause === null ? "given" : "not-possible";
};

const wishedFor = (of: Case, whose: "child" | "family"): Recorded<string | "none"> => {
  const wish = of.wishes.find((one) => one.whose === whose && one.childId === of.child.childId);
  return wish === undefined || wish.notPossibleBecause !== null ? "not-recorded" : (wish.wishedForId ?? "none");
};

/**
 * Facts for "May this choice be confirmed?" The criteria are those of the edition the area adopted: adopting it is the
 * agencies' agreement to them, and its version is what each choice keeps.
 */
export function choiceFacts(
  { records, of, inForce, statutory, criteria, shown }: Choosing,
  chosen: Chosen,
): ChoiceFacts {
  const candidates = [
    ...new Set([
      ...chosen.consideredIds,
      ...chosen.weighed.flatMap(({ candidateId }) => candidateId ?? []),
      chosen.practitionerId,
    ]),
  ];
  const { edition } = inForce.book;
  return {
    ...bestPlacedFacts(of, statutory, records.area.calendar),
    chosen: chosen.practitionerId,
    chosenAgency: agencyOf(of, chosen.practitionerId),
    candidates,
    answers: answersOf(criteria, shown, chosen.weighed, candidates),
    reasonGiven: chosen.reasonGiven,
    reasons: Object.keys(chosen.reasons),
    childsView: viewGiven(of, "child"),
    familysView: viewGiven(of, "family"),
    wishOf: { child: wishedFor(of, "child"), family: wishedFor(of, "family") },
    managerConsulted: chosen.isManagerConsulted,
    criteria: { version: `${edition.id} ${edition.version}`, agreed: true },
  };
}

export const agencyOf = ({ team }: Case, practitionerId: string): AgencyKind =>
  team.find((one) => one.practitionerId === practitionerId)?.agency.kind ?? "other";

/** What is still asked for under a code and has not been written down. Agreements have stages of their own. */
export const unmetNeeds = (
  needs: readonly Need[],
  reasons: Readonly<Record<string, string>>,
): readonly (Need & { readonly code: string })[] =>
  needs.filter(
    (need): need is Need & { readonly code: string } =>
      need.code !== undefined && need.what !== "agreement" && reasons[need.code] === undefined,
  );

/** As if every criterion had been weighed: what is left is what only this choice of person asks for. */
export const allWeighed = (criteria: readonly Criterion[], candidates: readonly string[]): readonly Weighed[] =>
  criteria.flatMap(({ code, of, answer }) =>
    of === "case"
      ? [{ criterion: code, words: "-" }]
      : candidates.map((candidateId) => ({
          criterion: code,
          candidateId,
          words: "-",
          evidence: "-",
          ...(answer === "yes-no" ? { rating: "no" as const } : {}),
        })),
  );
