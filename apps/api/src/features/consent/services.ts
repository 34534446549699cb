import { agencyKinds, IdSchema, RecordServiceAnswer, serviceAnswers } from "@linchpin/domain";
import { z } from "zod";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { ControlView, TermView } from "../../views.ts";
import { controlOf } from "./received-store.ts";
import { addServiceAnswer, serviceAnswersOf } from "./shares-made-store.ts";

const ServicesView = z.object({
  answers: z.array(
    z.object({
      agreementId: z.string(),
      service: TermView,
      answer: TermView,
      answeredBy: z.enum(["child", "parent-or-carer"]),
      on: z.string(),
      how: z.string(),
    }),
  ),
  /** The documents of this area ask for their answer before a new service is invited. */
  isAskedHere: z.boolean(),
  mayRecord: ControlView,
});

const view = async (records: Records, childId: string, held: readonly string[]) => ({
  answers: (await serviceAnswersOf(records, childId)).map(({ service, answer, ...rest }) => ({
    ...rest,
    service: { code: service, label: agencyKinds[service].label },
    answer: { code: answer, label: serviceAnswers[answer].label },
  })),
  isAskedHere: records.book().book.silence("consent.new-service") === undefined,
  mayRecord: controlOf(records, "consent.record", held),
});

/** What young person and family said of services that might come in, the last answer first. */
const forChild = practitionerProcedure("consent.read")
  .input(z.object({ childId: IdSchema }))
  .output(ServicesView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => view(records, childId, await records.authorise(childId))),
  );

/** Records what they said when asked whether a new service may come in (BOL-4.14). */
const record = practitionerProcedure("consent.record")
  .input(RecordServiceAnswer)
  .output(ServicesView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { idempotencyKey: _, ...given } = input;
      const held = await records.authorise(given.childId);
      if (given.on > records.today) refuseInput("on", "Enter a day that is not in the future");
      await addServiceAnswer(records, given);
      await records.keep({
        childId: given.childId,
        act: "consent.service-answered",
        title: `Asked whether a new service may come in: ${agencyKinds[given.service].label}`,
        detail: `${serviceAnswers[given.answer].label}. ${given.how}`,
      });
      return view(records, given.childId, held);
    }),
  );

export const services = router({ forChild, record });
