import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { personAccessQuery, staffAccessQuery } from "./review-queries.ts";
import { AccessReviewSearch, AccessReviewsSearch } from "./review-search.ts";

const staffRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/access-reviews",
  validateSearch: AccessReviewsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(staffAccessQuery(deps)),
  component: lazyRouteComponent(() => import("./access-reviews-page.tsx"), "AccessReviewsPage"),
});
const personRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/access-reviews/$practitionerId",
  validateSearch: AccessReviewSearch,
  loader: ({ params }) => queryClient.ensureQueryData(personAccessQuery(params.practitionerId)),
  component: lazyRouteComponent(() => import("./access-review-page.tsx"), "AccessReviewPage"),
});

export const reviewRoutes = [staffRoute, personRoute] as const;
