import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { childRoute } from "../people/child-route.ts";
import { consentQuery } from "./queries.ts";
import { ConsentSearch } from "./search.ts";

const consentRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/consent",
  validateSearch: ConsentSearch,
  loader: ({ params }) => queryClient.ensureQueryData(consentQuery(params.childId)),
  component: lazyRouteComponent(() => import("./consent-page.tsx"), "ConsentPage"),
});
const recordAnswerRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/consent/record",
  loader: ({ params }) => queryClient.ensureQueryData(consentQuery(params.childId)),
  component: lazyRouteComponent(() => import("./record-answer-page.tsx"), "RecordAnswerPage"),
});
const correctAnswerRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/consent/$consentId/correct",
  loader: ({ params }) => queryClient.ensureQueryData(consentQuery(params.childId)),
  component: lazyRouteComponent(() => import("./correct-answer-page.tsx"), "CorrectAnswerPage"),
});

export const consentPages = [consentRoute, recordAnswerRoute, correctAnswerRoute] as const;
