import {
  addMonths,
  ConfirmStatuses,
  CorrectStatus,
  type DayRange,
  EndStatus,
  inWords,
  type LegalStatusKind,
  lastDayOf,
  legalStatuses,
  RecordStatus,
  untilAfter,
} from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { ChildId } from "./inputs.ts";
import {
  addStatus,
  confirmStatusesOf,
  isPractitioner,
  lockChild,
  type NewStatus,
  type StatusDetail,
  statusesOf,
  supersede,
} from "./legal-status-store.ts";
import { statusView } from "./legal-status-view.ts";
import { LegalStatusesView } from "./views.ts";
import { whoMustLeadNow } from "./who-must-lead.ts";

/** The child's legal statuses. They overlap, and none of them ends another. */
export const listStatuses = practitionerProcedure("child.read")
  .input(ChildId)
  .output(LegalStatusesView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      await records.authorise(childId);
      return viewOf(records, childId);
    }),
  );

/** Records a status. Who must lead the child's plan is asked again, and a lock set by law fills the role at once. */
export const recordStatus = practitionerProcedure("legal-status.record")
  .input(RecordStatus)
  .output(LegalStatusesView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const status = await checkedStatus(records, input);
      await addStatus(records, status);
      await records.keep({
        childId: input.childId,
        act: "legal-status.recorded",
        title: `Legal status recorded: ${inTitle(status)}`,
      });
      return withLead(await viewOf(records, input.childId), await whoMustLeadNow(records, input.childId));
    }),
  );

/** Corrects a status: a row is added, and the wrong one is kept as it was known. */
export const correctStatus = practitionerProcedure("legal-status.correct")
  .input(CorrectStatus)
  .output(LegalStatusesView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const status = await checkedStatus(records, input);
      const was = await supersede(records, input.childId, input.legalStatusId);
      await addStatus(records, status);
      await records.keep({
        childId: input.childId,
        act: "legal-status.corrected",
        title: `Legal status corrected: ${inTitle(status)}`,
        detail: `It was recorded as ${inTitle(was)}. What was wrong: ${input.reason}`,
      });
      return withLead(await viewOf(records, input.childId), await whoMustLeadNow(records, input.childId));
    }),
  );

/** Records the last day of a status, past or to come. */
export const endStatus = practitionerProcedure("legal-status.record")
  .input(EndStatus)
  .output(LegalStatusesView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, legalStatusId, lastDay } = input;
      await records.authorise(childId);
      await lockChild(records, childId);
      const was = await supersede(records, childId, legalStatusId);
      if (lastDay < was.during.from)
        refuseInput("lastDay", `Enter a day that is not before ${inWords(was.during.from)}, its first day`);
      const during = { from: was.during.from, until: untilAfter(lastDay) };
      await addStatus(records, {
        childId,
        kind: was.kind,
        detail: was.detail as StatusDetail,
        holderId: was.holderId ?? undefined,
        during,
      }); // written by this file
      await records.keep({
        childId,
        act: "legal-status.ended",
        title: `Legal status ended: ${inTitle({ kind: was.kind, during })}`,
      });
      return withLead(await viewOf(records, childId), await whoMustLeadNow(records, childId));
    }),
  );

/** Somebody has looked, and there are no statuses but those recorded: from here on none means none. */
export const confirmStatuses = practitionerProcedure("legal-status.record")
  .input(ConfirmStatuses)
  .output(LegalStatusesView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      await records.authorise(input.childId);
      await confirmStatusesOf(records, input.childId, input.version);
      const { statuses } = await statusesOf(records, input.childId);
      const title =
        statuses.length === 0
          ? "Looked for legal statuses: there are none"
          : "Looked for legal statuses: there are no others";
      await records.keep({ childId: input.childId, act: "legal-status.confirmed", title });
      return withLead(await viewOf(records, input.childId), await whoMustLeadNow(records, input.childId));
    }),
  );

/** Authorises, locks the child and gives the status as it will be kept; the last day becomes the day after. */
async function checkedStatus(records: Records, input: RecordStatus): Promise<NewStatus> {
  await records.authorise(input.childId);
  const { bornOn } = await lockChild(records, input.childId);
  if (bornOn !== null && input.from < addMonths(bornOn, -9))
    refuseInput("from", "Enter a day that is not before the child's life");
  if (input.from > addMonths(records.today, 12)) refuseInput("from", "Enter a day within the next 12 months");
  if (input.holderId !== undefined && !(await isPractitioner(records, input.holderId)))
    refuseInput("holderId", "Choose a practitioner of this area");
  const { lookedAfterBasis, accommodated, childInNeedPhase, careLeaverKind, youthOrderSetting } = input;
  const of = { lookedAfterBasis, accommodated, childInNeedPhase, careLeaverKind, youthOrderSetting };
  const detail = Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as StatusDetail; // the absent ones are left out
  return {
    childId: input.childId,
    kind: input.kind,
    detail,
    holderId: input.holderId,
    during: { from: input.from, ...(input.lastDay === undefined ? {} : { until: untilAfter(input.lastDay) }) },
  };
}

/** "Looked after, from 2 March 2026 to 1 September 2026". */
const inTitle = ({ kind, during }: { readonly kind: LegalStatusKind; readonly during: DayRange }): string =>
  `${legalStatuses[kind].label}, from ${inWords(during.from)}${during.until === undefined ? "" : ` to ${inWords(lastDayOf(during.until))}`}`;

async function viewOf(records: Records, childId: string) {
  const { version, confirmedOn, statuses } = await statusesOf(records, childId);
  return {
    childId,
    childVersion: version,
    confirmedOn,
    lead: null,
    statuses: statuses.map((status) => statusView(status, records.today)),
  };
}

/** The statuses as they were read before anybody's part in the child's care may have ended, with what came of the change. */
const withLead = <V extends object>(view: V, lead: { readonly words: string } | null) => ({ ...view, lead });
