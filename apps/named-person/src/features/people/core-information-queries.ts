import { trpc } from "../../api.ts";

export const coreInformationQuery = (childId: string) => trpc.people.coreInformation.get.queryOptions({ childId });
export const coreInformationOfMineQuery = () => trpc.people.coreInformation.mine.queryOptions();
