import { DomainError, RecordSession } from "@linchpin/domain";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { strandsOf } from "./facts.ts";
import { agendaOf, mine } from "./people.ts";
import { mayBeClosed } from "./rules.ts";
import { addSession } from "./session-store.ts";
import { ledBy } from "./store.ts";
import { SupervisionDone } from "./views.ts";

/**
 * Writes down a session that was held. It stands with the supervision of this person and in no child's record: no
 * chronology, and nobody who works with the child is told.
 */
export const recordSession = practitionerProcedure("supervision.record")
  .input(RecordSession)
  .output(SupervisionDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { practitionerId, strand, kind, heldOn } = input;
      const row = await mine(records, practitionerId);
      if (!strandsOf(row, records.who.practitionerId).includes(strand))
        throw new DomainError({
          kind: "not-allowed",
          action: "supervision.record",
          why:
            strand === "lead"
              ? "Somebody else supervises this person's role of lead professional, or nobody yet."
              : "Somebody else supervises this person's practice, or nobody yet.",
        });
      if (heldOn > records.today) refuseInput("heldOn", "Enter a day that is not in the future");
      const isWhole = strand === "lead" && kind === "formal";
      const agenda = isWhole ? agendaOf((await ledBy(records, [practitionerId])).filter((one) => one.isCurrent)) : [];
      const known = agenda.filter(({ name, planId }) => name !== null && planId !== null);
      if (input.cases.some(({ childId }) => !known.some((one) => one.childId === childId)))
        throw new DomainError({ kind: "changed-since", what: "supervision" });
      const sessionId = records.newId();
      const decision = mayBeClosed(
        records,
        sessionId,
        isWhole ? input : { ...input, cases: [] },
        known.map(({ childId }) => childId),
      );
      const decisionId = await records.keepDecision(decision, {});
      await addSession(records, {
        ...input,
        sessionId,
        decisionId,
        cases: known.flatMap(({ childId, planId }) => {
          const said = input.cases.find((one) => one.childId === childId);
          if (said === undefined || planId === null) return [];
          const { riskIsHigh, ...words } = said;
          return [{ ...words, planId, riskIsHigh: riskIsHigh === "not-said" ? null : riskIsHigh === "yes" }];
        }),
      });
      await records.audit("changed", "supervision.record", { detail: { strand, kind } });
      await tell(records, [
        {
          practitionerId,
          act: "supervision.recorded",
          words: `${records.who.practitionerName} wrote down a session of supervision with you.`,
          link: linkTo.ownSupervision,
        },
      ]);
      return { practitionerId };
    }),
  );
