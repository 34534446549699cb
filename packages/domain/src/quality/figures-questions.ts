import { factsUsedOf } from "../kernel/facts-used.ts";
import type { MeasureQuestion } from "../kernel/question.ts";
import { subject, theChild } from "../kernel/subject.ts";
import {
  ChangesOfLeadFacts,
  CountFacts,
  ExpectedFacts,
  PlanWorksFacts,
  ShareFacts,
  WaitForHelpFacts,
} from "./figures-model.ts";

export const share: MeasureQuestion<ShareFacts> = {
  shape: "measure",
  unit: "per-cent",
  title: "What share is it?",
  facts: ShareFacts,
  factsUsed: ({ area, figure, period, rows }) => factsUsedOf(subject("area", area), { figure, period, rows }),
};

export const count: MeasureQuestion<CountFacts> = {
  shape: "measure",
  unit: "number",
  title: "How many are there of each kind?",
  facts: CountFacts,
  factsUsed: ({ area, figure, period, kinds, rows }) =>
    factsUsedOf(subject("area", area), { figure, period, kinds, rows }),
};

export const waitForHelp: MeasureQuestion<WaitForHelpFacts> = {
  shape: "measure",
  unit: "days",
  title: "How long did it take until help was there?",
  facts: WaitForHelpFacts,
  factsUsed: ({ area, period, agreed, needs }) => factsUsedOf(subject("area", area), { period, agreed, needs }),
};

export const changesOfLead: MeasureQuestion<ChangesOfLeadFacts> = {
  shape: "measure",
  unit: "number",
  title: "How often did this child's lead professional change?",
  facts: ChangesOfLeadFacts,
  factsUsed: ({ child, period, leads }) => factsUsedOf(theChild(child.id), { period, leads }),
};

export const expectedChildren: MeasureQuestion<ExpectedFacts> = {
  shape: "measure",
  unit: "children",
  title: "How many children are likely to have additional needs at some point?",
  facts: ExpectedFacts,
  factsUsed: ({ area, children, bound }) => factsUsedOf(subject("area", area), { children, bound }),
};

export const planWorks: MeasureQuestion<PlanWorksFacts> = {
  shape: "measure",
  unit: "number",
  title: "How far does this plan work?",
  facts: PlanWorksFacts,
  factsUsed: ({ child, asked, supports, clashes, outcomes }) =>
    factsUsedOf(theChild(child.id), { asked, supports, clashes, outcomes }),
};
