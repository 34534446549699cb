import {
  codesOf,
  DomainError,
  deniedBecause,
  KeepStage,
  type RecordPart,
  recordParts,
  StartShape,
} from "@linchpin/domain";
import { z } from "zod";
import type { Records } from "../../records.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { ControlView, TermView } from "../../views.ts";
import { type AgencyAndStages, addStage, agenciesAndStages, shapedSince } from "./stages-store.ts";

/** What one agency shares of one part, in a sentence. */
export const SharedView = z.object({
  agencyId: z.string(),
  agency: z.string(),
  isOurs: z.boolean(),
  isLive: z.boolean(),
  says: z.string(),
});
export type SharedView = z.infer<typeof SharedView>;

const StagesView = z.object({
  agencies: z.array(
    z.object({
      agencyId: z.string(),
      agency: z.string(),
      kind: TermView,
      /** A service's manager says it for their own agency alone. */
      keep: ControlView,
      parts: z.array(
        z.object({
          part: TermView,
          isLive: z.boolean(),
          says: z.string(),
          /** Null: it was said that it is not shared; left out where nobody has said anything. */
          liveFrom: z.string().nullable().optional(),
          by: z.string().optional(),
          recordedOn: z.string().optional(),
        }),
      ),
    }),
  ),
  /** From which day entries have the common shape. */
  shapedSince: z.string().nullable(),
  /** Why the parts are not asked for here: no document of the area speaks of it. */
  silence: z.string().optional(),
  keep: ControlView,
});

/** What an agency shares of a part, by the area's book: never an empty list in its place (HIG-198). */
export function sharedBy(records: Records, part: RecordPart, of: AgencyAndStages): SharedView {
  const said = of.said.find((one) => one.part === part);
  const liveSince = said === undefined ? "not-recorded" : (said.liveFrom ?? "none");
  const { agencyId, agency, isOurs } = of;
  const isLive = liveSince !== "not-recorded" && liveSince !== "none" && liveSince <= records.today;
  const { book } = records.book();
  if (book.silence("record.shared-part") !== undefined)
    return { agencyId, agency, isOurs, isLive, says: isLive ? `Shared by ${agency}.` : `Not shared by ${agency}.` };
  const { findings } = book.gate(
    "record.shared-part",
    { child: { id: "any-child" }, agency, part, liveSince },
    records.asAt,
  );
  return { agencyId, agency, isOurs, isLive, says: findings.map(({ because }) => because).join(" ") };
}

/** Which parts of the shared record are live, agency by agency (HIG-198), and since when entries have the common shape (HIG-184). */
const list = practitionerProcedure("record-stage.read")
  .output(StagesView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const denial = deniedBecause("record-stage.keep", records.who.role);
      const keep = controlOf(denial?.words);
      const silence = records.book().book.silence("record.shared-part");
      return {
        agencies: (await agenciesAndStages(records)).map((of) => ({
          agencyId: of.agencyId,
          agency: of.agency,
          kind: kindOf(of),
          keep: denial === undefined ? controlOf(whyNotTheirs(records, of)) : keep,
          parts: codesOf(recordParts).map((part) => {
            const { isLive, says } = sharedBy(records, part, of);
            const said = of.said.find((one) => one.part === part);
            return {
              part: { code: part, label: recordParts[part].label },
              isLive,
              says,
              ...(said === undefined ? {} : { liveFrom: said.liveFrom, by: said.by, recordedOn: said.recordedOn }),
            };
          }),
        })),
        shapedSince: (await shapedSince(records)) ?? null,
        ...(silence === undefined ? {} : { silence }),
        keep,
      };
    }),
  );

const controlOf = (why: string | undefined): ControlView => (why === undefined ? { may: true } : { may: false, why });

/** Each agency's file is its own (HIG-183): another service's manager does not open it. The co-ordinator writes down what each settled. */
const whyNotTheirs = ({ who }: Records, { agency, isOurs }: AgencyAndStages): string | undefined =>
  who.role === "coordinator" || isOurs
    ? undefined
    : `A service manager of ${agency} says what ${agency} shares, or the co-ordinator does.`;

const kindOf = ({ kind }: AgencyAndStages) => ({ code: kind, label: kind === "health" ? "Health" : "Education" });

const StageDone = z.object({ stageId: z.string() });

/** Says from which day an agency shares a part, or that it does not. What it wrote before stays its own until then. */
const keep = practitionerProcedure("record-stage.keep")
  .input(KeepStage)
  .output(StageDone)
  .mutation(({ ctx, input: { idempotencyKey, ...said } }) =>
    ctx.change({ idempotencyKey, ...said }, async (records) => {
      const of = (await agenciesAndStages(records)).find(({ agencyId }) => agencyId === said.agencyId);
      if (of === undefined) throw new DomainError({ kind: "not-visible", what: "agency" });
      const why = whyNotTheirs(records, of);
      if (why !== undefined) throw new DomainError({ kind: "not-allowed", action: "record-stage.keep", why });
      const stageId = await addStage(records, said);
      await records.audit("changed", "record-stage.kept", { detail: { stage: stageId, part: said.part } });
      return { stageId };
    }),
  );

/** Says from which day entries have the common shape; what was written before stays as it was. */
const start = practitionerProcedure("record-stage.keep")
  .input(StartShape)
  .output(StageDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const stageId = await addStage(records, { agencyId: null, part: "shape", liveFrom: input.from });
      await records.audit("changed", "record-stage.kept", { detail: { stage: stageId, part: "shape" } });
      return { stageId };
    }),
  );

export const stages = router({ list, keep, start });
