import { trpc } from "../../api.ts";

export const worryFormQuery = () => trpc.concern.worries.form.queryOptions();
export const worriesToPlaceQuery = () => trpc.concern.worries.toPlace.queryOptions();
export const worryToPlaceQuery = (worryId: string, name?: string) =>
  trpc.concern.worries.one.queryOptions({ worryId, ...(name ? { name } : {}) });
