import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { aroundQuery } from "./around-queries.ts";
import { childRoute } from "./child-route.ts";

const ofChildRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/people-around",
  loader: ({ params }) => queryClient.ensureQueryData(aroundQuery(params.childId)),
  component: lazyRouteComponent(() => import("./around-page.tsx"), "AroundPage"),
});
const recordRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/people-around/record",
  loader: ({ params }) => queryClient.ensureQueryData(aroundQuery(params.childId)),
  component: lazyRouteComponent(() => import("./record-chosen-page.tsx"), "RecordChosenPage"),
});
const partRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/people-around/carers/$carerId",
  loader: ({ params }) => queryClient.ensureQueryData(aroundQuery(params.childId)),
  component: lazyRouteComponent(() => import("./carer-part-page.tsx"), "CarerPartPage"),
});
const childWayRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/people-around/child/way",
  loader: ({ params }) => queryClient.ensureQueryData(aroundQuery(params.childId)),
  component: lazyRouteComponent(() => import("./agreed-way-page.tsx"), "ChildsWayPage"),
});
const carerWayRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/people-around/carers/$carerId/way",
  loader: ({ params }) => queryClient.ensureQueryData(aroundQuery(params.childId)),
  component: lazyRouteComponent(() => import("./agreed-way-page.tsx"), "CarersWayPage"),
});
const settleRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/people-around/$contactId/sharing",
  loader: ({ params }) => queryClient.ensureQueryData(aroundQuery(params.childId)),
  component: lazyRouteComponent(() => import("./settle-sharing-page.tsx"), "SettleSharingPage"),
});
const endRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/people-around/$contactId/end",
  loader: ({ params }) => queryClient.ensureQueryData(aroundQuery(params.childId)),
  component: lazyRouteComponent(() => import("./end-chosen-page.tsx"), "EndChosenPage"),
});

export const aroundPages = [
  ofChildRoute,
  recordRoute,
  partRoute,
  childWayRoute,
  carerWayRoute,
  settleRoute,
  endRoute,
] as const;
