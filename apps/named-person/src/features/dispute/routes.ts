import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { childRoute } from "../people/child-route.ts";
import { groupOfPlanQuery } from "./queries.ts";

const askRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/group/ask",
  loader: ({ params: { planId, childId } }) => queryClient.ensureQueryData(groupOfPlanQuery(planId, childId)),
  component: lazyRouteComponent(() => import("./ask-group-page.tsx"), "AskGroupPage"),
});
const withdrawRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/group/$groupItemId/take-back",
  loader: ({ params: { planId, childId } }) => queryClient.ensureQueryData(groupOfPlanQuery(planId, childId)),
  component: lazyRouteComponent(() => import("./take-item-back-page.tsx"), "TakeItemBackPage"),
});

export const disputePages = [askRoute, withdrawRoute] as const;
