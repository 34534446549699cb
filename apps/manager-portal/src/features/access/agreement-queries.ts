import { trpc } from "../../api.ts";

export const agreementsQuery = () => trpc.consent.agreements.list.queryOptions();
