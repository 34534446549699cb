import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { personQuery } from "../workload/queries.ts";
import { leavingQuery, registerQuery, standingQuery } from "./queries.ts";
import { LeavingSearch, RecordKind, RegisterSearch, StandingSearch } from "./search.ts";

const registerRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/register",
  validateSearch: RegisterSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(registerQuery(deps)),
  component: lazyRouteComponent(() => import("./register-page.tsx"), "RegisterPage"),
});
const standingRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/register/$practitionerId",
  validateSearch: StandingSearch,
  loader: ({ params }) => queryClient.ensureQueryData(standingQuery(params.practitionerId)),
  component: lazyRouteComponent(() => import("./standing-page.tsx"), "StandingPage"),
});
const recordRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/register/$practitionerId/record/$kind",
  params: {
    parse: ({ practitionerId, kind }) => ({ practitionerId, kind: RecordKind.catch("enhanced-check").parse(kind) }),
    stringify: (params) => params,
  },
  loader: ({ params }) => queryClient.ensureQueryData(standingQuery(params.practitionerId)),
  component: lazyRouteComponent(() => import("./record-standing-page.tsx"), "RecordStandingPage"),
});
const exceptionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/register/$practitionerId/exception",
  loader: ({ params }) =>
    Promise.all([
      queryClient.ensureQueryData(standingQuery(params.practitionerId)),
      queryClient.ensureQueryData(personQuery(params.practitionerId)),
    ]),
  component: lazyRouteComponent(() => import("./approve-exception-page.tsx"), "ApproveExceptionPage"),
});
const endExceptionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/register/$practitionerId/exceptions/$exceptionId/end",
  loader: ({ params }) => queryClient.ensureQueryData(standingQuery(params.practitionerId)),
  component: lazyRouteComponent(() => import("./end-exception-page.tsx"), "EndExceptionPage"),
});
const endPostRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/register/$practitionerId/post",
  validateSearch: LeavingSearch,
  loader: ({ params }) => queryClient.ensureQueryData(leavingQuery(params.practitionerId)),
  component: lazyRouteComponent(() => import("./end-post-page.tsx"), "EndPostPage"),
});

export const workforceRoutes = [
  registerRoute,
  standingRoute,
  recordRoute,
  exceptionRoute,
  endExceptionRoute,
  endPostRoute,
] as const;
