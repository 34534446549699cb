import { trpc } from "../../api.ts";

export const childIndexQuery = () => trpc.record.childIndex.queryOptions();
