import { trpc } from "../../api.ts";

export const beforeQuery = () => trpc.namedPerson.before.queryOptions();
export const inMyTimeQuery = (childId: string) => trpc.namedPerson.inMyTime.queryOptions({ childId });
