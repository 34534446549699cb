import { trpc } from "../../api.ts";

export const routeQuery = () => trpc.concern.referrals.route.queryOptions();
export const referralsQuery = (childId: string) => trpc.concern.referrals.ofChild.queryOptions({ childId });
