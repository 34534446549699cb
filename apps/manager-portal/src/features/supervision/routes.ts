import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { arrangeFormQuery, lateQuery, peopleQuery, superviseeQuery } from "./queries.ts";

const peopleRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/supervision",
  loader: () => queryClient.ensureQueryData(peopleQuery()),
  component: lazyRouteComponent(() => import("./people-page.tsx"), "PeoplePage"),
});
const lateRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/supervision-by-agency",
  loader: () => queryClient.ensureQueryData(lateQuery()),
  component: lazyRouteComponent(() => import("./late-page.tsx"), "LatePage"),
});
const personRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/supervision/$practitionerId",
  validateSearch: z.object({ done: z.enum(["arranged", "recorded", "answered"]).optional().catch(undefined) }),
  loader: ({ params }) => queryClient.ensureQueryData(superviseeQuery(params.practitionerId)),
  component: lazyRouteComponent(() => import("./person-page.tsx"), "PersonPage"),
});
const arrangeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/supervision/$practitionerId/arrange",
  loader: ({ params }) => queryClient.ensureQueryData(arrangeFormQuery(params.practitionerId)),
  component: lazyRouteComponent(() => import("./arrange-page.tsx"), "ArrangePage"),
});
const recordRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/supervision/$practitionerId/record",
  loader: ({ params }) => queryClient.ensureQueryData(superviseeQuery(params.practitionerId)),
  component: lazyRouteComponent(() => import("./record-page.tsx"), "RecordPage"),
});
const answerRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/supervision/$practitionerId/requests/$requestId",
  loader: ({ params }) => queryClient.ensureQueryData(superviseeQuery(params.practitionerId)),
  component: lazyRouteComponent(() => import("./answer-page.tsx"), "AnswerPage"),
});

export const supervisionRoutes = [peopleRoute, lateRoute, personRoute, arrangeRoute, recordRoute, answerRoute] as const;
