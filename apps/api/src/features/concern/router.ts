import {
  AcknowledgeConcern,
  DecideConcern,
  IdSchema,
  RecordConcern,
  RecordConcernView,
  TellOfConcern,
} from "@linchpin/domain";
import { z } from "zod";
import { practitionerProcedure, router } from "../../trpc.ts";
import { notBuilt } from "../not-built.ts";
import { ConcernsView, ConcernView } from "./views.ts";

export const concern = router({
  record: practitionerProcedure("concern.record").input(RecordConcern).output(ConcernView).mutation(notBuilt),
  get: practitionerProcedure("concern.read")
    .input(z.object({ concernId: IdSchema }))
    .output(ConcernView)
    .query(notBuilt),
  forChild: practitionerProcedure("concern.read")
    .input(z.object({ childId: IdSchema, cursor: z.string().optional() }))
    .output(ConcernsView)
    .query(notBuilt),
  recordView: practitionerProcedure("concern.record").input(RecordConcernView).output(ConcernView).mutation(notBuilt),
  acknowledge: practitionerProcedure("concern.decide").input(AcknowledgeConcern).output(ConcernView).mutation(notBuilt),
  tell: practitionerProcedure("concern.decide").input(TellOfConcern).output(ConcernView).mutation(notBuilt),
  decide: practitionerProcedure("concern.decide").input(DecideConcern).output(ConcernView).mutation(notBuilt),
});
