import {
  addDays,
  type Decision,
  DomainError,
  dayOf,
  type GateDecision,
  inWords,
  type LocalDate,
  momentAt,
  momentOn,
} from "@linchpin/domain";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records, Step } from "../../records.ts";
import { tellOfHeldBack, tellWhoKeepsIt } from "../../relations.ts";
import { candidateFacts, currentlyOn, factsOn, startsOn } from "./facts.ts";
import { addNamedPersons, addTellings, type Cut, cutShort, type NewNamedPerson, takeBack } from "./settle-store.ts";
import { type ChildStanding, carersOf, type Held } from "./standing-store.ts";
import { type LineChange, lineChange } from "./timeline.ts";

export type Person = {
  readonly practitionerId: string;
  readonly name: string;
  readonly posts: readonly string[];
  readonly onStaffOf: readonly string[] | "not-recorded";
};

/** One child's named person to be, before the rules are asked. */
export type Wanted = {
  readonly standing: ChildStanding;
  readonly person: Person;
  readonly from: LocalDate;
  /** "by-class P5", "by-name", "handover". */
  readonly settledBy: string;
  readonly establishmentId: string | null;
  readonly reason?: string | undefined;
  /** Where the child stands once this is so, where the change itself moves the stage: the handover from the midwife. */
  readonly asIf?: ChildStanding | undefined;
};

export type Settled = {
  readonly changed: readonly { readonly wanted: Wanted; readonly namedPersonId: string; readonly decisionId: string }[];
  readonly unchanged: number;
  readonly refused: readonly {
    readonly wanted: Wanted;
    readonly decision: GateDecision;
    readonly decisionId: string;
  }[];
  readonly toTell: number;
};

type Planned = {
  readonly wanted: Wanted;
  readonly change: LineChange;
  readonly added: NewNamedPerson;
  readonly decisions: readonly Decision[];
  readonly before: Held | undefined;
};

/**
 * Puts named persons in place: the rules are asked for each child, and where they permit it the one before ends on the
 * instant the new one starts. Rows, access, telling, decisions and chronology are kept together. The children's rows
 * are locked by the caller.
 */
export async function settle(records: Records, wanted: readonly Wanted[]): Promise<Settled> {
  const planned: Planned[] = [];
  const refused: { wanted: Wanted; decision: GateDecision }[] = [];
  let unchanged = 0;
  for (const one of wanted) {
    if (isAlready(one)) {
      unchanged += 1;
      continue;
    }
    const gate = records
      .book()
      .book.gate("named-person.may-be", candidateFacts(one.asIf ?? one.standing, one.person, one.from), records.asAt);
    if (gate.answer === "permits") planned.push(planOf(records, one, gate));
    else refused.push({ wanted: one, decision: gate });
  }
  await takeBack(
    records,
    planned.flatMap(({ change }) => change.remove),
  );
  await cutShort(records, planned.flatMap(cutOf));
  const decisionIds = await records.keepMany(planned.map(stepOf));
  const added = planned.map(({ added }, at) => ({ ...added, decisionId: decisionIds[at]?.[0] ?? null }));
  await addNamedPersons(records, added);
  await tellOfHeldBack(records, added);
  await tellWhoKeepsIt(records, added);
  const toTell = await tellFamilies(records, planned);
  await tellPeople(records, planned);
  const refusedIds = await records.keepDecisions(
    refused.map(({ wanted: { standing }, decision }) => ({ decision, childId: standing.childId })),
  );
  return {
    changed: added.map(({ namedPersonId, decisionId }, at) => ({
      wanted: (planned[at] as Planned).wanted, // as many as were planned
      namedPersonId,
      decisionId: decisionId ?? "",
    })),
    unchanged,
    refused: refused.map((one, at) => ({ ...one, decisionId: refusedIds[at] ?? "" })),
    toTell,
  };
}

/** The same person is there on that day already, settled the same way. */
function isAlready({ standing, person, from, settledBy, establishmentId }: Wanted): boolean {
  const there = standing.held.findLast(
    (one) => startsOn(one) <= from && (one.until === undefined || momentOn(from).at < one.until),
  );
  return (
    there?.practitionerId === person.practitionerId &&
    there.settledBy === settledBy &&
    there.establishmentId === establishmentId
  );
}

