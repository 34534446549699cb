import { trpc } from "../../api.ts";

export const staffSessionsQuery = () => trpc.sessions.ofStaff.queryOptions();
