import type { DesignationRule, DesignationSaid } from "../kernel/designation.ts";
import { addMonths, type LocalDate, localDate, monthOf } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { Recorded } from "../people/model.ts";
import type { AgencyHelp, StatutoryFacts } from "./model.ts";
import { holderOf, holding, namedIn, personIn, postOf } from "./statuses.ts";

type Statutory = DesignationRule<StatutoryFacts>;

/** The first day of the school year, 1 September to 31 August, that a day lies in. */
export const schoolYearStart = (day: LocalDate): LocalDate =>
  addMonths(localDate(`${day.slice(0, 4)}-09-01`), monthOf(day) >= 9 ? 0 : -12);

/** Whether a pupil is in Year 9: as recorded or else, from the date of birth, the school year in which the pupil turns 14. */
export function isInYearNine({ bornOn, yearGroup }: StatutoryFacts["child"], day: LocalDate): Recorded<boolean> {
  if (yearGroup !== "not-recorded") return yearGroup === 9;
  if (bornOn === "not-recorded") return "not-recorded";
  const fourteen = addMonths(bornOn, 14 * 12);
  const start = schoolYearStart(day);
  return start <= fourteen && fourteen < addMonths(start, 12);
}

/** How many services with live actions come from outside the school: surely, and at most. */
export function outsideServices(
  help: Recorded<readonly AgencyHelp[]>,
): Recorded<{ readonly least: number; readonly most: number }> {
  if (help === "not-recorded") return help;
  const live = help.filter(({ liveActions }) => liveActions > 0);
  const outside = live.filter(({ outsideSchool }) => outsideSchool === true).length;
  return {
    least: outside,
    most: outside + live.filter(({ outsideSchool }) => outsideSchool === "not-recorded").length,
  };
}

type Senco = {
  /** How strongly the clause puts the SENCO forward. */
  readonly tier: "suggested" | "may";
  /** From how many services outside the school the suggestion moves to somebody outside it. */
  readonly rangeOfServices: number;
};

/** With special educational needs the SENCO may lead; a range of services from outside school moves the suggestion away. */
export const sencoMayLead = (given: RuleHead, { tier, rangeOfServices }: Senco): Statutory => ({
  ...given,
  title: "Special educational needs: the SENCO, unless much of the help comes from outside school",
  force: "may",
  apply: ({ child, involved, help }, asAt) => {
    const [held] = holding(child.statuses, dayOf(asAt), "special-educational-needs", "statement-or-ehc-plan");
    if (held === undefined) return undefined;
    const about = theChild(child.id);
    const services = outsideServices(help);
    const isRange = services !== "not-recorded" && services.least >= rangeOfServices;
    const cannotTell = services === "not-recorded" || (!isRange && services.most >= rangeOfServices);
    const senco = { holder: holderOf(namedIn("senco", held, involved), "senco"), about };
    const unknown: readonly DesignationSaid[] = cannotTell
      ? [
          {
            tier: "unknown",
            missing: "which services come from outside the school",
            about,
            because: `Record which services come from outside the school: with ${rangeOfServices} or more, someone outside school may suit better.`,
          },
        ]
      : [];
    if (!isRange)
      return [
        {
          ...senco,
          tier,
          order: 2,
          because: "Special educational needs met mainly in school: the SENCO may be best placed.",
        },
        ...unknown,
      ];
    return [
      {
        tier: "suggested",
        holder: postOf("practitioner-from-outside-school"),
        order: 2,
        about,
        because: `${services.least} services come from outside the school: consider someone from outside school before the SENCO.`,
      },
      {
        ...senco,
        tier,
        order: 3,
        because: "The SENCO may still lead, though much of the help comes from outside the school.",
      },
    ];
  },
});

/** A pupil with a statement or plan is likely to be led by the personal adviser during Year 9; nothing changes by itself. */
export const adviserInYearNine = (given: RuleHead, { hasAdvisers }: { hasAdvisers: boolean }): Statutory => ({
  ...given,
  title: "Year 9 with a statement or plan: the personal adviser is likely to lead",
  force: "may",
  apply: ({ child, involved }, asAt) => {
    const day = dayOf(asAt);
    const [held] = holding(child.statuses, day, "statement-or-ehc-plan");
    if (held === undefined || !hasAdvisers) return undefined;
    const about = theChild(child.id);
    const yearNine = isInYearNine(child, day);
    if (yearNine === "not-recorded")
      return {
        tier: "unknown",
        missing: "date of birth or year group",
        about,
        because: "Record the date of birth or the year group: in Year 9 the personal adviser is likely to lead.",
      };
    if (!yearNine) return undefined;
    return {
      tier: "suggested",
      holder: holderOf(personIn("personal-adviser", involved), "personal-adviser"),
      order: 1,
      from: schoolYearStart(day),
      about,
      because:
        "In Year 9 the personal adviser oversees the transition plan and is likely to lead. Whoever leads now goes on until that is decided.",
    };
  },
});
