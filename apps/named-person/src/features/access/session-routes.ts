import { ownSessionsQuery } from "@linchpin/portal";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { api, queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";

const sessionsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/sessions",
  loader: () => queryClient.ensureQueryData(ownSessionsQuery(api)),
  component: lazyRouteComponent(() => import("./sessions-page.tsx"), "SessionsPage"),
});

export const sessionRoutes = [sessionsRoute] as const;
