import {
  AddPlanAction,
  AddPlanPractitioner,
  AnswerPlan,
  ChangePlanAction,
  EndPlanPractitioner,
  IdSchema,
  RecordAgencySupport,
} from "@linchpin/domain";
import { z } from "zod";
import { practitionerProcedure, router } from "../../trpc.ts";
import { notBuilt } from "../not-built.ts";
import { ColleaguesView, PlansOfChildView, PlanView } from "./views.ts";

export const plan = router({
  get: practitionerProcedure("plan.read")
    .input(z.object({ planId: IdSchema }))
    .output(PlanView)
    .query(notBuilt),
  forChild: practitionerProcedure("plan.read")
    .input(z.object({ childId: IdSchema }))
    .output(PlansOfChildView)
    .query(notBuilt),
  colleagues: practitionerProcedure("area.read")
    .input(z.object({ search: z.string().max(200), cursor: z.string().optional() }))
    .output(ColleaguesView)
    .query(notBuilt),
  addPractitioner: practitionerProcedure("plan.change").input(AddPlanPractitioner).output(PlanView).mutation(notBuilt),
  endPractitioner: practitionerProcedure("plan.change").input(EndPlanPractitioner).output(PlanView).mutation(notBuilt),
  addAction: practitionerProcedure("plan.change").input(AddPlanAction).output(PlanView).mutation(notBuilt),
  changeAction: practitionerProcedure("plan.change").input(ChangePlanAction).output(PlanView).mutation(notBuilt),
  answer: practitionerProcedure("plan.change").input(AnswerPlan).output(PlanView).mutation(notBuilt),
  recordSupport: practitionerProcedure("plan.change").input(RecordAgencySupport).output(PlanView).mutation(notBuilt),
});
