import { trpc } from "../../api.ts";

export const ownActionsQuery = () => trpc.plan.ownActions.queryOptions();
