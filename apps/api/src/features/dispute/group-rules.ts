import {
  type Act,
  type AskForGroupItem,
  DomainError,
  formerNames,
  type GateDecision,
  type GroupService,
  type MayFacts,
  type Relation,
  type Role,
  type SitsFor,
  type WayTried,
} from "@linchpin/domain";
import type { Records } from "../../records.ts";
import type { ItemRow } from "./item-store.ts";

type SatFor = { readonly agency: GroupService; readonly by: SitsFor | "not-recorded" };

/** Whether the documents of the area know a group of service managers. */
export const hasGroup = (records: Records): boolean => records.book().book.silence("meeting.group-item") === undefined;

/** Something that cannot be done as things stand, with what to do first. */
export const notNow = (action: Act, why: string) => new DomainError({ kind: "not-allowed", action, why });

/** Refuses where they do not. */
export function refuseWithoutGroup(records: Records): void {
  if (!hasGroup(records))
    throw notNow(
      "group-item.ask",
      "The documents of this area know no Service Managers' Group, so nothing can be put to it here.",
    );
}

/** Refuses with the whole decision where a rule prevents it, or lacks a fact; gives the decisions to keep. */
export function refused(decisions: readonly GateDecision[]): readonly GateDecision[] {
  for (const decision of decisions)
    if (decision.answer === "prevents" || decision.answer === "unknown")
      throw new DomainError({ kind: "rule-prevents", decision });
  return decisions;
}

/** What somebody is in the rulebook's words who asks for an item by what they are to the child. */
export const askerAs = (held: readonly Relation[]): Role => {
  if (held.includes("lead") || held.includes("acting-lead")) return "lead-professional";
  if (held.includes("named-person")) return "named-person";
  return held.includes("line-manager") ? "line-manager" : "practitioner";
};

type Asked = Pick<AskForGroupItem, "reason" | "body" | "youngOffender" | "triedLocally" | "disagreement">;
const mayFacts = (
  records: Records,
  of: {
    readonly itemId: string;
    readonly by: Role;
    readonly act: "refer-to-group" | "place-before-group" | "close-item";
    readonly item?: Asked;
    readonly tried?: readonly WayTried[];
    readonly seats?: readonly SatFor[];
  },
): MayFacts => ({
  dispute: { id: of.itemId, kind: of.item?.disagreement ?? ("resources" as const) },
  act: of.act,
  by: { id: records.who.practitionerId, role: of.by, agency: "not-recorded" as const },
  level: "service-managers-group" as const,
  decision: "none" as const,
  finalDecisionOn: "none" as const,
  exceptionalCircumstancesStated: false,
  lateAppealAccepted: false,
  reason: of.item?.reason ?? ("not-recorded" as const),
  tried: of.tried ?? [],
  triedLocally: of.item === undefined ? ("not-recorded" as const) : of.item.triedLocally !== undefined,
  seats: of.seats ?? [],
  calendar: records.area.calendar,
});

/** Whether an item may be asked for: a group that goes on, its reason, its kind, and what was tried (HIG-171 to HIG-176). */
export function askToRefer(
  records: Records,
  of: { readonly planId: string; readonly by: Role; readonly asked: Asked; readonly tried: readonly WayTried[] },
): readonly GateDecision[] {
  const { book } = records.book();
  const { asked, planId: itemId, by, tried } = of;
  const former = Object.keys(formerNames).find((name) => name === asked.body) as keyof typeof formerNames | undefined;
  const item = { itemId, by, item: asked, tried };
  return [
    ...(former === undefined
      ? []
      : [
          book.gate(
            "meeting.former-name",
            { area: { id: records.who.areaId }, name: former, act: "create" },
            records.asAt,
          ),
        ]),
    book.gate("dispute.may", mayFacts(records, { ...item, act: "refer-to-group" }), records.asAt),
    ...(book.silence("dispute.item") === undefined
      ? [book.gate("dispute.item", { item: { id: itemId }, kind: asked.youngOffender }, records.asAt)]
      : []),
    // From anybody but the co-ordinator it is a request to the co-ordinator (HIG-180): the decision says so.
    book.gate("dispute.may", mayFacts(records, { ...item, act: "place-before-group" }), records.asAt),
  ];
}

/** Whether the caller may place items before the group: only the co-ordinator who is named for the area (HIG-180). */
export const askToPlace = (records: Records, item: ItemRow, isCoordinator: boolean): GateDecision =>
  records.book(item.adoptionId).book.gate(
    "dispute.may",
    mayFacts(records, {
      itemId: item.groupItemId,
      by: isCoordinator ? "coordinator" : "practitioner",
      act: "place-before-group",
    }),
    records.asAt,
  );

type Invitations = Pick<
  ItemRow,
  "groupItemId" | "adoptionId" | "youngOffender" | "reporterInvitedOn" | "housing" | "housingWhy" | "housingInvitedOn"
>;
type Reported = "attended" | "sent-written-view" | "absent-with-reason" | "absent" | "not-recorded";

const itemFacts = (records: Records, item: Invitations, act: "publish" | "decide", reportersPart: Reported) => ({
  item: { id: item.groupItemId },
  act,
  by: {
    id: records.who.practitionerId,
    role: act === "publish" ? ("coordinator" as const) : ("service-managers-group" as const),
  },
  isAboutYoungOffender: item.youngOffender !== "none",
  reporterInvitedOn: item.reporterInvitedOn ?? ("none" as const),
  reportersPart,
  housing:
    item.housing === null
      ? ("not-recorded" as const)
      : item.housing === "no"
        ? ("none" as const)
        : { reasonGiven: item.housingWhy !== null },
  housingManagerInvitedOn: item.housingInvitedOn ?? ("none" as const),
});

/** Whether an item may stand on an agenda that is published: whoever has to be invited is (HIG-178, HIG-179). */
export const askToPublish = (records: Records, item: Invitations): GateDecision =>
  records
    .book(item.adoptionId)
    .book.gate("meeting.group-item", itemFacts(records, item, "publish", "not-recorded"), records.asAt);

/** Whether an item may be closed with what was decided: every service took part, and the Reporter's part is on record (HIG-159, HIG-177, HIG-178). */
export function askToClose(
  records: Records,
  item: ItemRow,
  of: {
    readonly by: Role;
    readonly seats: readonly SatFor[];
    readonly reportersPart: Reported;
  },
): readonly GateDecision[] {
  const { book } = records.book(item.adoptionId);
  return [
    book.gate(
      "dispute.may",
      mayFacts(records, { itemId: item.groupItemId, by: of.by, act: "close-item", seats: of.seats }),
      records.asAt,
    ),
    book.gate("meeting.group-item", itemFacts(records, item, "decide", of.reportersPart), records.asAt),
  ];
}