function planOf(records: Records, wanted: Wanted, gate: GateDecision): Planned {
  const { standing, person, from, settledBy, establishmentId, reason } = wanted;
  const change = lineChange(standing.held, from, records.now);
  if (change === undefined) throw new DomainError({ kind: "changed-since", what: "named person" });
  const namedPersonId = records.newId();
  const { stage } = currentlyOn(wanted.asIf ?? standing, from).standing;
  const during = { from: change.from, ...(change.until === undefined ? {} : { until: change.until }) };
  const added: NewNamedPerson = {
    namedPersonId,
    childId: standing.childId,
    practitionerId: person.practitionerId,
    stage,
    settledBy,
    reason: reason ?? null,
    establishmentId,
    during,
  };
  const before = standing.held.find(({ namedPersonId: id }) => id === change.cut?.namedPersonId);
  const after = lineAfter(standing, change, {
    ...added,
    name: person.name,
    settledBy,
    establishmentId,
    reason: reason ?? null,
    ...during,
  });
  const asAt = from > records.today ? momentOn(from) : records.asAt;
  const who = records.book().book.designation("named-person.who", factsOn(after, dayOf(asAt)), asAt, records.asAt);
  return { wanted, change, added, decisions: [who, gate], before };
}

/** The child as it stands once the change is made. */
function lineAfter(standing: ChildStanding, { remove, cut }: LineChange, added: Held): ChildStanding {
  const staying = standing.held
    .filter(({ namedPersonId }) => !remove.includes(namedPersonId))
    .map((one) => (one.namedPersonId === cut?.namedPersonId ? { ...one, until: cut.until } : one));
  return { ...standing, held: [...staying, added].sort((a, b) => (a.from < b.from ? -1 : 1)) };
}

const cutOf = ({ change: { cut }, wanted }: Planned): readonly Cut[] =>
  cut === undefined ? [] : [{ ...cut, because: `${wanted.person.name} is the named person from then on` }];

function stepOf({ wanted: { standing, person, from, reason }, decisions, before, change }: Planned): Step {
  const until =
    change.until === undefined ? "" : ` Until ${inWords(dayOf(momentAt(change.until)))}, when the next one starts.`;
  const outgoing =
    before === undefined || before.practitionerId === person.practitionerId ? "" : ` ${before.name} was until then.`;
  return {
    childId: standing.childId,
    act: "named-person.assigned",
    title: `${person.name} is the named person from ${inWords(from)}`,
    detail: `${reason === undefined ? "Settled by the arrangement." : `Reason: ${reason}`}${outgoing}${until}`,
    decisions,
  };
}

/** Each child and each carer is told, and told again at each change (HIG-63). An unborn child is not. */
async function tellFamilies(records: Records, planned: readonly Planned[]): Promise<number> {
  const carers = await carersOf(
    records,
    planned.map(({ wanted }) => wanted.standing.childId),
  );
  const ofChild = new Map<string, string[]>();
  for (const { childId, carerId } of carers) ofChild.set(childId, [...(ofChild.get(childId) ?? []), carerId]);
  const tellings = planned
    .filter(({ before, wanted }) => before?.practitionerId !== wanted.person.practitionerId)
    .flatMap(({ wanted: { standing, from }, added }) =>
      [...(standing.bornOn === null ? [] : ["child"]), ...(ofChild.get(standing.childId) ?? [])].map((recipient) => ({
        childId: standing.childId,
        recipient,
        sourceId: added.namedPersonId,
        dueOn: from,
      })),
    );
  await addTellings(records, tellings);
  return tellings.length;
}

/** One notice for each person who is named, however many children it is about. */
async function tellPeople(records: Records, planned: readonly Planned[]): Promise<void> {
  const byPerson = new Map<string, { children: number; from: LocalDate }>();
  for (const { wanted } of planned) {
    const known = byPerson.get(wanted.person.practitionerId);
    const from = known === undefined || wanted.from < known.from ? wanted.from : known.from;
    byPerson.set(wanted.person.practitionerId, { children: (known?.children ?? 0) + 1, from });
  }
  await tell(
    records,
    [...byPerson].map(([practitionerId, { children, from }]) => ({
      practitionerId,
      act: "named-person.assigned",
      words: `You are named person of ${children === 1 ? "1 more child" : `${children} more children`} from ${inWords(from)}.`,
      link: linkTo.myChildren,
    })),
  );
}

/** The last whole day of somebody whose time ends where another's starts. */
export const lastDayBefore = (instant: string): LocalDate => addDays(dayOf(momentAt(instant)), -1);
