import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { aroundQuery } from "../people/around-queries.ts";
import { childRoute } from "../people/child-route.ts";
import { coreInformationQuery } from "../people/core-information-queries.ts";
import { commonElementQuery, siblingsQuery } from "./common-element-queries.ts";

const commonRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/goes-along",
  loader: ({ params: { childId } }) =>
    Promise.all([
      queryClient.ensureQueryData(commonElementQuery(childId)),
      queryClient.ensureQueryData(coreInformationQuery(childId)),
    ]),
  component: lazyRouteComponent(() => import("./common-element-page.tsx"), "CommonElementPage"),
});
const eventRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/goes-along/event",
  loader: ({ params }) => queryClient.ensureQueryData(commonElementQuery(params.childId)),
  component: lazyRouteComponent(() => import("./record-entry-page.tsx"), "RecordKeyEventPage"),
});
const milestoneRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/goes-along/milestone",
  loader: ({ params }) => queryClient.ensureQueryData(commonElementQuery(params.childId)),
  component: lazyRouteComponent(() => import("./record-entry-page.tsx"), "RecordMilestonePage"),
});
const correctRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/goes-along/$entryId/correct",
  loader: ({ params }) => queryClient.ensureQueryData(commonElementQuery(params.childId)),
  component: lazyRouteComponent(() => import("./correct-entry-page.tsx"), "CorrectEntryPage"),
});
const takeBackRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/goes-along/$entryId/take-back",
  loader: ({ params }) => queryClient.ensureQueryData(commonElementQuery(params.childId)),
  component: lazyRouteComponent(() => import("./correct-entry-page.tsx"), "TakeBackEntryPage"),
});

const wholeWorldRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/whole-world",
  loader: ({ params: { childId } }) =>
    Promise.all([
      queryClient.ensureQueryData(commonElementQuery(childId)),
      queryClient.ensureQueryData(coreInformationQuery(childId)),
      queryClient.ensureQueryData(siblingsQuery(childId)),
      queryClient.ensureQueryData(aroundQuery(childId)),
    ]),
  component: lazyRouteComponent(() => import("./whole-world-page.tsx"), "WholeWorldPage"),
});
const siblingRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/whole-world/sibling",
  loader: ({ params }) => queryClient.ensureQueryData(siblingsQuery(params.childId)),
  component: lazyRouteComponent(() => import("./sibling-pages.tsx"), "RecordSiblingPage"),
});
const siblingBackRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/whole-world/siblings/$linkId/take-back",
  loader: ({ params }) => queryClient.ensureQueryData(siblingsQuery(params.childId)),
  component: lazyRouteComponent(() => import("./sibling-pages.tsx"), "TakeBackSiblingPage"),
});

const heldBackRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/whole-world/held-back",
  loader: ({ params }) => queryClient.ensureQueryData(siblingsQuery(params.childId)),
  component: lazyRouteComponent(() => import("./sibling-flags-pages.tsx"), "HeldBackPage"),
});
const holdBackRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/whole-world/held-back/from",
  loader: ({ params }) => queryClient.ensureQueryData(siblingsQuery(params.childId)),
  component: lazyRouteComponent(() => import("./sibling-flags-pages.tsx"), "HoldBackPage"),
});
const endHoldRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/whole-world/held-back/$holdId/end",
  loader: ({ params }) => queryClient.ensureQueryData(siblingsQuery(params.childId)),
  component: lazyRouteComponent(() => import("./sibling-flags-pages.tsx"), "EndHoldPage"),
});

export const commonElementPages = [
  commonRoute,
  eventRoute,
  milestoneRoute,
  correctRoute,
  takeBackRoute,
  wholeWorldRoute,
  siblingRoute,
  siblingBackRoute,
  heldBackRoute,
  holdBackRoute,
  endHoldRoute,
] as const;
