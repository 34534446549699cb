import { daysBetween, isLocalDate } from "../kernel/local-date.ts";
import type { MeasureRule, MeasureSaid } from "../kernel/measure.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild } from "../kernel/subject.ts";
import { type CountFigure, countFigures, type ShareFigure, shareFigures } from "../vocabulary/figures.ts";
import type {
  ChangesOfLeadFacts,
  CountFacts,
  ExpectedFacts,
  PlanWorksFacts,
  ShareFacts,
  WaitForHelpFacts,
} from "./figures-model.ts";

type Row = { readonly id: string; readonly counts: boolean | "not-recorded" };

/** The rows of a share: those that count, those that do not, and those of which it is not recorded. No row is in two. */
export function shareOf(rows: readonly Row[]) {
  const where = (is: Row["counts"]) => rows.filter(({ counts }) => counts === is).map(({ id }) => id);
  return { counted: where(true), others: where(false), notRecorded: where("not-recorded"), of: rows.length };
}

const named = (ids: readonly string[]) => (ids.length === 0 ? "none" : ids.join(", "));

/**
 * A share of all rows, as a whole per cent, with its numerator and its denominator. A row of which it is not recorded
 * stays in the denominator, is named, and makes the figure a least figure: it is never counted as a no.
 */
export const aShare = (
  given: RuleHead,
  of: { readonly figure: ShareFigure; readonly lists: "others" | "counted" | "neither"; readonly raisedOver?: number },
): MeasureRule<ShareFacts> => ({
  ...given,
  title: shareFigures[of.figure].label,
  apply: ({ area, figure, rows }): MeasureSaid | undefined => {
    if (figure !== of.figure) return undefined;
    const { counted, others, notRecorded, of: all } = shareOf(rows);
    const perCent = all === 0 ? 0 : Math.round((100 * counted.length) / all);
    const listed = of.lists === "others" ? others : of.lists === "counted" ? counted : [];
    const missing = all === 0 ? "a row to count" : `of ${named(notRecorded)}`;
    return {
      amount: perCent,
      label: `${counted.length} of ${all}`,
      ...(all === 0 || notRecorded.length > 0 ? { missing } : {}),
      about: subject("area", area),
      because: [
        `${shareFigures[of.figure].label}: ${counted.length} of ${all}.`,
        ...(of.lists !== "neither" && listed.length > 0 ? [`Listed: ${named(listed)}.`] : []),
        ...(notRecorded.length > 0 ? [`Not recorded, and not counted as a no: ${named(notRecorded)}.`] : []),
        ...(of.raisedOver !== undefined && perCent > of.raisedOver
          ? [`Over ${of.raisedOver} per cent: the report puts it at the top.`]
          : []),
      ].join(" "),
    };
  },
});

/** A count of each kind. Kinds that are asked for and were not found are shown with none; a kind nobody recorded is named. */
export const aCount = (
  given: RuleHead,
  { figure, over }: { readonly figure: CountFigure; readonly over?: string },
): MeasureRule<CountFacts> => ({
  ...given,
  title: countFigures[figure].label,
  apply: (facts): readonly MeasureSaid[] | undefined => {
    if (facts.figure !== figure) return undefined;
    const about = subject("area", facts.area);
    const found = facts.rows.flatMap(({ kind }) => (kind === "not-recorded" ? [] : [kind]));
    const kinds = [...new Set([...facts.kinds, ...found])];
    const unknown = facts.rows.filter(({ kind }) => kind === "not-recorded").map(({ id }) => id);
    const counts = kinds.map((kind): MeasureSaid => {
      const ids = facts.rows.filter((row) => row.kind === kind).map(({ id }) => id);
      return {
        amount: ids.length,
        label: kind,
        about,
        because: `${countFigures[figure].label}: ${kind} ${ids.length}.${ids.length === 0 ? "" : ` Listed: ${named(ids)}.`}${over === undefined ? "" : ` ${over}`}`,
      };
    });
    const notRecorded: readonly MeasureSaid[] =
      unknown.length === 0
        ? []
        : [
            {
              amount: unknown.length,
              label: "Not recorded",
              missing: `the kind of ${named(unknown)}`,
              about,
              because: `It is not recorded of what kind these are: ${named(unknown)}.`,
            },
          ];
    return counts.length + notRecorded.length > 0
      ? [...counts, ...notRecorded]
      : [{ amount: 0, label: "None", about, because: `${countFigures[figure].label}: none.` }];
  },
});

/** The middle of some numbers: half of them are no more than this. */
export function middleOf(numbers: readonly number[]): number | undefined {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[half - 1], sorted[half]];
  if (high === undefined) return undefined;
  return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}

