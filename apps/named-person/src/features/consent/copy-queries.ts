import type { CopyAsked } from "@linchpin/domain";
import { trpc } from "../../api.ts";

export const copyRecipientsQuery = (planId: string, childId: string) =>
  trpc.consent.copies.recipients.queryOptions({ planId, childId });
export const copyListQuery = (planId: string, childId: string) =>
  trpc.consent.copies.list.queryOptions({ planId, childId });
export const lookAtCopyQuery = (asked: CopyAsked) =>
  // never an older look: what is shown is what goes
  ({ ...trpc.consent.copies.look.queryOptions(asked), staleTime: 0, gcTime: 0 });
export const sentCopiesQuery = (childId: string, { plan }: { readonly plan?: string | undefined }) =>
  trpc.consent.copies.sent.queryOptions({ childId, ...(plan === undefined ? {} : { planId: plan }) });
export const sentCopyQuery = (sentCopyId: string) => trpc.consent.copies.kept.queryOptions({ sentCopyId });
