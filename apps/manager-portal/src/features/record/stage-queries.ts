import { trpc } from "../../api.ts";

export const stagesQuery = () => trpc.record.stages.list.queryOptions();
