import type { DesignationRule, DesignationSaid } from "../kernel/designation.ts";
import { isKnown } from "../kernel/facts.ts";
import { addDays, inWords, type LocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild, thePractitioner } from "../kernel/subject.ts";
import { type WorkingCalendar, workingDaysAfter } from "../kernel/working-days.ts";
import type { Involved } from "../people/model.ts";
import { type AgencyKind, agencyKinds } from "../vocabulary/agencies.ts";
import type { BestPlacedFacts } from "./model.ts";

export type BestPlaced = DesignationRule<BestPlacedFacts>;
export const person = (id: string) => ({ kind: "person", id }) as const;
export const agencyInWords = (agency: AgencyKind): string => agencyKinds[agency].label.toLowerCase();

/** Everybody who works with the child now may lead, whatever their post; whoever made the assessment stands beside the others. */
export const thoseInvolved = (given: RuleHead): BestPlaced => ({
  ...given,
  title: "Those already working with the child may lead",
  force: "may",
  apply: ({ child, involved, assessor }) =>
    involved
      .filter(({ involvement }) => involvement === "involved")
      .map((one) =>
        may(
          child,
          one,
          one.id === assessor
            ? "Made the assessment and works with the child now, which gives equal standing and no more."
            : "Works with the child or the family now, so may lead.",
        ),
      ),
});

/** Somebody about to take a major part may lead too: a start in the next weeks and an action of the plan (BOL-D24). */
export const thoseAboutToStart = (
  given: RuleHead,
  { withinWorkingDays }: { withinWorkingDays: number },
): BestPlaced => ({
  ...given,
  title: "Somebody about to take a major part may lead",
  force: "may",
  apply: ({ child, involved, calendar }, asAt) =>
    involved.flatMap((one) =>
      one.involvement === "about-to-start" &&
      one.startsOn !== undefined &&
      one.openActions > 0 &&
      startsSoon(one.startsOn, dayOf(asAt), withinWorkingDays, calendar)
        ? [
            may(
              child,
              one,
              `Starts on ${inWords(one.startsOn)} with a part in the plan, so may lead. The family is told before then.`,
            ),
          ]
        : [],
    ),
});

function startsSoon(startsOn: LocalDate, today: LocalDate, workingDays: number, calendar: WorkingCalendar): boolean {
  const last = workingDaysAfter(today, workingDays, calendar);
  return startsOn <= (last === "not-published" ? addDays(today, workingDays) : last);
}

/** Whoever made the assessment is offered to start as lead professional, and may decline; never for good by itself (BOL-D22). */
export const assessorMayStart = (given: RuleHead): BestPlaced => ({
  ...given,
  title: "Whoever made the assessment is offered to start",
  force: "may",
  apply: ({ assessor }) =>
    isKnown(assessor)
      ? {
          tier: "may",
          holder: person(assessor),
          about: thePractitioner(assessor),
          because:
            "Made the assessment, so is offered to start as lead professional and may decline. The first Action Meeting looks at it again.",
          needs: [{ what: "agreement", from: "proposed-lead", for: "whether they will start", code: "acceptance" }],
        }
      : undefined,
});

/** Only a duty in law removes the choice: whom it puts in the lead leads. Two of them decide together. */
export const heldByStatute = (given: RuleHead): BestPlaced => ({
  ...given,
  title: "A duty in law removes the choice",
  force: "must",
  apply: ({ statutory }) =>
    statutory.holders.map((id) => ({
      tier: "must" as const,
      holder: person(id),
      about: thePractitioner(id),
      because: "A law or procedure puts this person in the lead, so there is nothing to choose.",
    })),
});

/** Where needs or the law ask for one agency the list is limited to it; an exception is a manager's to record. */
export const limitedToAgency = (given: RuleHead): BestPlaced => ({
  ...given,
  title: "The list is limited to the agency that the law asks for",
  force: "must",
  apply: ({ child, statutory, involved }) => {
    const agency = statutory.requiredAgency;
    if (agency === undefined) return undefined;
    const outside = involved
      .filter((one) => one.agency !== agency && !statutory.holders.includes(one.id))
      .map(
        (one): DesignationSaid => ({
          tier: "barred",
          holder: person(one.id),
          about: thePractitioner(one.id),
          because: `The lead professional has to come from ${agencyInWords(agency)}, unless a manager records an exception.`,
        }),
      );
    const isThere = statutory.holders.length > 0 || involved.some((one) => one.agency === agency);
    if (isThere) return outside;
    return [
      ...outside,
      {
        tier: "must",
        holder: { kind: "agency", agency },
        about: theChild(child.id),
        because: `The lead professional has to come from ${agencyInWords(agency)}, and nobody of that agency is recorded yet.`,
      },
    ];
  },
});

/** That somebody works with this child is a fact of the child's, so whoever may read of the child may read it. */
export const may = (child: { readonly id: string }, one: Involved, because: string): DesignationSaid => ({
  tier: "may",
  holder: person(one.id),
  about: theChild(child.id),
  because,
});
