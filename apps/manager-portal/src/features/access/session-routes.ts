import { ownSessionsQuery } from "@linchpin/portal";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { api, queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { staffSessionsQuery } from "./session-queries.ts";

const sessionsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/sessions",
  loader: () => queryClient.ensureQueryData(ownSessionsQuery(api)),
  component: lazyRouteComponent(() => import("./sessions-page.tsx"), "SessionsPage"),
});
const staffRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/sessions/staff",
  validateSearch: z.object({ ended: z.uuid().optional().catch(undefined) }),
  loader: () => queryClient.ensureQueryData(staffSessionsQuery()),
  component: lazyRouteComponent(() => import("./staff-sessions-page.tsx"), "StaffSessionsPage"),
});
const endRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/sessions/staff/$practitionerId",
  loader: () => queryClient.ensureQueryData(staffSessionsQuery()),
  component: lazyRouteComponent(() => import("./end-staff-sessions-page.tsx"), "EndStaffSessionsPage"),
});

export const sessionRoutes = [sessionsRoute, staffRoute, endRoute] as const;
