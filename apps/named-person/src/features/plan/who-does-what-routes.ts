import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { sheetQuery } from "../consent/sheet-queries.ts";
import { childRoute } from "../people/child-route.ts";
import { whoDoesWhatQuery } from "./who-does-what-queries.ts";

const path = "/plans/$planId/who-does-what";
const listRoute = createRoute({
  getParentRoute: () => childRoute,
  path,
  loader: ({ params: { planId, childId } }) => queryClient.ensureQueryData(whoDoesWhatQuery(planId, childId)),
  component: lazyRouteComponent(() => import("./who-does-what-page.tsx"), "WhoDoesWhatPage"),
});
const paperRoute = createRoute({
  getParentRoute: () => childRoute,
  path: `${path}/paper`,
  loader: ({ params: { planId, childId } }) =>
    Promise.all([
      queryClient.ensureQueryData(whoDoesWhatQuery(planId, childId)),
      queryClient.fetchQuery(sheetQuery(childId, { is: "who-does-what", planId })),
    ]),
  component: lazyRouteComponent(() => import("./who-does-what-paper.tsx"), "WhoDoesWhatPaper"),
});
const issueRoute = createRoute({
  getParentRoute: () => childRoute,
  path: `${path}/issue`,
  loader: ({ params: { planId, childId } }) => queryClient.ensureQueryData(whoDoesWhatQuery(planId, childId)),
  component: lazyRouteComponent(() => import("./who-does-what-forms.tsx"), "IssueListPage"),
});
const sayRoute = createRoute({
  getParentRoute: () => childRoute,
  path: `${path}/$lineId/say`,
  loader: ({ params: { planId, childId } }) => queryClient.ensureQueryData(whoDoesWhatQuery(planId, childId)),
  component: lazyRouteComponent(() => import("./who-does-what-forms.tsx"), "SayOnListPage"),
});
const recordRoute = createRoute({
  getParentRoute: () => childRoute,
  path: `${path}/$lineId/record`,
  loader: ({ params: { planId, childId } }) => queryClient.ensureQueryData(whoDoesWhatQuery(planId, childId)),
  component: lazyRouteComponent(() => import("./who-does-what-forms.tsx"), "RecordOnListPage"),
});
const answerRoute = createRoute({
  getParentRoute: () => childRoute,
  path: `${path}/$lineId/answer`,
  loader: ({ params: { planId, childId } }) => queryClient.ensureQueryData(whoDoesWhatQuery(planId, childId)),
  component: lazyRouteComponent(() => import("./who-does-what-forms.tsx"), "AnswerOnListPage"),
});

export const whoDoesWhatPages = [listRoute, paperRoute, issueRoute, sayRoute, recordRoute, answerRoute] as const;
