import type { AppRouter } from "@linchpin/api";
import type { inferRouterOutputs } from "@trpc/server";

/** What the api answers, by the procedure that answers it. */
export type Answers = inferRouterOutputs<AppRouter>;

export type Who = Answers["access"]["who"];
export type Child = Answers["people"]["child"];
export type Concern = Answers["concern"]["get"];
export type ConcernInList = Answers["concern"]["forChild"]["concerns"][number];
export type Plan = Answers["plan"]["get"];
export type Candidates = Answers["leadProfessional"]["candidates"];
export type Candidate = Candidates["candidates"][number];
export type Proposal = Answers["leadProfessional"]["proposal"];
export type Stage = Proposal["stages"][number];
export type ControlView = Plan["may"]["change"];
export type ChildInList = Plan["members"][number];
export type Duty = Plan["duties"][number];
export type WhoLooked = Answers["record"]["whoLooked"];
