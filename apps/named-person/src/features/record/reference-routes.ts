import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { childRoute } from "../people/child-route.ts";
import { referencesQuery } from "./reference-queries.ts";

const referencesRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/references",
  loader: ({ params }) => queryClient.ensureQueryData(referencesQuery(params.childId)),
  component: lazyRouteComponent(() => import("./references-page.tsx"), "ReferencesPage"),
});
const keepRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/references/$kind",
  loader: ({ params }) => queryClient.ensureQueryData(referencesQuery(params.childId)),
  component: lazyRouteComponent(() => import("./keep-reference-page.tsx"), "KeepReferencePage"),
});

export const referencePages = [referencesRoute, keepRoute] as const;
