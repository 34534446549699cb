import { trpc } from "../../api.ts";

export const seniorManagersQuery = () => trpc.workforce.seniorManagers.list.queryOptions();
