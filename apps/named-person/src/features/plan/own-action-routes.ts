import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { ownActionsQuery } from "./own-action-queries.ts";

const yourActionsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/your-actions",
  validateSearch: z.object({ done: z.boolean().optional().catch(undefined) }),
  loader: () => queryClient.ensureQueryData(ownActionsQuery()),
  component: lazyRouteComponent(() => import("./your-actions-page.tsx"), "YourActionsPage"),
});
const sayOwnActionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/your-actions/$actionId",
  loader: () => queryClient.ensureQueryData(ownActionsQuery()),
  component: lazyRouteComponent(() => import("./say-own-action-page.tsx"), "SayOwnActionPage"),
});

export const ownActionRoutes = [yourActionsRoute, sayOwnActionRoute] as const;
