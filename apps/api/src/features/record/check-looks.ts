import { CheckLooks, DomainError, inWords, lookOutcomes } from "@linchpin/domain";
import { tell } from "../../outbox.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { ownLooks, personToCheck } from "./looks.ts";
import { addCheck, managersOf } from "./looks-store.ts";
import { LooksCheckedView } from "./looks-views.ts";

/** Writes down what one person's looks of one kind in a week were found to be. A breach is told to who manages them. */
export const checkLooks = practitionerProcedure("record.looks.check")
  .input(CheckLooks)
  .output(LooksCheckedView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { week, kind, practitionerId, outcome, words } = input;
      if (practitionerId === records.who.practitionerId)
        throw new DomainError({ kind: "not-allowed", action: "record.looks.check", why: ownLooks });
      const { name } = await personToCheck(records, { week, kind }, practitionerId);
      const checkId = await addCheck(records, { week, kind }, { practitionerId, outcome, words });
      await records.audit("changed", "record.looks.check", {
        detail: { checkId, practitionerId, week, kind, outcome },
      });
      const told = outcome === "breach" ? await managersOf(records, practitionerId) : [];
      await tell(
        records,
        told.map((managerId) => ({
          practitionerId: managerId,
          act: "record.looks.check",
          words: `${records.who.practitionerName}, who checks how records are looked at, found a breach by ${name} in the week of ${inWords(week)}. Talk to ${records.who.practitionerName} about it.`,
        })),
      );
      return { outcome: { code: outcome, label: lookOutcomes[outcome].label }, told: told.length };
    }),
  );
