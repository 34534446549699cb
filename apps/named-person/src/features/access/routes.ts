import { OutsideWorkSearch, outsideWorkQuery } from "@linchpin/portal";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { api, queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";

const emergencyRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/emergency",
  component: lazyRouteComponent(() => import("./open-in-emergency-page.tsx"), "OpenInEmergencyPage"),
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

export const accessRoutes = [emergencyRoute, outsideWorkRoute, knownChildRoute, homeRoute] as const;
