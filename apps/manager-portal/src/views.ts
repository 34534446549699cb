import type { AppRouter } from "@linchpin/api";
import type { inferRouterOutputs } from "@trpc/server";

/** What the api answers, by the procedure that answers it. */
export type Answers = inferRouterOutputs<AppRouter>;

export type Who = Answers["access"]["who"];
export type Proposal = Answers["leadProfessional"]["proposal"];
export type Stage = Proposal["stages"][number];
export type Waiting = Answers["leadProfessional"]["desk"]["waiting"][number];
export type WithoutLead = Answers["leadProfessional"]["withoutLead"]["plans"][number];
export type TeamWorkload = Answers["workload"]["team"];
export type WorkloadRow = TeamWorkload["practitioners"][number];
export type PersonWorkload = Answers["workload"]["person"];
export type Figure = WorkloadRow["load"];
export type Post = WorkloadRow["posts"][number];
export type Case = PersonWorkload["cases"][number];
export type Standing = Answers["workforce"]["standing"];
export type Figures = Answers["quality"]["figures"];
export type Leaving = Answers["workforce"]["leaving"];
export type StandingException = Standing["exceptions"][number];
export type Register = Answers["workforce"]["register"];
export type RegisterRow = Register["practitioners"][number];
export type Rulebook = Answers["area"]["rulebook"];
export type Question = Rulebook["questions"][number];
export type Duty = Answers["record"]["duties"]["duties"][number];
export type Notice = Answers["record"]["notices"]["notices"][number];
export type WeekOfLooks = Answers["record"]["looksOfWeek"];
export type PersonOfWeek = WeekOfLooks["people"][number];
export type LooksOfPerson = Answers["record"]["looksOf"];
export type ChildInList = Waiting["child"];
export type Decision = Proposal["choice"]["decision"];
export type EmergencyAccess = Answers["access"]["emergency"]["list"]["openings"][number];
export type StaffAccess = Answers["access"]["reviews"]["list"]["people"][number];
export type PersonAccess = Answers["access"]["reviews"]["person"];
export type { AccessFlag } from "@linchpin/domain";
export type Sealings = Answers["sealing"]["list"];
export type Sealing = Answers["sealing"]["get"];
export type HeldBack = Answers["access"]["heldBack"]["list"]["blocks"][number];
