import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { beforeQuery, inMyTimeQuery } from "./before-queries.ts";

const beforeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/before",
  loader: () => queryClient.ensureQueryData(beforeQuery()),
  component: lazyRouteComponent(() => import("./before-page.tsx"), "BeforePage"),
});
const inMyTimeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/before/$childId",
  loader: ({ params }) => queryClient.ensureQueryData(inMyTimeQuery(params.childId)),
  component: lazyRouteComponent(() => import("./in-my-time-page.tsx"), "InMyTimePage"),
});

export const beforeRoutes = [beforeRoute, inMyTimeRoute] as const;
