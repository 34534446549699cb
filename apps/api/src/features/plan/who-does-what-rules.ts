import {
  type ClearFacts,
  changesSince,
  type GateDecision,
  type LocalDate,
  listInWords,
  type PartInPlan,
  standsWith,
} from "@linchpin/domain";
import { areaWide } from "../../db/asked.ts";
import { owe } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { answersForPlan } from "./own-action-store.ts";
import { type ActionRow, type TeamMember, type WholePlan, wholePlanOf } from "./store.ts";
import {
  closeOwedForList,
  type IssuedList,
  type LineRow,
  listDuties,
  listsOfPlan,
  type OfChildsPlan,
  owedForList,
} from "./who-does-what-store.ts";

/** Somebody's part in the plan as it stands, before it is on a list. */
export type PartNow = PartInPlan & Pick<LineRow, "name" | "agencyName" | "agencyKind" | "role">;

const isOpen = ({ state }: ActionRow) => state === "planned" || state === "running";

/**
 * What each practitioner does under the plan for one of its children: everybody who works on it, whoever leads or is turned
 * to, and whoever owns an open action.
 */
export function partsNow(whole: WholePlan, childId: string): readonly PartNow[] {
  const lead = whole.leads.find(({ isCurrent }) => isCurrent);
  const doing = whole.actions.filter((action) => action.childId === childId && isOpen(action));
  const people = new Map<string, PartNow>();
  const add = (practitionerId: string, of: Pick<PartNow, "name" | "agencyName" | "agencyKind" | "role">) => {
    if (people.has(practitionerId)) return;
    people.set(practitionerId, {
      ...of,
      as: "practitioner",
      practitionerId,
      part: leadsOr(whole, practitionerId),
      does: doing
        .filter(({ ownerId }) => ownerId === practitionerId)
        .map(({ actionId, what, outcome, startsOn, dueOn }) => ({ actionId, what, outcome, startsOn, dueOn })),
    });
  };
  const colleague = ({ name, postTitle, agency }: Pick<TeamMember, "name" | "postTitle" | "agency">) => ({
    name,
    role: postTitle,
    agencyName: agency.name,
    agencyKind: agency.kind,
  });
  for (const one of [...(lead ? [lead] : []), ...whole.team, ...(whole.contact ? [whole.contact] : [])])
    add(one.practitionerId, colleague(one));
  for (const { ownerId, ownerName, agencyName, agencyKind } of doing)
    if (ownerId !== null) add(ownerId, { name: ownerName ?? "A practitioner", role: null, agencyName, agencyKind });
  return [...people.values()];
}

/** That somebody leads, stands in for the lead, or is turned to while nobody does, is a part of its own (BOL-10.3). */
function leadsOr({ leads, contact }: WholePlan, practitionerId: string): string | null {
  const lead = leads.find(({ isCurrent }) => isCurrent);
  if (lead?.practitionerId === practitionerId) return "Leads the plan";
  if (contact?.practitionerId !== practitionerId) return null;
  return lead === undefined ? "Contact for the plan until somebody leads" : "Stands in for the lead professional";
}

/** What has changed since a list was issued. What child and family do is only ever changed by issuing it again. */
export function changesOf(list: IssuedList, whole: WholePlan, now: readonly PartNow[]) {
  const done = new Set(whole.actions.flatMap(({ actionId, state }) => (state === "done" ? [actionId] : [])));
  return changesSince(list.lines, now, (actionId) => done.has(actionId));
}

export type ListNow = {
  readonly issued: IssuedList | undefined;
  readonly now: readonly PartNow[];
  readonly changes: ReturnType<typeof changesOf> | undefined;
  /** How many parts are not as they were issued. */
  readonly changed: number;
  readonly isClear: boolean;
  readonly says: string;
};

/** The list of one child's plan as it was issued, beside the plan as it stands. */
export function listNow(whole: WholePlan, childId: string, issued: IssuedList | undefined): ListNow {
  const now = partsNow(whole, childId);
  if (issued === undefined)
    return { issued, now, changes: undefined, changed: 0, isClear: false, says: "The list has not been issued yet." };
  const families = issued.lines
    .filter(({ as }) => as !== "practitioner")
    .map(({ as, practitionerId, part, does, name, agencyName, agencyKind, role }) => ({
      ...{ as, practitionerId, part, does, name, agencyName, agencyKind, role },
    }));
  const changes = changesOf(issued, whole, [...now, ...families]);
  const changed = changes.joined.length + changes.left.length + changes.changed.length;
  const people = issued.lines.map(({ said }) => standsWith(said));
  const isClear = changed === 0 && people.every(({ stands }) => stands === "clear" || stands === "answered");
  return { issued, now, changes, changed, isClear, says: listInWords(people, changed) };
}

