import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { childRoute } from "../people/child-route.ts";
import { servicesQuery, sharesMadeQuery } from "./share-made-queries.ts";

const sharesMadeRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/consent/other-ways",
  loader: ({ params }) => queryClient.ensureQueryData(sharesMadeQuery(params.childId)),
  component: lazyRouteComponent(() => import("./shares-made-page.tsx"), "SharesMadePage"),
});
const servicesRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/consent/services",
  loader: ({ params }) => queryClient.ensureQueryData(servicesQuery(params.childId)),
  component: lazyRouteComponent(() => import("./services-page.tsx"), "ServicesPage"),
});

export const shareMadePages = [sharesMadeRoute, servicesRoute] as const;
