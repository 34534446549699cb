import { trpc } from "../../api.ts";

export const aroundQuery = (childId: string) => trpc.people.around.get.queryOptions({ childId });
