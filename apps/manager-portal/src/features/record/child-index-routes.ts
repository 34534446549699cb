import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { childIndexQuery } from "./child-index-queries.ts";

const listRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/child-index",
  loader: () => queryClient.ensureQueryData(childIndexQuery()),
  component: lazyRouteComponent(() => import("./child-index-page.tsx"), "ChildIndexPage"),
});

export const childIndexRoutes = [listRoute] as const;
