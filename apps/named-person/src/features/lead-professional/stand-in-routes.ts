import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { childRoute } from "../people/child-route.ts";
import { standInQuery } from "./queries.ts";

const loader = ({ params: { planId } }: { readonly params: { readonly planId: string } }) =>
  queryClient.ensureQueryData(standInQuery(planId));

const standInRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/stand-in",
  loader,
  component: lazyRouteComponent(() => import("./stand-in-page.tsx"), "StandInPage"),
});
const deputyRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/stand-in/deputy",
  loader,
  component: lazyRouteComponent(() => import("./stand-in-forms.tsx"), "DeputyPage"),
});
const noDeputyRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/stand-in/no-deputy",
  loader,
  component: lazyRouteComponent(() => import("./stand-in-forms.tsx"), "NoDeputyPage"),
});
const beginRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/stand-in/begin",
  loader,
  component: lazyRouteComponent(() => import("./stand-in-forms.tsx"), "BeginStandInPage"),
});
const backRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/stand-in/back",
  loader,
  component: lazyRouteComponent(() => import("./stand-in-forms.tsx"), "HandBackPage"),
});

export const standInPages = [standInRoute, deputyRoute, noDeputyRoute, beginRoute, backRoute] as const;
