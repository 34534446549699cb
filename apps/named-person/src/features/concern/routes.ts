import { cursorOf, Paged } from "@linchpin/portal";
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { z } from "zod";
import { client, queryClient } from "../../api.ts";
import { childRoute } from "../people/child-route.ts";
import { concernQuery, concernsQuery } from "./queries.ts";
import { draftKey, firstStep, StepOfConcern } from "./steps.ts";

const concernsRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/concerns",
  validateSearch: z.object(Paged),
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) => queryClient.ensureQueryData(concernsQuery(params.childId, cursorOf(deps))),
  component: lazyRouteComponent(() => import("./concerns-page.tsx"), "ConcernsPage"),
});

/** What was written before and not sent: asked once, when the journey begins. */
const recordRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/concerns/record",
  loader: async ({ params: { childId } }) => {
    const [kept] = await Promise.all([
      client.access.draft.query({ key: draftKey(childId) }).catch(() => null),
      queryClient.ensureQueryData(concernsQuery(childId)),
    ]);
    return { kept: kept?.body };
  },
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  component: lazyRouteComponent(() => import("./record-concern-journey.tsx"), "RecordConcernJourney"),
});
const recordStartRoute = createRoute({
  getParentRoute: () => recordRoute,
  path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({
      to: "/children/$childId/concerns/record/$step",
      params: { ...params, step: firstStep },
      replace: true,
    });
  },
});
const recordStepRoute = createRoute({
  getParentRoute: () => recordRoute,
  path: "$step",
  params: {
    parse: ({ step }) => ({ step: StepOfConcern.catch(firstStep).parse(step) }),
    stringify: ({ step }) => ({ step }),
  },
});

const concernRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/concerns/$concernId",
  loader: ({ params }) => queryClient.ensureQueryData(concernQuery(params.concernId)),
  component: lazyRouteComponent(() => import("./concern-page.tsx"), "ConcernPage"),
});
const recordedRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/concerns/$concernId/recorded",
  loader: ({ params }) => queryClient.ensureQueryData(concernQuery(params.concernId)),
  component: lazyRouteComponent(() => import("./recorded-page.tsx"), "RecordedPage"),
});
const decideRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/concerns/$concernId/decide",
  loader: ({ params }) => queryClient.ensureQueryData(concernQuery(params.concernId)),
  component: lazyRouteComponent(() => import("./decide-page.tsx"), "DecidePage"),
});
const recordViewRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/concerns/$concernId/views/$whose",
  params: {
    parse: ({ concernId, whose }) => ({ concernId, whose: z.enum(["child", "family"]).catch("child").parse(whose) }),
    stringify: (params) => params,
  },
  loader: ({ params }) => queryClient.ensureQueryData(concernQuery(params.concernId)),
  component: lazyRouteComponent(() => import("./record-view-page.tsx"), "RecordViewPage"),
});
const tellRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/concerns/$concernId/told/$whom",
  params: {
    parse: ({ concernId, whom }) => ({ concernId, whom: z.enum(["child", "family"]).catch("child").parse(whom) }),
    stringify: (params) => params,
  },
  loader: ({ params }) => queryClient.ensureQueryData(concernQuery(params.concernId)),
  component: lazyRouteComponent(() => import("./told-page.tsx"), "ToldPage"),
});

export const concernPages = [
  concernsRoute,
  recordRoute.addChildren([recordStartRoute, recordStepRoute]),
  concernRoute,
  recordedRoute,
  decideRoute,
  recordViewRoute,
  tellRoute,
] as const;
