import { AgreeCapacity, DomainError, inWords, pointsInWords, quarters } from "@linchpin/domain";
import { lineTo } from "../../line-managers.ts";
import { tell } from "../../outbox.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { keepAgreed, postToAgree } from "./change-store.ts";
import { mayAgree } from "./figures.ts";
import { personWorkload } from "./person.ts";
import { PersonWorkloadView } from "./views.ts";

/** Keeps how much a worker and the manager of one of their posts agreed that it carries. Nobody else's number counts (BOL-8.1). */
export const agreeCapacity = practitionerProcedure("workload.agree-capacity")
  .input(AgreeCapacity)
  .output(PersonWorkloadView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const found = await postToAgree(records, input.postId);
      const line = found === undefined ? "none" : await lineTo(records, found.practitionerId);
      if (found === undefined || line === "none") throw new DomainError({ kind: "not-visible", what: "post" });
      const { may, why } = mayAgree(records, found);
      if (!may)
        throw new DomainError({ kind: "not-allowed", action: "workload.agree-capacity", ...(why ? { why } : {}) });
      if (input.agreedOn > records.today) refuseInput("agreedOn", "Enter a day that is not in the future");
      if (input.agreedOn < found.during.from)
        refuseInput("agreedOn", `Enter a day from ${inWords(found.during.from)}, when the post began`);
      const quarterPoints = quarters(input.points);
      const { agreedOn, reviewOn, leading } = input;
      if (!(await keepAgreed(records, input.postId, input.version, { quarterPoints, agreedOn, reviewOn, leading })))
        throw new DomainError({ kind: "changed-since", what: "post" });
      await records.audit("changed", "workload.agree-capacity", {
        detail: { postId: input.postId, before: found.agreedCapacity, after: quarterPoints, agreedOn },
      });
      await tell(records, [
        {
          practitionerId: found.practitionerId,
          act: "workload.agree-capacity",
          words: `${records.who.practitionerName} recorded that you agreed ${pointsInWords(quarterPoints)} for your post on ${inWords(agreedOn)}.`,
        },
      ]);
      return personWorkload(records, found.practitionerId, line);
    }),
  );
