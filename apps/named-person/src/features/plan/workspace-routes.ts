import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { childRoute } from "../people/child-route.ts";
import { planQuery } from "./queries.ts";

const setOutcomeRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/outcomes/add",
  loader: ({ params: { planId } }) => queryClient.ensureQueryData(planQuery(planId)),
  component: lazyRouteComponent(() => import("./workspace-forms.tsx"), "SetOutcomePage"),
});
const endOutcomeRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/outcomes/$outcomeId/end",
  loader: ({ params: { planId } }) => queryClient.ensureQueryData(planQuery(planId)),
  component: lazyRouteComponent(() => import("./workspace-forms.tsx"), "EndOutcomePage"),
});
const settleOverlapRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/overlaps/$actionId/$otherActionId",
  loader: ({ params: { planId } }) => queryClient.ensureQueryData(planQuery(planId)),
  component: lazyRouteComponent(() => import("./workspace-forms.tsx"), "SettleOverlapPage"),
});
const progressRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/progress/$actionId",
  loader: ({ params: { planId } }) => queryClient.ensureQueryData(planQuery(planId)),
  component: lazyRouteComponent(() => import("./workspace-forms.tsx"), "PostProgressPage"),
});

const engagementRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/engagement",
  loader: ({ params: { planId } }) => queryClient.ensureQueryData(planQuery(planId)),
  component: lazyRouteComponent(() => import("./workspace-forms.tsx"), "RecordEngagementPage"),
});

export const workspacePages = [
  setOutcomeRoute,
  endOutcomeRoute,
  settleOverlapRoute,
  progressRoute,
  engagementRoute,
] as const;
