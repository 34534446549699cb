import {
  DomainError,
  deniedBecause,
  IdSchema,
  sessionKinds,
  supervisionModels,
  supervisionStrands,
} from "@linchpin/domain";
import { z } from "zod";
import { childInList } from "../../child-in-list.ts";
import { clockFrom } from "../../clock-view.ts";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import type { ChildInList, ControlView } from "../../views.ts";
import { dutiesFor, isSession, type Known, namesIn, strandsOf, unseen } from "./facts.ts";
import { asksFourQuestions, sharesOf } from "./rules.ts";
import {
  type ArrangementRow,
  agreedByOthers,
  familyWaits,
  type LedRow,
  lastSessions,
  ledBy,
  myPeople,
  type PersonRow,
  personRow,
  type RequestRow,
  requestsOf,
  type SessionRow,
  sessionsOf,
} from "./store.ts";
import {
  type ArrangementView,
  type CaseSaidView,
  PeopleView,
  PersonSupervisedView,
  type RequestView,
  type SessionView,
  type SuperviseeView,
} from "./views.ts";

/** The people the caller supervises, or manages and has to see to: whoever is late first, then the nearest session. */
export const people = practitionerProcedure("supervision.read")
  .output(PeopleView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const rows = await myPeople(records);
      const views = (await knownOf(records, rows)).map((known) => {
        const { view } = superviseeView(records, known);
        return view;
      });
      return { people: views.toSorted((a, b) => place(a).localeCompare(place(b))) };
    }),
  );

const place = ({ duties, next, name }: SuperviseeView): string =>
  `${duties.some(({ isLate }) => isLate) ? 0 : 1} ${next?.dueBy ?? "9999"} ${name}`;

/** One person: what is due, the agenda of the next session, what was said on the caller's strand and agreed on the other. */
export const person = practitionerProcedure("supervision.read")
  .input(z.object({ practitionerId: IdSchema }))
  .output(PersonSupervisedView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => personView(records, await mine(records, input.practitionerId))),
  );

const notThere = () => new DomainError({ kind: "not-visible", what: "practitioner" });

/** Somebody the caller supervises, managed or supervised once. Anybody else is not there, and nor is oneself. */
export async function mine(records: Records, practitionerId: string): Promise<PersonRow> {
  const row = await personRow(records, practitionerId);
  if (row === undefined || practitionerId === records.who.practitionerId) throw notThere();
  if (row.isManagedByMe || strandsOf(row, records.who.practitionerId).length > 0) return row;
  if ((await sessionsOf(records, practitionerId, 1)).length === 0) throw notThere();
  return row;
}

/** The same for whoever settles how the person is supervised: their manager. */
export async function managed(records: Records, practitionerId: string): Promise<PersonRow> {
  const row = await personRow(records, practitionerId);
  if (row === undefined || !row.isManagedByMe) throw notThere();
  return row;
}

export async function knownOf(records: Records, rows: readonly PersonRow[]): Promise<readonly Known[]> {
  const ids = rows.map(({ practitionerId }) => practitionerId);
  const led = await ledBy(records, ids);
  const last = await lastSessions(records, ids);
  const requests = ids.length === 0 ? [] : await requestsOf(records, { people: ids });
  return rows.map((one) => {
    const own = <T extends { readonly practitionerId: string }>(of: readonly T[]) =>
      of.filter(({ practitionerId }) => practitionerId === one.practitionerId);
    return { person: one, led: own(led), last: own(last), requests: own(requests) };
  });
}

/** A child by name where the caller sees the child; else only that there is one. */
export const childOf = (
  records: Records,
  of: { readonly childId: string; readonly name: string | null; readonly bornOn: LedRow["bornOn"] },
  basis: string,
): ChildInList => childInList(records, of.name === null ? undefined : { ...of, name: of.name, bases: [basis] });

export const arrangementView = (of: ArrangementRow): ArrangementView => ({
  version: of.version,
  model: { code: of.model, label: supervisionModels[of.model].label },
  lead: of.lead,
  practice: of.practice,
  usualEveryDays: of.usualEveryDays,
  ...(of.leadEveryDays === null ? {} : { leadEveryDays: of.leadEveryDays }),
  ...(of.reason === null ? {} : { reason: of.reason }),
  since: of.since,
});

/** Whoever settles it, and whoever supervises the role, are shown the children's names in what is owed: those are looks. */
function superviseeView(records: Records, known: Known) {
  const { person: of, led, requests } = known;
  const strands = strandsOf(of, records.who.practitionerId);
  const duties = dutiesFor(records, known);
  const current = led.filter(({ isCurrent }) => isCurrent);
  const named = [...namesIn(known)].filter(
    ([, name]) => name !== unseen && duties.some(({ because }) => because.includes(name)),
  );
  records.saw(
    named.map(([childId]) => childId),
    strands.includes("lead") ? "role-supervisor" : "line-manager",
  );
  const next = duties.filter((one) => isSession(one)).find(({ clock }) => clock !== undefined)?.clock;
  const view: SuperviseeView = {
    practitionerId: of.practitionerId,
    name: of.name,
    ...(of.postTitle === null ? {} : { postTitle: of.postTitle }),
    ...(of.agencyName === null ? {} : { agency: of.agencyName }),
    strands: [...strands],
    isManagedByYou: of.isManagedByMe,
    leads: new Set(current.map(({ childId }) => childId)).size,
    ...(of.arrangement === null ? {} : { arrangement: arrangementView(of.arrangement) }),
    duties: [...duties],
    ...(next === undefined ? {} : { next }),
    waiting: strands.includes("lead") ? requests.filter(({ answer }) => answer === null).length : 0,
  };
  return { view, strands, current };
}

