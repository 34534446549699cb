import { concernOutcomes, concernTouches, deniedBecause, worryBringers, worryPlaces } from "@linchpin/domain";
import { dutyView } from "../../duty-view.ts";
import { mayOpen } from "../../may-open.ts";
import type { Records } from "../../records.ts";
import type { TermView } from "../../views.ts";
import { joiningView } from "../consent/follows.ts";
import { decisionView } from "../record/views.ts";
import { dutiesOn } from "./duty-store.ts";
import { askClosing } from "./rules.ts";
import {
  besideOf,
  type ConcernRow,
  concernOf,
  lineManagersOf,
  openPlanOf,
  type ToldRow,
  toldOf,
  type ViewRow,
  viewsOf,
} from "./store.ts";
import type { ConcernView, ToldView, ViewOfConcern } from "./views.ts";

export const touchesView = (codes: readonly string[]): TermView[] =>
  codes.map((code) => ({
    code,
    label: code in concernTouches ? concernTouches[code as keyof typeof concernTouches].label : code,
  }));

export const control = (records: Records, act: "concern.decide" | "concern.record", held: readonly string[]) => {
  const denial = deniedBecause(act, records.who.role, held);
  return denial === undefined ? { may: true } : { may: false, why: denial.words };
};

/**
 * A concern as one reader sees it, with what the rulebook would still ask before it is closed. What the reader may open
 * is read anew: whoever decides that another agency is needed has a part in the plan from that moment.
 */
export async function concernView(records: Records, concernId: string): Promise<ConcernView> {
  const row = await concernOf(records, concernId);
  const held = await records.relationsTo(row.childId);
  const views = await viewsOf(records, concernId);
  const told = await toldOf(records, concernId);
  const open = await openPlanOf(records, row.childId);
  const opens = (act: "plan.read" | "record.decision.read") => mayOpen(records, act, held);
  const closed = row.state === "closed" ? { may: false, why: "This concern is closed." } : undefined;
  return {
    concernId,
    version: row.version,
    childId: row.childId,
    childName: row.childName,
    state: row.state,
    noticedOn: row.noticedOn,
    reportedOn: row.reportedOn,
    noticed: row.noticed,
    ...(row.doneSoFar === null ? {} : { doneSoFar: row.doneSoFar }),
    touches: touchesView(row.touches),
    ...(row.raisedBy === null ? {} : { raisedBy: row.raisedBy }),
    ...(row.broughtBy === null
      ? {}
      : { broughtBy: { code: row.broughtBy, label: worryBringers[row.broughtBy].label } }),
    ...(row.aboutPlace === null
      ? {}
      : { aboutPlace: { code: row.aboutPlace, label: worryPlaces[row.aboutPlace].label } }),
    ...(row.chosenAdult === null ? {} : { chosenAdult: row.chosenAdult }),
    ...wishView(row),
    beside: [...(await besideOf(records, row.childId))],
    recordedBy: { practitionerId: row.recordedBy, name: row.recordedByName },
    recordedAt: row.recordedAt,
    childsView: viewView(views.find(({ whose }) => whose === "child")),
    familysView: viewView(views.find(({ whose }) => whose === "family")),
    ...(row.acknowledgedOn === null ? {} : { acknowledgedOn: row.acknowledgedOn }),
    childTold: toldView(told.find(({ recipient }) => recipient === "child")),
    familyTold: toldView(told.find(({ recipient }) => recipient === "family")),
    duties: (await dutiesOn(records, concernId)).map((duty) => dutyView(records, duty)),
    ...decidedView(row, { plan: opens("plan.read"), decision: opens("record.decision.read") }),
    ...(closed === undefined ? { closing: await closingView(records, row, views, told) } : {}),
    managers: await lineManagersOf(records, records.who.practitionerId),
    ...(open === undefined || !opens("plan.read") ? {} : { openPlanId: open.planId }),
    ...(closed === undefined && mayOpen(records, "concern.decide", held)
      ? { joining: await joiningView(records, { planId: open?.planId, childIds: [row.childId], held }) }
      : {}),
    may: {
      decide: closed ?? control(records, "concern.decide", held),
      record: closed ?? control(records, "concern.record", held),
    },
  };
}

const closingView = (records: Records, row: ConcernRow, views: readonly ViewRow[], told: readonly ToldRow[]) =>
  decisionView(
    records,
    askClosing(records, row, {
      views,
      told,
      outcome: "not-recorded",
      help: undefined,
      manager: undefined,
      leadDecision: undefined,
    }),
  );

function wishView({ wish, wishedOn, offered, offeredOn, offerAnswer }: ConcernRow): Pick<ConcernView, "wish"> {
  if (wish === null || wishedOn === null) return {};
  return {
    wish: {
      words: wish,
      on: wishedOn,
      ...(offered === null || offeredOn === null
        ? {}
        : { offered: { words: offered, on: offeredOn, ...(offerAnswer === null ? {} : { answer: offerAnswer }) } }),
    },
  };
}

function viewView(row: ViewRow | undefined): ViewOfConcern {
  if (row === undefined) return { asked: "not-yet" };
  const recordedBy = { practitionerId: row.recordedById, name: row.recordedByName };
  return row.notPossibleBecause === null
    ? { asked: "given", words: row.words ?? "", how: row.how ?? "", saidOn: row.saidOn, recordedBy }
    : { asked: "not-possible", because: row.notPossibleBecause, saidOn: row.saidOn, recordedBy };
}

function toldView(row: ToldRow | undefined): ToldView {
  if (row === undefined) return { told: "not-yet" };
  if (row.toldOn !== null) return { told: "yes", on: row.toldOn, how: row.how ?? "" };
  return { told: "no", because: row.notToldBecause ?? "" };
}

function decidedView(
  row: ConcernRow,
  opens: { readonly plan: boolean; readonly decision: boolean },
): Pick<ConcernView, "decided"> {
  const { outcome, decidedOn, decidedBy } = row;
  if (outcome === null || decidedOn === null || decidedBy === null) return {};
  return {
    decided: {
      outcome: { code: outcome, label: concernOutcomes[outcome].label },
      reason: row.outcomeReason ?? "",
      ...(row.helpGiven === null ? {} : { help: row.helpGiven }),
      on: decidedOn,
      by: { practitionerId: decidedBy, name: row.decidedByName ?? "" },
      ...(row.managerName === null || row.managerConsultedOn === null
        ? {}
        : { manager: { name: row.managerName, on: row.managerConsultedOn } }),
      ...(row.leadDecision === null ? {} : { leadDecision: row.leadDecision }),
      ...(row.planId === null || !opens.plan ? {} : { planId: row.planId }),
      ...(row.decisionId === null || !opens.decision ? {} : { decisionId: row.decisionId }),
    },
  };
}
