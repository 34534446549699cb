import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { queryClient } from "../../api.ts";
import { childRoute } from "../people/child-route.ts";
import { copyListQuery, copyRecipientsQuery, sentCopiesQuery, sentCopyQuery } from "./copy-queries.ts";
import { SentSearch, stepsOfCopy } from "./search.ts";
import { theirWordPages } from "./their-word-routes.ts";

const stepOf = z.enum(stepsOfCopy);
const sendCopyRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/send/$step",
  params: {
    parse: ({ planId, step }) => ({ planId, step: stepOf.catch("who").parse(step) }),
    stringify: ({ planId, step }) => ({ planId, step }),
  },
  loader: ({ params: { planId, childId } }) => queryClient.ensureQueryData(copyRecipientsQuery(planId, childId)),
  component: lazyRouteComponent(() => import("./send-copy-journey.tsx"), "SendCopyJourney"),
});
const copyListRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/copies",
  loader: ({ params: { planId, childId } }) => queryClient.ensureQueryData(copyListQuery(planId, childId)),
  component: lazyRouteComponent(() => import("./copy-list-page.tsx"), "CopyListPage"),
});
const sentCopiesRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/sent",
  validateSearch: SentSearch,
  loaderDeps: ({ search: { plan } }) => ({ plan }),
  loader: ({ params: { childId }, deps }) => queryClient.ensureQueryData(sentCopiesQuery(childId, deps)),
  component: lazyRouteComponent(() => import("./sent-copies-page.tsx"), "SentCopiesPage"),
});
const sentCopyRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/sent/$sentCopyId",
  loader: ({ params: { sentCopyId } }) => queryClient.ensureQueryData(sentCopyQuery(sentCopyId)),
  component: lazyRouteComponent(() => import("./sent-copy-page.tsx"), "SentCopyPage"),
});

export const copyPages = [sendCopyRoute, copyListRoute, sentCopiesRoute, sentCopyRoute, ...theirWordPages] as const;
