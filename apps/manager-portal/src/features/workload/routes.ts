import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { personQuery, teamQuery } from "./queries.ts";
import { PersonSearch, TeamSearch } from "./search.ts";

const teamRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/workload",
  validateSearch: TeamSearch,
  loaderDeps: ({ search: { team } }) => ({ team }),
  loader: ({ deps }) => queryClient.ensureQueryData(teamQuery(deps.team)),
  component: lazyRouteComponent(() => import("./team-workload-page.tsx"), "TeamWorkloadPage"),
});
const personRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/workload/$practitionerId",
  validateSearch: PersonSearch,
  loader: ({ params }) => queryClient.ensureQueryData(personQuery(params.practitionerId)),
  component: lazyRouteComponent(() => import("./person-page.tsx"), "PersonPage"),
});
const capacityRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/workload/$practitionerId/posts/$postId/capacity",
  loader: ({ params }) => queryClient.ensureQueryData(personQuery(params.practitionerId)),
  component: lazyRouteComponent(() => import("./agree-capacity-page.tsx"), "AgreeCapacityPage"),
});
const weightRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/workload/$practitionerId/plans/$planId/weight",
  loader: ({ params }) => queryClient.ensureQueryData(personQuery(params.practitionerId)),
  component: lazyRouteComponent(() => import("./adjust-weight-page.tsx"), "AdjustWeightPage"),
});

export const workloadRoutes = [teamRoute, personRoute, capacityRoute, weightRoute] as const;
