import {
  aboutYoungOffender,
  agencyKinds,
  disputeKinds,
  groupBodies,
  groupItemReasons,
  groupItemStates,
  groupServices,
  reportersParts,
  sitsFor,
  waysTried,
} from "@linchpin/domain";
import { mayOpen } from "../../may-open.ts";
import type { Records } from "../../records.ts";
import type { ItemRow } from "./item-store.ts";
import type { GroupItemView } from "./views.ts";

const term = <V extends Readonly<Record<string, { readonly label: string }>>>(of: V, code: keyof V & string) => ({
  code,
  label: of[code]?.label ?? code,
});

/** Leaves out what is not there. */
const given = <T extends Readonly<Record<string, unknown>>>(of: T) =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== null && value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

/** Why it comes is for whoever may ask for it, and for those before whom it comes; what was decided is for whoever reads the plan. */
const mayReadWhy = (records: Records, { bases, isBeforeThem }: ItemRow): boolean =>
  mayOpen(records, "group-item.ask", bases) || (isBeforeThem && mayOpen(records, "group-item.read", bases));

/** An item as one reader sees it. */
export const itemView = (records: Records, row: ItemRow): GroupItemView => ({
  groupItemId: row.groupItemId,
  version: row.version,
  planId: row.planId,
  state: term(groupItemStates, row.state),
  body: term(groupBodies, row.body),
  ...(mayReadWhy(records, row) ? { asked: askedView(row) } : {}),
  ...(row.actionId === null || row.actionWhat === null
    ? {}
    : { action: { actionId: row.actionId, what: row.actionWhat } }),
  ...(row.meetingId === null || row.heldOn === null
    ? {}
    : { meeting: { meetingId: row.meetingId, heldOn: row.heldOn, isPublished: row.isPublished } }),
  ...decidedView(row),
});

const askedView = (row: ItemRow): NonNullable<GroupItemView["asked"]> => ({
  by: { practitionerId: row.askedBy, name: row.askedByName },
  at: row.askedAt,
  reason: term(groupItemReasons, row.reason),
  about: row.about,
  youngOffender: term(aboutYoungOffender, row.youngOffender),
  ...given({ triedLocally: row.triedLocally, because: row.because }),
  ...(row.disagreement === null ? {} : { disagreement: term(disputeKinds, row.disagreement) }),
  tried: row.tried.map(({ way, on, result }) => ({ way: term(waysTried, way), on, result })),
  ...(row.housing === null
    ? {}
    : {
        housing: {
          matters: row.housing === "yes",
          ...given({ why: row.housingWhy, invitedOn: row.housingInvitedOn }),
        },
      }),
  ...(row.youngOffender === "none"
    ? {}
    : {
        reporter: {
          ...given({ invitedOn: row.reporterInvitedOn, words: row.reportersWords }),
          ...(row.reportersPart === null ? {} : { part: term(reportersParts, row.reportersPart) }),
        },
      }),
});

function decidedView(row: ItemRow): Pick<GroupItemView, "decided"> {
  const { decision, ownerAgency, dueOn, decidedOn, decidedBy, decidedByName } = row;
  if (decision === null || ownerAgency === null || dueOn === null || decidedOn === null) return {};
  return {
    decided: {
      on: decidedOn,
      decision,
      owner: term(agencyKinds, ownerAgency),
      dueOn,
      present: row.present.map(({ service, by, name }) => ({
        service: term(groupServices, service),
        by: term(sitsFor, by),
        ...given({ name }),
      })),
      recordedBy: { practitionerId: decidedBy ?? "", name: decidedByName ?? "" },
    },
  };
}
