import { trpc } from "../../api.ts";

export const arrivalFormQuery = (childId: string) => trpc.concern.arrivals.form.queryOptions({ childId });
export const arrivalsQuery = (childId: string) => trpc.concern.arrivals.ofChild.queryOptions({ childId });
export const arrivalsToFileQuery = () => trpc.concern.arrivals.toFile.queryOptions();
export const familyWordsQuery = (childId: string) => trpc.concern.familyWords.ofChild.queryOptions({ childId });
export const familiesWaitingQuery = () => trpc.concern.familyWords.waiting.queryOptions();
