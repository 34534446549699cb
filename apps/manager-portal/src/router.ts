import { Nowhere, Trouble } from "@linchpin/portal";
import { createBrowserHistory, createRouter, type RouterHistory } from "@tanstack/react-router";
import { agreementRoutes } from "./features/access/agreement-routes.ts";
import { partRoutes } from "./features/access/part-routes.ts";
import { reviewRoutes } from "./features/access/review-routes.ts";
import { accessRoutes } from "./features/access/routes.ts";
import { sealingRoutes } from "./features/access/sealing-routes.ts";
import { sessionRoutes } from "./features/access/session-routes.ts";
import { areaRoutes } from "./features/area/routes.ts";
import { groupRoutes } from "./features/dispute/group-routes.ts";
import { leadProfessionalRoutes } from "./features/lead-professional/routes.ts";
import { departureRoutes } from "./features/quality/departure-routes.ts";
import { qualityRoutes } from "./features/quality/routes.ts";
import { childIndexRoutes } from "./features/record/child-index-routes.ts";
import { recordRoutes } from "./features/record/routes.ts";
import { stageRoutes } from "./features/record/stage-routes.ts";
import { supervisionRoutes } from "./features/supervision/routes.ts";
import { workforceRoutes } from "./features/workforce/routes.ts";
import { seniorManagerRoutes } from "./features/workforce/senior-manager-routes.ts";
import { workloadRoutes } from "./features/workload/routes.ts";
import { nowhereRoute, rootRoute, signedInRoute } from "./routes/root.tsx";

const routeTree = rootRoute.addChildren([
  signedInRoute.addChildren([
    ...recordRoutes,
    ...leadProfessionalRoutes,
    ...workloadRoutes,
    ...workforceRoutes,
    ...seniorManagerRoutes,
    ...qualityRoutes,
    ...departureRoutes,
    ...areaRoutes,
    ...accessRoutes,
    ...partRoutes,
    ...sessionRoutes,
    ...reviewRoutes,
    ...sealingRoutes,
    ...agreementRoutes,
    ...groupRoutes,
    ...stageRoutes,
    ...childIndexRoutes,
    ...supervisionRoutes,
    nowhereRoute,
  ]),
]);

/** Nothing is fetched before a person asks for it: each look at a child's record is written down. */
export const createPortalRouter = (history: RouterHistory) =>
  createRouter({
    routeTree,
    history,
    basepath: "/manager",
    defaultPreload: false,
    defaultErrorComponent: Trouble,
    defaultNotFoundComponent: Nowhere,
    scrollRestoration: true,
  });

export const router = createPortalRouter(createBrowserHistory());

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
