import type { Due, DutyFinding, LeadSupervised, SupervisionDutiesFacts } from "@linchpin/domain";
import { isLate } from "@linchpin/domain";
import { clockOf } from "../../clock-view.ts";
import type { Records } from "../../records.ts";
import type { LedRow, PersonRow, RequestRow, Strand } from "./store.ts";
import type { SupervisionDuty } from "./views.ts";

/** What is known of one person's supervision, as far as the caller may know it. */
export type Known = {
  readonly person: PersonRow;
  readonly led: readonly LedRow[];
  readonly last: readonly { readonly strand: Strand; readonly heldOn: LedRow["from"] }[];
  readonly requests: readonly RequestRow[];
};

const isDual = ({ arrangement }: PersonRow) => arrangement?.model === "dual";

/** What somebody supervises of a person: with one supervisor, both strands are theirs. */
export function strandsOf({ arrangement }: PersonRow, supervisorId: string): readonly Strand[] {
  if (arrangement === null) return [];
  return [
    ...(arrangement.lead.practitionerId === supervisorId ? (["lead"] as const) : []),
    ...(arrangement.practice.practitionerId === supervisorId ? (["practice"] as const) : []),
  ];
}

/** The children are named by their ids here: a decision keeps no names. */
const leadOf = ({ arrangement: of }: PersonRow, row: LedRow): LeadSupervised => ({
  planId: row.childId,
  from: row.from,
  ...(row.until !== null && row.until > row.from ? { until: row.until } : {}),
  lastDiscussedOn: row.lastDiscussedOn ?? "none",
  arrangement:
    of === null
      ? "none"
      : {
          setOn: of.since,
          supervisor: of.leadIsHere ? of.lead.practitionerId : "none",
          everyDays: of.leadEveryDays ?? of.usualEveryDays,
        },
  riskIsHigh: row.riskIsHigh ?? "not-recorded",
});

/**
 * Facts for "Who owes what about this person's supervision?" With two supervisors it is asked for each strand by itself;
 * with one, sessions of both strands count, and the children are talked about in them.
 */
export function dutyFacts(
  records: Records,
  { person, led, last, requests }: Known,
  strand: Strand,
): SupervisionDutiesFacts {
  const { arrangement } = person;
  const dual = isDual(person);
  const ofStrand = last.filter((one) => !dual || one.strand === strand).map(({ heldOn }) => heldOn);
  const ofLead = strand === "lead" || !dual;
  const supervisor = strand === "lead" ? arrangement?.lead : arrangement?.practice;
  return {
    practitionerId: person.practitionerId,
    manager: supervisor?.practitionerId ?? person.managerId ?? "none",
    leads: ofLead ? led.map((row) => leadOf(person, row)) : [],
    lastSessionOn: ofStrand.toSorted().at(-1) ?? "none",
    agencyCycleDays:
      arrangement === null
        ? "not-recorded"
        : dual && strand === "lead"
          ? (arrangement.leadEveryDays ?? arrangement.usualEveryDays)
          : arrangement.usualEveryDays,
    changed:
      arrangement?.model === "frequency" && arrangement.leadEveryDays !== null
        ? { from: arrangement.since, everyDays: arrangement.leadEveryDays, reasonGiven: arrangement.reason !== null }
        : "none",
    requests: ofLead
      ? requests.map(({ requestId, childId, askedOn, answeredOn }) => ({
          id: requestId,
          planId: childId,
          askedOn,
          answeredOn: answeredOn ?? "none",
        }))
      : [],
    reports: [],
    support: {
      supervisionModel: arrangement !== null,
      mentor: "not-recorded",
      administrativeHelp: "not-recorded",
      adviceContact: "not-recorded",
    },
    namedPersonFor: 0,
    calendar: records.area.calendar,
  };
}

const settled = "supervision.set-up";
const owedByManager = new Set([settled, "supervision.say-why-changed"]);
const owedBySupervisor = new Set([
  settled,
  "supervision.hold-session",
  "supervision.discuss-case",
  "supervision.answer-request",
  "supervision.answer-request-above",
]);
/** What names a day on which people sit down together. */
export const isSession = ({ act }: { readonly act: string }): boolean =>
  act === "supervision.hold-session" || act === "supervision.discuss-case";

/** The children that what is owed may be about, by name where the caller sees them. */
export const namesIn = ({ led, requests }: Known): ReadonlyMap<string, string> =>
  new Map([
    ...requests.map(({ childId, childName }) => [childId, childName ?? unseen] as const),
    ...led.map(({ childId, name }) => [childId, name ?? unseen] as const),
  ]);
/** Stands in for the name of a child whose record the caller does not see. */
export const unseen = "whose record you cannot see";

/** Everything owed about somebody that the caller has to see to: as who supervises a strand, or as who manages the person. */
export function dutiesFor(records: Records, known: Known): readonly SupervisionDuty[] {
  const { person } = known;
  const strands = strandsOf(person, records.who.practitionerId);
  const asked: readonly Strand[] = isDual(person) ? strands : strands.length > 0 ? ["lead"] : [];
  const { book } = records.book();
  const ask = (strand: Strand) => book.duty("supervision.duties", dutyFacts(records, known, strand), records.asAt).owed;
  const found = [
    ...asked.flatMap((strand) => ask(strand).filter(({ act }) => owedBySupervisor.has(act))),
    ...(person.isManagedByMe ? ask("lead").filter(({ act }) => owedByManager.has(act)) : []),
  ];
  const names = namesIn(known);
  const said = found.map((finding) => dutyView(records, finding, names));
  const once = [...new Map(said.map((one) => [`${one.act} ${one.because}`, one])).values()];
  return withoutDoubles(once).toSorted((a, b) => place(a).localeCompare(place(b)));
}

/** Of several children for whom nobody supervises, one line is enough: it is settled for the person. */
function withoutDoubles(said: readonly SupervisionDuty[]): readonly SupervisionDuty[] {
  const first = said.find(({ act, clock }) => act === settled && clock !== undefined);
  return said.filter((one) => one === first || one.act !== settled || one.clock === undefined);
}

const place = ({ clock, isLate: late }: SupervisionDuty): string => `${late ? 0 : 1}${clock?.dueBy ?? "9999"}`;

function dutyView(
  records: Records,
  { act, because, clause, due }: DutyFinding,
  names: ReadonlyMap<string, string>,
): SupervisionDuty {
  const named = [...names].reduce((text, [id, name]) => text.replaceAll(id, name), because);
  const when: Due | undefined = typeof due === "object" ? due : undefined;
  return {
    act,
    because: named,
    clause: `${clause.source} ${clause.at}`,
    ...(when === undefined ? {} : { clock: clockOf(when, records.asAt, records.area.calendar) }),
    isLate: due === "at-once" || (when !== undefined && isLate(when, records.asAt)),
  };
}
