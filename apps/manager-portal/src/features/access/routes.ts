import { cursorOf, OutsideWorkSearch, outsideWorkQuery } from "@linchpin/portal";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { api, queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { blocksQuery, reviewedEmergenciesQuery, waitingEmergenciesQuery } from "./queries.ts";
import { EmergencySearch, HeldBackSearch } from "./search.ts";

const emergencyRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/emergency-access",
  validateSearch: EmergencySearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) =>
    Promise.all([
      queryClient.ensureQueryData(waitingEmergenciesQuery(cursorOf(deps))),
      queryClient.ensureQueryData(reviewedEmergenciesQuery(cursorOf({ after: deps.reviewed }))),
    ]),
  component: lazyRouteComponent(() => import("./emergency-access-page.tsx"), "EmergencyAccessPage"),
});
const reviewRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/emergency-access/$emergencyAccessId",
  validateSearch: EmergencySearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(waitingEmergenciesQuery(cursorOf(deps))),
  component: lazyRouteComponent(() => import("./review-emergency-page.tsx"), "ReviewEmergencyPage"),
});
const heldBackRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/held-back",
  validateSearch: HeldBackSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(blocksQuery(deps.show, cursorOf(deps))),
  component: lazyRouteComponent(() => import("./held-back-page.tsx"), "HeldBackPage"),
});
const liftRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/held-back/$blockId/lift",
  validateSearch: HeldBackSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(blocksQuery("in-force", cursorOf(deps))),
  component: lazyRouteComponent(() => import("./lift-page.tsx"), "LiftPage"),
});

const pages = () => import("./outside-work-pages.tsx");
const outsideWorkRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/outside-work",
  validateSearch: OutsideWorkSearch,
  loader: () => queryClient.ensureQueryData(outsideWorkQuery(api)),
  component: lazyRouteComponent(pages, "KnownChildrenPage"),
});
const knownChildRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/outside-work/child",
  component: lazyRouteComponent(pages, "KnownChildPage"),
});
const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/outside-work/home",
  loader: () => queryClient.ensureQueryData(outsideWorkQuery(api)),
  component: lazyRouteComponent(pages, "HomePage"),
});

export const accessRoutes = [
  emergencyRoute,
  reviewRoute,
  heldBackRoute,
  liftRoute,
  outsideWorkRoute,
  knownChildRoute,
  homeRoute,
] as const;
