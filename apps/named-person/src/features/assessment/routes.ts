import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { childRoute } from "../people/child-route.ts";
import { assessmentsQuery } from "./queries.ts";

const assessmentsRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/assessments",
  loader: ({ params }) => queryClient.ensureQueryData(assessmentsQuery(params.childId)),
  component: lazyRouteComponent(() => import("./assessments-page.tsx"), "AssessmentsPage"),
});
const beginRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/assessments/begin",
  loader: ({ params }) => queryClient.ensureQueryData(assessmentsQuery(params.childId)),
  component: lazyRouteComponent(() => import("./assessment-forms.tsx"), "BeginAssessmentPage"),
});
const finishRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/assessments/$assessmentId/finish",
  loader: ({ params }) => queryClient.ensureQueryData(assessmentsQuery(params.childId)),
  component: lazyRouteComponent(() => import("./assessment-forms.tsx"), "FinishAssessmentPage"),
});
const stopRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/assessments/$assessmentId/stop",
  loader: ({ params }) => queryClient.ensureQueryData(assessmentsQuery(params.childId)),
  component: lazyRouteComponent(() => import("./assessment-forms.tsx"), "StopAssessmentPage"),
});

export const assessmentPages = [assessmentsRoute, beginRoute, finishRoute, stopRoute] as const;
