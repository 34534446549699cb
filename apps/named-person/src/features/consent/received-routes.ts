import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { consentQuery } from "./queries.ts";
import { receivedListQuery, receivedQuery } from "./received-queries.ts";

const receivedListRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/shared-with-you",
  loader: () => queryClient.ensureQueryData(receivedListQuery()),
  component: lazyRouteComponent(() => import("./received-list-page.tsx"), "ReceivedListPage"),
});
const receivedRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/shared-with-you/$releaseId",
  loader: ({ params }) => queryClient.ensureQueryData(receivedQuery(params.releaseId)),
  component: lazyRouteComponent(() => import("./received-page.tsx"), "ReceivedPage"),
});
const shareOnRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/shared-with-you/$releaseId/share",
  loader: async ({ params }) => {
    const { childId } = await queryClient.ensureQueryData(receivedQuery(params.releaseId));
    if (childId !== undefined) await queryClient.ensureQueryData(consentQuery(childId));
  },
  component: lazyRouteComponent(() => import("./share-on-page.tsx"), "ShareOnPage"),
});

export const receivedRoutes = [receivedListRoute, receivedRoute, shareOnRoute] as const;