/** Whether it is clear to everybody who does what, by the book the plan began with; undefined where it does not ask. */
export function askClear(
  records: Records,
  whole: WholePlan,
  childId: string,
  { issued, changes }: ListNow,
): GateDecision | undefined {
  const { book } = records.book(whole.plan.adoptionId);
  if (book.silence("plan.clear") !== undefined) return undefined;
  type Person = Exclude<ClearFacts["people"], string>[number];
  const personOf = (
    line: Pick<LineRow, "as" | "practitionerId" | "agencyKind">,
  ): Pick<Person, "id" | "as" | "agency"> => ({
    id: line.practitionerId ?? `${line.as} of ${childId}`,
    as: line.as,
    agency: line.agencyKind ?? "none",
  });
  const unasked = { attends: false, word: "none", answeredOn: "none" } as const;
  const people = [
    ...(changes?.same ?? []).map(({ issued: line }): Person => ({ ...personOf(line), ...wordOf(line) })),
    ...(changes?.changed ?? []).map(
      ({ issued: line }): Person => ({ ...personOf(line), ...unasked, attends: line.attends }),
    ),
    ...(changes?.joined ?? []).map((line): Person => ({ ...personOf(line), ...unasked })),
  ];
  return book.gate(
    "plan.clear",
    {
      child: { id: childId },
      plan: { id: whole.plan.planId },
      issuedOn: issued?.issuedOn ?? ("none" as const),
      people,
    },
    records.asAt,
  );
}

function wordOf({ attends, said }: LineRow) {
  const { stands, askedOn, answeredOn } = standsWith(said);
  const last = said.findLast(({ says }) => says === "clear");
  const word =
    stands === "clear" && last !== undefined
      ? { says: "clear" as const, on: last.on }
      : askedOn !== undefined
        ? { says: "asks" as const, on: askedOn }
        : ("none" as const);
  return { attends, word, answeredOn: answeredOn ?? ("none" as LocalDate | "none") };
}

/** The plan's list of one child, with all that is needed to say how it stands. */
export async function listOfChild(records: Records, whole: WholePlan, childId: string): Promise<ListNow> {
  const lists = await listsOfPlan(records, whole.plan.planId);
  return listNow(
    whole,
    childId,
    lists.find((one) => one.childId === childId),
  );
}

/**
 * What whoever answers on the plan owes because of a list: to answer what was asked, and to issue it again where the plan has changed since.
 * It comes and goes with the plan and with what is said. A book that asks nobody whether it is clear sets no duty.
 */
export const followList = (records: Records, whole: WholePlan, of: OfChildsPlan): Promise<void> =>
  // Whoever changes the plan may not be the one who owes, and a light account sees none of it.
  areaWide(records.tx, () => follow(records, whole, of));

/** The same for every list of a plan that has just been changed. */
export const followLists = (records: Records, planId: string): Promise<void> =>
  areaWide(records.tx, async () => {
    const lists = await listsOfPlan(records, planId);
    const whole = lists.length === 0 ? undefined : await wholePlanOf(records, planId);
    if (whole !== undefined) for (const { childId } of lists) await follow(records, whole, { planId, childId });
  });

async function follow(records: Records, whole: WholePlan, of: OfChildsPlan): Promise<void> {
  const list = await listOfChild(records, whole, of.childId);
  if (list.issued === undefined) return;
  const decision = askClear(records, whole, of.childId, list);
  if (decision === undefined) return;
  const finding = decision.findings.find(({ effect }) => effect === "prevents");
  const asked = list.issued.lines.filter(({ said }) => standsWith(said).stands === "asked");
  const wanted = [
    ...(asked.length === 0 || finding === undefined
      ? []
      : [
          {
            act: listDuties.answer,
            because: "Somebody on the list of who does what asked a question. It is not clear until you answer it.",
          },
        ]),
    ...(list.changed === 0 || finding === undefined
      ? []
      : [
          {
            act: listDuties.again,
            because: "The plan has changed since the list of who does what was issued. Issue it again.",
          },
        ]),
  ];
  const open = (await owedForList(records, of)).map(({ act }) => act);
  await closeOwedForList(
    records,
    of,
    open.filter((act) => !wanted.some((one) => one.act === act)),
  );
  const added = wanted.filter(({ act }) => !open.includes(act));
  if (added.length === 0 || finding === undefined || whole.plan.state === "closed") return;
  const owedBy = (await answersForPlan(records, of.planId))[0]?.practitionerId;
  if (owedBy === undefined) return;
  const decisionId = await records.keepDecision(decision, of);
  await owe(
    records,
    added.map((one) => ({
      ...of,
      ...one,
      rule: finding.rule,
      clause: `${finding.clause.source} ${finding.clause.at}`,
      owedBy,
      decisionId,
    })),
  );
}
