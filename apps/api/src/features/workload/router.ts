import { AdjustWeight, AgreeCapacity, IdSchema } from "@linchpin/domain";
import { z } from "zod";
import { practitionerProcedure, router } from "../../trpc.ts";
import { notBuilt } from "../not-built.ts";
import { PersonWorkloadView, TeamWorkloadView } from "./views.ts";

export const workload = router({
  team: practitionerProcedure("workload.team.read")
    .input(z.object({ teamId: IdSchema.optional(), cursor: z.string().optional() }))
    .output(TeamWorkloadView)
    .query(notBuilt),
  person: practitionerProcedure("workload.team.read")
    .input(z.object({ practitionerId: IdSchema }))
    .output(PersonWorkloadView)
    .query(notBuilt),
  own: practitionerProcedure("workload.own.read").output(PersonWorkloadView).query(notBuilt),
  agreeCapacity: practitionerProcedure("workload.agree-capacity")
    .input(AgreeCapacity)
    .output(PersonWorkloadView)
    .mutation(notBuilt),
  adjust: practitionerProcedure("workload.adjust").input(AdjustWeight).output(PersonWorkloadView).mutation(notBuilt),
});
