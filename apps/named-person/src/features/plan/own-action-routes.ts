import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { ownContributionsQuery } from "./contribution-queries.ts";
import { ownActionsQuery } from "./own-action-queries.ts";
import { ownLinesQuery } from "./who-does-what-queries.ts";

const yourActionsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/your-actions",
  validateSearch: z.object({ done: z.boolean().optional().catch(undefined) }),
  loader: () =>
    Promise.all([
      queryClient.ensureQueryData(ownActionsQuery()),
      queryClient.ensureQueryData(ownLinesQuery()),
      queryClient.ensureQueryData(ownContributionsQuery()),
    ]),
  component: lazyRouteComponent(() => import("./your-actions-page.tsx"), "YourActionsPage"),
});
const sayOwnActionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/your-actions/$actionId",
  loader: () => queryClient.ensureQueryData(ownActionsQuery()),
  component: lazyRouteComponent(() => import("./say-own-action-page.tsx"), "SayOwnActionPage"),
});
const sayOwnLineRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/your-part/$lineId",
  loader: () => queryClient.ensureQueryData(ownLinesQuery()),
  component: lazyRouteComponent(() => import("./say-own-line-page.tsx"), "SayOwnLinePage"),
});

export const ownActionRoutes = [yourActionsRoute, sayOwnActionRoute, sayOwnLineRoute] as const;
