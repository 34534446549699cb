import {
  addDays,
  type DayRange,
  DomainError,
  deniedBecause,
  EndSeniorManager,
  type GateDecision,
  holdsOn,
  inWords,
  type LocalDate,
  lastDayOf,
  NameSeniorManager,
  noonOn,
  untilAfter,
} from "@linchpin/domain";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import {
  addNaming,
  endNaming,
  isNamedIn,
  lockNaming,
  type NamingRow,
  namingsOfArea,
  organisations,
  ownOrganisation,
  worksIn,
} from "./senior-manager-store.ts";
import { SeniorManagersView } from "./views.ts";

/** How far ahead somebody may be named. */
const daysAhead = 365;

/** Every organisation of the area, and whom its chief officer named as senior manager, with the days. */
const list = practitionerProcedure("senior-manager.read")
  .output(SeniorManagersView)
  .query(({ ctx }) => ctx.read(viewOf));

/**
 * The head of an organisation names a senior manager there. From its first day the person may take up a senior manager's
 * post when they sign in, and with its last day they cannot any more (WIG-9.2.1).
 */
const name = practitionerProcedure("senior-manager.name")
  .input(NameSeniorManager)
  .output(SeniorManagersView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { practitionerId, from, lastDay } = input;
      const { silence } = bookOf(records);
      if (silence !== undefined) throw new DomainError({ kind: "already", because: silence });
      checkDays(records, from);
      if (practitionerId === records.who.practitionerId)
        refuseInput("practitionerId", "Choose somebody else: nobody names themselves");
      const agency = await ownOrganisation(records);
      const person = await worksIn(records, practitionerId, agency.agencyId, from);
      if (person === undefined) refuseInput("practitionerId", `Choose somebody who works for ${agency.name}`);
      const during: DayRange = lastDay === undefined ? { from } : { from, until: untilAfter(lastDay) };
      if (await isNamedIn(records, practitionerId, agency.agencyId, during))
        throw new DomainError({
          kind: "already",
          because: `${person} is named for some of these days already. End that first, or enter other days.`,
        });
      const namingId = await addNaming(records, { practitionerId, agencyId: agency.agencyId, during });
      const decisionId = await records.keepDecision(await asked(records, agency.agencyId, practitionerId, from), {});
      await records.audit("changed", "senior-manager.name", {
        detail: { namingId, practitionerId, agencyId: agency.agencyId, from, lastDay, decisionId },
      });
      await tellOf(
        records,
        practitionerId,
        `${records.who.practitionerName} named you as senior manager for lead professionals at ${agency.name}, from ${inWords(from)}${lastDay === undefined ? "" : ` to ${inWords(lastDay)}`}. From then on you choose that post when you sign in.`,
      );
      return viewOf(records);
    }),
  );

/** Ends the time somebody is senior manager. With yesterday as its last day, at once: their next request is refused. */
const end = practitionerProcedure("senior-manager.end")
  .input(EndSeniorManager)
  .output(SeniorManagersView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { namingId, lastDay, reason } = input;
      const agency = await ownOrganisation(records);
      const found = await lockNaming(records, namingId);
      if (found === undefined || found.agencyId !== agency.agencyId)
        throw new DomainError({ kind: "not-visible", what: "senior manager" });
      checkLastDay(records, found, lastDay);
      if (!(await endNaming(records, found, { until: untilAfter(lastDay), because: reason })))
        throw new DomainError({ kind: "changed-since", what: "senior manager" });
      const { practitionerId } = found;
      await records.audit("changed", "senior-manager.end", {
        detail: { namingId, practitionerId, agencyId: agency.agencyId, lastDay },
      });
      await tellOf(
        records,
        practitionerId,
        found.from > lastDay
          ? `${records.who.practitionerName} took back that you were named as senior manager at ${agency.name}.`
          : `Your time as senior manager for lead professionals at ${agency.name} ends with ${inWords(lastDay)}.`,
      );
      return viewOf(records);
    }),
  );

export const seniorManagers = router({ list, name, end });

const bookOf = (records: Records) => {
  const { book } = records.book();
  return { book, silence: book.silence("workforce.senior-manager") };
};

/** Nobody gets for days that are past what they did not have on them. */
function checkDays({ today }: Records, from: LocalDate): void {
  if (from < today) refuseInput("from", "Enter today or a later day");
  if (from > addDays(today, daysAhead)) refuseInput("from", "Enter a day within the next year");
}

function checkLastDay({ today }: Records, { until }: NamingRow, lastDay: LocalDate): void {
  if (until !== null && until <= today)
    throw new DomainError({ kind: "already", because: `This ended on ${inWords(lastDayOf(until))}.` });
  if (lastDay < addDays(today, -1)) refuseInput("lastDay", "Enter yesterday to end it at once, or a later day");
  if (until !== null && untilAfter(lastDay) > until)
    refuseInput("lastDay", `Enter a day before ${inWords(until)}, when it ends anyway`);
  if (lastDay > addDays(today, daysAhead)) refuseInput("lastDay", "Enter a day within the next year");
}

/** What the area's book says of somebody in an organisation on a day, by everybody named there. */
async function asked(records: Records, organisation: string, person: string, on: LocalDate): Promise<GateDecision> {
  const rows = await namingsOfArea(records);
  const named = rows.filter((row) => row.agencyId === organisation && !row.isTakenBack);
  const facts = {
    organisation,
    person,
    named: named.map(({ practitionerId, ...row }) => ({ id: practitionerId, ...daysOf(row) })),
  };
  return bookOf(records).book.gate("workforce.senior-manager", facts, noonOn(on));
}

const daysOf = ({ from, until }: Pick<NamingRow, "from" | "until">) => (until === null ? { from } : { from, until });

async function viewOf(records: Records): Promise<SeniorManagersView> {
  const { silence } = bookOf(records);
  const rows = await namingsOfArea(records);
  const own = await ownOrganisation(records);
  const denied = deniedBecause("senior-manager.name", records.who.role)?.words;
  const shut = silence ?? denied;
  return {
    ...(silence === undefined ? {} : { silentBecause: silence }),
    ...(denied === undefined ? { own } : {}),
    today: records.today,
    organisations: (await organisations(records)).map(({ agencyId, name }) => {
      const named = rows.filter((row) => row.agencyId === agencyId).map((row) => namingView(records, row));
      return { agencyId, name, named, hasNobody: !named.some(({ state }) => state === "now") };
    }),
    name: shut === undefined ? { may: true } : { may: false, why: shut },
  };
}

function namingView(records: Records, row: NamingRow): SeniorManagersView["organisations"][number]["named"][number] {
  const { namingId, practitionerId, name, from, until, namedByName, endedBecause, endedByName } = row;
  const isOver = until !== null && until <= records.today;
  const state = row.isTakenBack
    ? "taken-back"
    : isOver
      ? "over"
      : !row.worksHere
        ? "left"
        : holdsOn(daysOf(row), records.today)
          ? "now"
          : "to-come";
  return {
    namingId,
    practitionerId,
    name,
    from,
    ...(until === null ? {} : { lastDay: lastDayOf(until) }),
    state,
    namedBy: namedByName,
    ...(endedBecause === null ? {} : { ended: { because: endedBecause, by: endedByName ?? "" } }),
  };
}

const tellOf = (records: Records, practitionerId: string, words: string) =>
  tell(records, [{ practitionerId, act: "senior-manager.named", words }]);
