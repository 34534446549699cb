import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { ownPartsQuery, partsOfChildQuery, planToReadQuery } from "./part-queries.ts";

const ownPartsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/parts",
  loader: () => queryClient.ensureQueryData(ownPartsQuery()),
  component: lazyRouteComponent(() => import("./own-parts-page.tsx"), "OwnPartsPage"),
});
const planToReadRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/plans/$planId",
  loader: ({ params }) => queryClient.ensureQueryData(planToReadQuery(params.planId)),
  component: lazyRouteComponent(() => import("./plan-to-read-page.tsx"), "PlanToReadPage"),
});
const partsOfChildRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/children/$childId/parts",
  validateSearch: z.object({ done: z.enum(["given", "ended"]).optional().catch(undefined) }),
  loader: ({ params }) => queryClient.ensureQueryData(partsOfChildQuery(params.childId)),
  component: lazyRouteComponent(() => import("./parts-of-child-page.tsx"), "PartsOfChildPage"),
});
const givePartRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/children/$childId/parts/give",
  loader: ({ params }) => queryClient.ensureQueryData(partsOfChildQuery(params.childId)),
  component: lazyRouteComponent(() => import("./give-part-page.tsx"), "GivePartPage"),
});
const endPartRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/children/$childId/parts/$partId/end",
  loader: ({ params }) => queryClient.ensureQueryData(partsOfChildQuery(params.childId)),
  component: lazyRouteComponent(() => import("./end-part-page.tsx"), "EndPartPage"),
});

export const partRoutes = [ownPartsRoute, planToReadRoute, partsOfChildRoute, givePartRoute, endPartRoute] as const;
