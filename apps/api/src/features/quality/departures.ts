import {
  AskDeparture,
  addDays,
  DecideDeparture,
  DomainError,
  departureTakes,
  EndDeparture,
  type GateDecision,
  inWords,
  type LocalDate,
  type Strength,
  untilAfter,
} from "@linchpin/domain";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import {
  addDeparture,
  addStep,
  adoptWith,
  type DepartureRow,
  departureOf,
  departuresOfArea,
  holdRulebook,
  ownDepartures,
  whoDecides,
} from "./departure-store.ts";
import { DeparturesView, type DepartureView } from "./views.ts";

/** How far ahead a departure may begin. */
const daysAhead = 365;

/** What waits to be approved, and what was decided: the page of those who steer (CWDC-1.1a). */
const toDecide = practitionerProcedure("departure.decide")
  .output(DeparturesView)
  .query(({ ctx }) => ctx.read(async (records) => viewOf(records, await departuresOfArea(records))));

/** What the caller asked for, and what became of it. */
const mine = practitionerProcedure("departure.ask")
  .output(DeparturesView)
  .query(({ ctx }) => ctx.read(async (records) => viewOf(records, await ownDepartures(records))));

/** Asks that the area departs from a rule. Nothing changes until it is approved (CWDC-STATUS). */
const ask = practitionerProcedure("departure.ask")
  .input(AskDeparture)
  .output(DeparturesView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { rule, reason, from, lastDay } = input;
      await holdRulebook(records);
      const found = ruleOf(records, rule);
      if (found === undefined) refuseInput("rule", "Choose a rule of the rulebook in force");
      checkFirstDay(records, from);
      const takes = departureTakes({ strength: found.strength, at: found.at });
      if (takes === "youth-standard")
        refuseInput(
          "rule",
          "Choose another rule: a youth justice standard is departed from in one case, by the manager, governor or head the standard names",
        );
      if ((await departuresOfArea(records)).some((one) => one.rule === rule && isOpen(one, records.today)))
        throw new DomainError({
          kind: "already",
          because: "A departure from this rule waits to be decided, or holds already.",
        });
      const departureId = await addDeparture(records, {
        ...found,
        takes,
        reason,
        startsOn: from,
        lastDay: lastDay ?? null,
      });
      await records.audit("changed", "departure.ask", { detail: { departureId, rule, from, lastDay } });
      const told = await whoDecides(records);
      await tell(
        records,
        told.map((practitionerId) => ({
          practitionerId,
          act: "departure.ask",
          words: `${records.who.practitionerName} asks that the area departs from a rule of its rulebook: ${found.title}.`,
          link: linkTo.departures,
        })),
      );
      return viewOf(records, await ownDepartures(records));
    }),
  );

/**
 * Approves or refuses it. Approved, the rulebook is adopted again from its first day without the rule; what is under way
 * keeps the book it began with.
 */
const decide = practitionerProcedure("departure.decide")
  .input(DecideDeparture)
  .output(DeparturesView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { departureId, outcome, reason } = input;
      await holdRulebook(records);
      const found = await departureOf(records, departureId);
      if (found === undefined) throw new DomainError({ kind: "not-visible", what: "departure" });
      if (found.decided !== null) throw new DomainError({ kind: "already", because: "This is decided already." });
      const from = input.from ?? found.startsOn;
      const decisionId = outcome === "approved" ? await approve(records, found, from) : undefined;
      await addStep(records, { departureId, step: outcome, reason, day: outcome === "approved" ? from : null });
      await records.audit("changed", "departure.decide", {
        detail: { departureId, rule: found.rule, outcome, from, decisionId },
      });
      await tell(records, [
        {
          practitionerId: found.askedBy,
          act: "departure.decide",
          words:
            outcome === "approved"
              ? `The departure you asked for is approved from ${inWords(from)}: ${found.title}.`
              : `The departure you asked for is refused: ${found.title}.`,
          link: linkTo.ownDepartures,
        },
      ]);
      return viewOf(records, await departuresOfArea(records));
    }),
  );

/** Ends a departure: from the day after, the rule speaks again. */
const end = practitionerProcedure("departure.decide")
  .input(EndDeparture)
  .output(DeparturesView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { departureId, lastDay, reason } = input;
      await holdRulebook(records);
      const found = await departureOf(records, departureId);
      if (found === undefined) throw new DomainError({ kind: "not-visible", what: "departure" });
      if (stateOf(found, records.today) !== "approved")
        throw new DomainError({ kind: "already", because: "There is no departure here that could be ended." });
      const from = found.decided?.day ?? found.startsOn;
      if (lastDay < records.today) refuseInput("lastDay", "Enter today or a later day");
      if (lastDay < from) refuseInput("lastDay", `Enter a day that is not before it begins, ${inWords(from)}`);
      if (found.lastDay !== null && lastDay >= found.lastDay)
        refuseInput("lastDay", `Enter a day before ${inWords(found.lastDay)}, when it ends anyway`);
      const until = untilAfter(lastDay);
      const problems = await adoptWith(records, records.today, (departures) =>
        departures.map((one) => (one.rule === found.rule && one.from === from ? { ...one, until } : one)),
      );
      if (problems.length > 0) throw new DomainError({ kind: "already", because: problems.join(" ") });
      await addStep(records, { departureId, step: "ended", reason, day: lastDay });
      await records.audit("changed", "departure.end", { detail: { departureId, rule: found.rule, lastDay } });
      return viewOf(records, await departuresOfArea(records));
    }),
  );

