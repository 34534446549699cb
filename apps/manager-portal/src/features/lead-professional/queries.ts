import { trpc } from "../../api.ts";

export const deskQuery = (paged: { cursor?: string } = {}) => trpc.leadProfessional.desk.queryOptions(paged);
export const withoutLeadQuery = (paged: { cursor?: string } = {}) =>
  trpc.leadProfessional.withoutLead.queryOptions(paged);
export const proposalQuery = (proposalId: string) => trpc.leadProfessional.proposal.queryOptions({ proposalId });
export const statutoryQuery = (planId: string) => trpc.leadProfessional.statutory.queryOptions({ planId });
export const planQuery = (planId: string) => trpc.plan.get.queryOptions({ planId });
