import { ApproveException, IdSchema, RecordStanding } from "@linchpin/domain";
import { z } from "zod";
import { practitionerProcedure, router } from "../../trpc.ts";
import { notBuilt } from "../not-built.ts";
import { ExceptionView, StandingView } from "./views.ts";

export const workforce = router({
  standing: practitionerProcedure("workforce.standing.read")
    .input(z.object({ practitionerId: IdSchema }))
    .output(StandingView)
    .query(notBuilt),
  recordStanding: practitionerProcedure("workforce.standing.record")
    .input(RecordStanding)
    .output(StandingView)
    .mutation(notBuilt),
  approveException: practitionerProcedure("workforce.exception.approve")
    .input(ApproveException)
    .output(ExceptionView)
    .mutation(notBuilt),
});
