import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { worriesToPlaceQuery, worryFormQuery, worryToPlaceQuery } from "./worry-queries.ts";

const passOnRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/pass-a-worry-on",
  loader: () => queryClient.ensureQueryData(worryFormQuery()),
  component: lazyRouteComponent(() => import("./pass-worry-on-page.tsx"), "PassWorryOnPage"),
});
const toPlaceRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/worries-to-place",
  loader: () => queryClient.ensureQueryData(worriesToPlaceQuery()),
  component: lazyRouteComponent(() => import("./worries-to-place-page.tsx"), "WorriesToPlacePage"),
});
const placeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/worries-to-place/$worryId",
  validateSearch: z.object({ name: z.string().max(200).optional().catch(undefined) }),
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) => queryClient.ensureQueryData(worryToPlaceQuery(params.worryId, deps.name)),
  component: lazyRouteComponent(() => import("./place-worry-page.tsx"), "PlaceWorryPage"),
});

export const worryRoutes = [passOnRoute, toPlaceRoute, placeRoute] as const;