/** The middle of the days from a need that is recorded to the first help, of what was agreed in one way. */
export const daysToHelp = (given: RuleHead): MeasureRule<WaitForHelpFacts> => ({
  ...given,
  title: "Days from need to first help",
  apply: ({ area, agreed, period, needs }): MeasureSaid => {
    const inPeriod = needs.filter(({ neededOn }) => period.first <= neededOn && neededOn <= period.last);
    const ofKind = inPeriod.filter((need) => need.agreed === agreed);
    const days = ofKind.flatMap(({ neededOn, helpedOn }) =>
      isLocalDate(helpedOn) ? [Math.max(0, daysBetween(neededOn, helpedOn))] : [],
    );
    const open = ofKind.filter(({ helpedOn }) => !isLocalDate(helpedOn)).map(({ id }) => id);
    const unknown = inPeriod.filter((need) => need.agreed === "not-recorded").map(({ id }) => id);
    const missing = [
      ...(days.length === 0 ? ["a need that was helped"] : []),
      ...(open.length > 0 ? [`the first help of ${named(open)}`] : []),
      ...(unknown.length > 0 ? [`how it was agreed for ${named(unknown)}`] : []),
    ];
    return {
      amount: middleOf(days) ?? 0,
      label: `Agreed ${agreed}, ${days.length} needs`,
      ...(missing.length > 0 ? { missing: missing.join(", and ") } : {}),
      about: subject("area", area),
      because: `Half of the ${days.length} needs whose help was agreed ${agreed} had it within ${middleOf(days) ?? 0} days.`,
    };
  },
});

/** How often the lead changed within a period, with who and of which agencies; a child who is passed on is put first. */
export const changesWithin = (
  given: RuleHead,
  { raisedOver }: { readonly raisedOver: number },
): MeasureRule<ChangesOfLeadFacts> => ({
  ...given,
  title: "How often the lead professional changed",
  apply: ({ child, period, leads }): MeasureSaid => {
    const about = theChild(child.id);
    if (leads === "not-recorded")
      return {
        amount: 0,
        label: "Changes",
        missing: "who led",
        about,
        because: "It is not recorded who led in this time.",
      };
    const inOrder = [...leads].sort((a, b) => a.from.localeCompare(b.from));
    const inPeriod = inOrder.filter(
      ({ from }, at) =>
        from <= period.last && (inOrder[at + 1] === undefined || (inOrder[at + 1]?.from ?? from) > period.first),
    );
    // each change belongs to the day it came, so that two periods side by side count it once
    const changes = inOrder.filter(
      ({ id, from }, at) => at > 0 && inOrder[at - 1]?.id !== id && from >= period.first && from <= period.last,
    ).length;
    const people = new Set(inPeriod.map(({ id }) => id)).size;
    const agencies = new Set(inPeriod.flatMap(({ agency }) => (agency === "not-recorded" ? [] : [agency]))).size;
    const unknown = inPeriod.filter(({ agency }) => agency === "not-recorded").map(({ id }) => id);
    return {
      amount: changes,
      label: `${people} in ${agencies} ${agencies === 1 ? "agency" : "agencies"}`,
      ...(unknown.length > 0 ? { missing: `the agency of ${named(unknown)}` } : {}),
      about,
      because: `In this time ${people} ${people === 1 ? "person" : "people"} led, of ${agencies} ${agencies === 1 ? "agency" : "agencies"}, with ${changes} ${changes === 1 ? "change" : "changes"}.${changes > raisedOver ? ` More than ${raisedOver}: the child was passed on, and the page says so.` : ""}`,
    };
  },
});

/** Of an area's children a share that is likely to have additional needs at some point of childhood: no caseload. */
export const expected = (
  given: RuleHead,
  { perCent, bound }: { readonly perCent: number; readonly bound: ExpectedFacts["bound"] },
): MeasureRule<ExpectedFacts> => ({
  ...given,
  title: `Children likely to have additional needs, at ${bound}`,
  apply: ({ area, children, bound: asked }): MeasureSaid | undefined => {
    if (asked !== bound) return undefined;
    const about = subject("area", area);
    return children === "not-recorded"
      ? {
          amount: 0,
          label: `At ${bound}`,
          missing: "how many children live in the area",
          about,
          because: "It is not recorded how many children live in the area.",
        }
      : {
          amount: Math.round((children * perCent) / 100),
          label: `At ${bound}, ${perCent} per cent`,
          about,
          because: `Of ${children} children, ${perCent} per cent are likely to have additional needs at some point of childhood. It is no caseload.`,
        };
  },
});

/** Three questions on a plan, each a number: is each support working, do they fit together, are the outcomes reached. */
export const planWorksIn = (given: RuleHead): MeasureRule<PlanWorksFacts> => ({
  ...given,
  title: "Is each support working, does it fit, are the outcomes reached",
  apply: ({ child, asked, supports, clashes, outcomes }): MeasureSaid => {
    const about = theChild(child.id);
    if (asked === "clashes")
      return clashes === "not-recorded"
        ? {
            amount: 0,
            label: "Clashes",
            missing: "whether supports clash",
            about,
            because: "Nobody has looked whether the supports fit together.",
          }
        : {
            amount: clashes.length,
            label: "Clashes",
            about,
            because: `${clashes.length} ${clashes.length === 1 ? "clash or overlap" : "clashes or overlaps"}: ${named(clashes)}.`,
          };
    const rows =
      asked === "working"
        ? supports.map(({ id, works }) => ({ id, counts: works }))
        : outcomes.map(({ id, reached }) => ({ id, counts: reached }));
    const { counted, others, notRecorded, of } = shareOf(rows);
    return {
      amount: counted.length,
      label: `${counted.length} of ${of}`,
      ...(notRecorded.length > 0 ? { missing: `of ${named(notRecorded)}` } : {}),
      about,
      because: `${asked === "working" ? "Supports that work" : "Outcomes reached"}: ${counted.length} of ${of}. Not: ${named(others)}.${notRecorded.length > 0 ? ` Not recorded: ${named(notRecorded)}.` : ""}`,
    };
  },
});
