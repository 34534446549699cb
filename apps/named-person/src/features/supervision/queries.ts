import { trpc } from "../../api.ts";

export const ownSupervisionQuery = () => trpc.supervision.own.queryOptions();