export async function personView(records: Records, row: PersonRow): Promise<PersonSupervisedView> {
  const [known] = await knownOf(records, [row]);
  if (known === undefined) throw notThere();
  const { view, strands, current } = superviseeView(records, known);
  const shares = sharesOf(records, row.practitionerId);
  const sessions = await sessionsOf(records, row.practitionerId);
  const held = new Set(sessions.map(({ heldOn, strand }) => `${heldOn} ${strand}`));
  const elsewhere = await agreedByOthers(records, row.practitionerId);
  const isLead = strands.includes("lead");
  const agenda = isLead ? agendaOf(current) : [];
  const waits = await familyWaits(
    records,
    agenda.map(({ childId }) => childId),
  );
  return {
    ...view,
    agenda: agenda.map((of) => ({
      child: childOf(records, of, "role-supervisor"),
      ...(of.planId === null ? {} : { planId: of.planId }),
      since: of.from,
      ...(of.lastDiscussedOn === null ? {} : { lastDiscussedOn: of.lastDiscussedOn }),
      ...(of.riskIsHigh === null ? {} : { riskIsHigh: of.riskIsHigh }),
      ...asWaiting(waits.get(of.childId)),
    })),
    asksFourQuestions: isLead && asksFourQuestions(records, row.practitionerId),
    shares,
    sessions: sessions.map((session) => sessionView(records, session, "role-supervisor")),
    agreedElsewhere: elsewhere
      .filter(({ heldOn, strand }) => !held.has(`${heldOn} ${strand}`))
      .map(({ strand, heldOn, by, summary, actions }) => ({
        strand: { code: strand, label: supervisionStrands[strand].label },
        heldOn,
        by,
        ...(shares.summary && summary !== null ? { summary } : {}),
        ...(shares.actions && actions !== null ? { actions } : {}),
      }))
      .filter((one) => "summary" in one || "actions" in one),
    requests: isLead ? known.requests.map((request) => requestView(records, request, "role-supervisor")) : [],
    may: { arrange: mayArrange(records, row), record: mayRecord(records, strands) },
  };
}

const asWaiting = (waits: { readonly many: number; readonly since: string } | undefined) =>
  waits === undefined ? {} : { familyWaits: waits };

/** The child who waited longest to be talked about first, one line each. */
export const agendaOf = (current: readonly LedRow[]): readonly LedRow[] =>
  [...new Map(current.map((row) => [row.childId, row])).values()].toSorted((a, b) =>
    (a.lastDiscussedOn ?? a.from).localeCompare(b.lastDiscussedOn ?? b.from),
  );

function mayArrange(records: Records, { isManagedByMe, name }: PersonRow): ControlView {
  const denied = deniedBecause("supervision.arrange", records.who.role);
  if (denied !== undefined) return { may: false, why: denied.words };
  return isManagedByMe ? { may: true } : { may: false, why: `The line manager of ${name} settles this.` };
}

const mayRecord = (records: Records, strands: readonly string[]): ControlView => {
  const denied = deniedBecause("supervision.record", records.who.role);
  if (denied !== undefined) return { may: false, why: denied.words };
  return strands.length > 0
    ? { may: true }
    : { may: false, why: "Only who supervises this person now writes a session down." };
};

export const sessionView = (records: Records, of: SessionRow, basis: string): SessionView => ({
  sessionId: of.sessionId,
  strand: { code: of.strand, label: supervisionStrands[of.strand].label },
  kind: { code: of.kind, label: sessionKinds[of.kind].label },
  heldOn: of.heldOn,
  by: of.supervisorName,
  note: of.note,
  ...(of.summary === null ? {} : { summary: of.summary }),
  ...(of.actions === null ? {} : { actions: of.actions }),
  cases: of.cases.map((one): CaseSaidView => {
    const words = (
      [
        "note",
        "presentingNeed",
        "whatTheLeadCanDo",
        "specialistSupport",
        "othersWorkDirectly",
        "leftOutBecause",
      ] as const
    ).flatMap((key) => (one[key] === null ? [] : [[key, one[key]] as const]));
    return {
      child: childOf(records, { ...one, name: one.childName }, basis),
      ...Object.fromEntries(words),
      ...(one.riskIsHigh === null ? {} : { riskIsHigh: one.riskIsHigh }),
    };
  }),
});

export const requestView = (
  records: Records,
  of: RequestRow & { readonly dueBy?: string | null },
  basis: string,
): RequestView => {
  const clock = of.answer === null ? clockFrom(of.dueBy, records.asAt, records.area.calendar) : undefined;
  return {
    requestId: of.requestId,
    version: of.version,
    child: childOf(records, { ...of, name: of.childName }, basis),
    reason: of.reason,
    askedOn: of.askedOn,
    to: of.toName,
    ...(clock === undefined ? {} : { clock }),
    ...(of.answer === null
      ? {}
      : {
          answer: {
            is: of.answer,
            on: of.answeredOn ?? of.askedOn,
            by: of.answeredByName ?? "",
            ...(of.offeredOn === null ? {} : { offeredOn: of.offeredOn }),
            ...(of.answerWords === null ? {} : { words: of.answerWords }),
          },
        }),
  };
};
