import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { childRoute } from "../people/child-route.ts";
import { restrictionsQuery } from "./queries.ts";

const keptPrivateRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/kept-private",
  loader: ({ params }) => queryClient.ensureQueryData(restrictionsQuery(params.childId)),
  component: lazyRouteComponent(() => import("./kept-private-page.tsx"), "KeptPrivatePage"),
});
const recordRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/kept-private/record",
  loader: ({ params }) => queryClient.ensureQueryData(restrictionsQuery(params.childId)),
  component: lazyRouteComponent(() => import("./record-restriction-page.tsx"), "RecordRestrictionPage"),
});
const lookAgainRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/kept-private/$restrictionId/look-again",
  loader: ({ params }) => queryClient.ensureQueryData(restrictionsQuery(params.childId)),
  component: lazyRouteComponent(() => import("./look-again-page.tsx"), "LookAgainPage"),
});
const readersRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/kept-private/$restrictionId/who-may-know",
  loader: ({ params }) => queryClient.ensureQueryData(restrictionsQuery(params.childId)),
  component: lazyRouteComponent(() => import("./who-may-know-page.tsx"), "WhoMayKnowPage"),
});

export const restrictionPages = [keptPrivateRoute, recordRoute, lookAgainRoute, readersRoute] as const;
