import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { stagesQuery } from "./stage-queries.ts";

const listRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/shared-record",
  loader: () => queryClient.ensureQueryData(stagesQuery()),
  component: lazyRouteComponent(() => import("./stages-page.tsx"), "StagesPage"),
});
const startRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/shared-record/start",
  loader: () => queryClient.ensureQueryData(stagesQuery()),
  component: lazyRouteComponent(() => import("./keep-stage-page.tsx"), "StartShapePage"),
});
const keepRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/shared-record/$agencyId/$part",
  loader: () => queryClient.ensureQueryData(stagesQuery()),
  component: lazyRouteComponent(() => import("./keep-stage-page.tsx"), "KeepStagePage"),
});

export const stageRoutes = [listRoute, startRoute, keepRoute] as const;
