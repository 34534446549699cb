import { ArrangeSupervision, acts, DomainError, IdSchema, supervisionModels } from "@linchpin/domain";
import { z } from "zod";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { arrangementView, managed } from "./people.ts";
import { addArrangement, endArrangement, maySupervise, supervisorsHere } from "./store.ts";
import { ArrangeFormView, SupervisionDone } from "./views.ts";

const { roles } = acts["supervision.record"];

/** Who may supervise somebody the caller manages, and what the rulebook asks of it. */
export const arrangeForm = practitionerProcedure("supervision.arrange")
  .input(z.object({ practitionerId: IdSchema }))
  .output(ArrangeFormView)
  .query(({ ctx, input: { practitionerId } }) =>
    ctx.read(async (records) => {
      const row = await managed(records, practitionerId);
      return {
        person: { practitionerId, name: row.name },
        ...(row.arrangement === null ? {} : { arrangement: arrangementView(row.arrangement) }),
        supervisors: (await supervisorsHere(records, roles)).filter((one) => one.practitionerId !== practitionerId),
      };
    }),
  );

/**
 * Settles who supervises somebody and how often. The arrangement before ends in the same instant, and with it what its
 * supervisor of the role could see of the children; the line manager settles it, and nobody for themselves.
 */
export const arrange = practitionerProcedure("supervision.arrange")
  .input(ArrangeSupervision)
  .output(SupervisionDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { practitionerId, practiceSupervisorId, model, version } = input;
      const { name, arrangement: before } = await managed(records, practitionerId);
      const leadSupervisorId =
        model === "dual" ? (input.leadSupervisorId ?? practiceSupervisorId) : practiceSupervisorId;
      await refuseSupervisor(records, "practiceSupervisorId", practiceSupervisorId, practitionerId);
      if (model === "dual") await refuseSupervisor(records, "leadSupervisorId", leadSupervisorId, practitionerId);
      if (!(await endArrangement(records, { practitionerId, version })))
        throw new DomainError({ kind: "changed-since", what: "supervision" });
      await addArrangement(records, {
        practitionerId,
        model,
        leadSupervisorId,
        practiceSupervisorId,
        usualEveryDays: input.usualEveryDays,
        leadEveryDays: model === "frequency" || model === "dual" ? (input.leadEveryDays ?? null) : null,
        reason: input.reason ?? null,
        version: (version ?? 0) + 1,
      });
      await records.audit("changed", "supervision.arrange", { detail: { model } });
      const { who } = records;
      const supervisors = new Set([leadSupervisorId, practiceSupervisorId].filter((id) => id !== who.practitionerId));
      const over = [before?.lead.practitionerId, before?.practice.practitionerId].flatMap((id) =>
        id === undefined || id === who.practitionerId || supervisors.has(id) ? [] : id,
      );
      await tell(records, [
        {
          practitionerId,
          act: "supervision.arranged",
          words: `${who.practitionerName} settled how you are supervised: ${supervisionModels[model].meaning}.`,
          link: linkTo.ownSupervision,
        },
        ...[...supervisors].map((id) => ({
          practitionerId: id,
          act: "supervision.arranged",
          words: `You supervise ${name} from now on.`,
          link: linkTo.supervisee(practitionerId),
        })),
        ...[...new Set(over)].map((id) => ({
          practitionerId: id,
          act: "supervision.ended",
          words: `You no longer supervise ${name}.`,
        })),
      ]);
      return { practitionerId };
    }),
  );

async function refuseSupervisor(records: Records, field: string, id: string, practitionerId: string): Promise<void> {
  if (id === practitionerId) refuseInput(field, "Choose somebody else: nobody supervises themselves");
  if ((await maySupervise(records, id, roles)) === undefined)
    refuseInput(field, "Choose somebody at work here who manages or co-ordinates");
}
