import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { seniorManagersQuery } from "./senior-manager-queries.ts";

const loader = () => queryClient.ensureQueryData(seniorManagersQuery());
const listRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/senior-managers",
  validateSearch: z.object({ done: z.enum(["named", "ended"]).optional().catch(undefined) }),
  loader,
  component: lazyRouteComponent(() => import("./senior-managers-page.tsx"), "SeniorManagersPage"),
});
const nameRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/senior-managers/name",
  loader,
  component: lazyRouteComponent(() => import("./name-senior-manager-page.tsx"), "NameSeniorManagerPage"),
});
const endRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/senior-managers/$namingId/end",
  loader,
  component: lazyRouteComponent(() => import("./end-senior-manager-page.tsx"), "EndSeniorManagerPage"),
});

export const seniorManagerRoutes = [listRoute, nameRoute, endRoute] as const;