export const departures = router({ toDecide, mine, ask, decide, end });

type RuleAsRead = {
  readonly rule: string;
  readonly title: string;
  readonly source: string;
  readonly at: string;
  readonly strength: Strength;
};

/** A rule of the book in force, as it reads today; undefined where the book has none of this id. */
function ruleOf(records: Records, id: string): RuleAsRead | undefined {
  const { book } = records.book();
  for (const question of Object.keys(book.questions) as (keyof typeof book.questions)[]) {
    const rule = book.rulesFor(question).find((one) => one.id === id);
    if (rule === undefined) continue;
    const { source, at } = rule.clause;
    const strength = rule.strength ?? book.sources[source]?.status ?? "ours";
    return { rule: id, title: rule.title, source, at, strength };
  }
  return undefined;
}

function checkFirstDay({ today }: Records, from: LocalDate): void {
  if (from < today) refuseInput("from", "Enter today or a later day");
  if (from > addDays(today, daysAhead)) refuseInput("from", "Enter a day within the next year");
}

/** Asks the book whether the caller's word is enough, and takes the rule out from the day. Gives the decision's id. */
async function approve(records: Records, found: DepartureRow, from: LocalDate): Promise<string | undefined> {
  checkFirstDay(records, from);
  if (found.lastDay !== null && from > found.lastDay)
    refuseInput("from", `Enter a day that is not after ${inWords(found.lastDay)}, when it is to end`);
  const decision = askWhetherMay(records, found, from);
  if (decision.answer !== "permits" && decision.answer !== "silent")
    throw new DomainError({ kind: "rule-prevents", decision });
  if (decision.answer === "silent" && whyNotByUs(records, found) !== undefined)
    throw new DomainError({ kind: "not-allowed", action: "departure.decide", why: whyNotByUs(records, found) ?? "" });
  const problems = await adoptWith(records, from, (departures) => [
    ...departures,
    {
      rule: found.rule,
      reason: found.reason,
      approvedBy: records.who.practitionerName,
      from,
      ...(found.lastDay === null ? {} : { until: untilAfter(found.lastDay) }),
    },
  ]);
  if (problems.length > 0) throw new DomainError({ kind: "already", because: problems.join(" ") });
  return records.keepDecision(decision, {});
}

/** "May this rule be departed from?", with the caller as who approves. */
const askWhetherMay = (records: Records, { rule, takes, askedBy }: DepartureRow, startsOn: LocalDate): GateDecision =>
  records.book().book.gate(
    "quality.departure",
    {
      area: records.who.areaId,
      rule,
      scope: "area",
      takes,
      askedBy,
      reasonGiven: true,
      approval: {
        id: records.who.practitionerId,
        post: records.who.role === "director" ? "director" : "strategic-manager",
        on: records.today,
      },
      startsOn,
    },
    records.asAt,
  );

/** Where an area's documents say nothing of departures, who approves is ours: the same two, by the same weights. */
const whyNotByUs = ({ who }: Records, { askedBy, takes }: DepartureRow): string | undefined => {
  if (askedBy === who.practitionerId) return "Nobody approves a departure they ask for themselves.";
  return takes === "exceptional" && who.role !== "director" ? "This takes the approval of the director." : undefined;
};

const stateOf = (row: DepartureRow, today: LocalDate): DepartureView["state"] => {
  if (row.decided === null) return "waiting";
  if (row.decided.step === "refused") return "refused";
  const lastDay = row.ended?.day ?? row.lastDay;
  if (lastDay !== null && lastDay < today) return "over";
  return row.ended === null ? "approved" : "ending";
};
const isOpen = (row: DepartureRow, today: LocalDate) => ["waiting", "approved", "ending"].includes(stateOf(row, today));

function viewOf(records: Records, rows: readonly DepartureRow[]): DeparturesView {
  return { today: records.today, departures: rows.map((row) => departureView(records, row)) };
}

function departureView(records: Records, row: DepartureRow): DepartureView {
  const { decided, ended } = row;
  const state = stateOf(row, records.today);
  const lastDay = ended?.day ?? row.lastDay;
  return {
    departureId: row.departureId,
    rule: row.rule,
    title: row.title,
    clause: { source: row.source, at: row.at },
    strength: row.strength,
    takes: row.takes,
    reason: row.reason,
    from: decided?.day ?? row.startsOn,
    ...(lastDay === null ? {} : { lastDay }),
    askedBy: { practitionerId: row.askedBy, name: row.askedByName },
    askedAt: row.askedAt,
    state,
    ...(decided === null ? {} : { decided: { by: decided.by, at: decided.at, reason: decided.reason } }),
    ...(ended === null ? {} : { ended: { by: ended.by, at: ended.at, reason: ended.reason } }),
    approve: whyNotApproved(records, row),
  };
}

function whyNotApproved(records: Records, row: DepartureRow): DepartureView["approve"] {
  if (row.decided !== null) return { may: false, why: "This is decided already." };
  const why = whyNotByUs(records, row);
  return why === undefined ? { may: true } : { may: false, why };
}
