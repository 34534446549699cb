import { trpc } from "../../api.ts";

export const candidatesQuery = (planId: string) => trpc.leadProfessional.candidates.queryOptions({ planId });
export const standInQuery = (planId: string) => trpc.leadProfessional.standIn.get.queryOptions({ planId });
export const proposalQuery = (proposalId: string) => trpc.leadProfessional.proposal.queryOptions({ proposalId });
export const waitingQuery = (paged: { cursor?: string } = {}) => trpc.leadProfessional.waitingForMe.queryOptions(paged);
export const leadingQuery = (paged: { cursor?: string } = {}) => trpc.leadProfessional.mine.queryOptions(paged);
