import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { childRoute } from "../people/child-route.ts";
import { theirWordQuery } from "./their-word-queries.ts";

const whoseOf = (whose: string) => (whose === "family" ? ("family" as const) : ("child" as const));
const params = {
  parse: ({ planId, whose }: { planId: string; whose: string }) => ({ planId, whose: whoseOf(whose) }),
  stringify: ({ planId, whose }: { planId: string; whose: "child" | "family" }) => ({ planId, whose }),
};

const whatOf = (what: string) => (what === "lead" ? ("lead" as const) : ("plan" as const));

const theirWordRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/their-word",
  loader: ({ params: { planId, childId } }) => queryClient.ensureQueryData(theirWordQuery(planId, childId)),
  component: lazyRouteComponent(() => import("./their-word-page.tsx"), "TheirWordPage"),
});
const partRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/their-word/$whose/part",
  params,
  loader: ({ params: { planId, childId } }) => queryClient.ensureQueryData(theirWordQuery(planId, childId)),
  component: lazyRouteComponent(() => import("./their-word-forms.tsx"), "TakingPartPage"),
});
const explainedRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/their-word/$whose/explained/$what",
  params: {
    parse: ({ what, ...of }: { planId: string; whose: string; what: string }) => ({
      ...params.parse(of),
      what: whatOf(what),
    }),
    stringify: (of: { planId: string; whose: "child" | "family"; what: "plan" | "lead" }) => of,
  },
  loader: ({ params: { planId, childId } }) => queryClient.ensureQueryData(theirWordQuery(planId, childId)),
  component: lazyRouteComponent(() => import("./their-word-forms.tsx"), "ExplainedPage"),
});
const advocacyRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/their-word/$whose/advocacy",
  params,
  loader: ({ params: { planId, childId } }) => queryClient.ensureQueryData(theirWordQuery(planId, childId)),
  component: lazyRouteComponent(() => import("./their-word-forms.tsx"), "AdvocacyPage"),
});
const agreementRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/their-word/$whose/agreement",
  params,
  loader: ({ params: { planId, childId } }) => queryClient.ensureQueryData(theirWordQuery(planId, childId)),
  component: lazyRouteComponent(() => import("./their-word-forms.tsx"), "AgreementPage"),
});

const viewRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/their-word/$whose/view",
  params,
  loader: ({ params: { planId, childId } }) => queryClient.ensureQueryData(theirWordQuery(planId, childId)),
  component: lazyRouteComponent(() => import("./their-view-forms.tsx"), "PlanViewPage"),
});
const answerViewRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/their-word/views/$viewId",
  loader: ({ params: { planId, childId } }) => queryClient.ensureQueryData(theirWordQuery(planId, childId)),
  component: lazyRouteComponent(() => import("./their-view-forms.tsx"), "AnswerViewPage"),
});

export const theirWordPages = [
  theirWordRoute,
  partRoute,
  explainedRoute,
  advocacyRoute,
  agreementRoute,
  viewRoute,
  answerViewRoute,
] as const;
