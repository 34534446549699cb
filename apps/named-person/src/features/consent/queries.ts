import type { ItemKind, LocalDate, WeighAnswer } from "@linchpin/domain";
import type { z } from "zod";
import { trpc } from "../../api.ts";

export const consentQuery = (childId: string) => trpc.consent.forChild.queryOptions({ childId });
export const itemQuery = (childId: string, kind: ItemKind, itemId: string) =>
  trpc.consent.item.queryOptions({ childId, kind, itemId });
export const releaseQuery = (releaseId: string) => trpc.consent.released.queryOptions({ releaseId });
export const sharedQuery = (
  childId: string,
  { from, to }: { readonly from?: LocalDate | undefined; readonly to?: LocalDate | undefined },
) =>
  trpc.consent.shared.queryOptions({
    childId,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });
export const takingBackQuery = (consentId: string) => trpc.consent.takingBack.queryOptions({ consentId });
export const endingQuery = (said: z.output<typeof WeighAnswer>) => trpc.consent.ending.queryOptions(said);
