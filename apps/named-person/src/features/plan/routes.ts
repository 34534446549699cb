import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { groupOfPlanQuery } from "../dispute/queries.ts";
import { childRoute } from "../people/child-route.ts";
import { chronologyQuery } from "../record/queries-of-child.ts";
import { contributionPages } from "./contribution-routes.ts";
import { evidenceQuery, planQuery, plansQuery } from "./queries.ts";
import { EvidenceSearch } from "./search.ts";
import { whoDoesWhatPages } from "./who-does-what-routes.ts";
import { workspacePages } from "./workspace-routes.ts";

/** A child with one open plan is taken straight to it. */
const plansRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plan",
  loader: async ({ params: { childId } }) => {
    const { plans } = await queryClient.ensureQueryData(plansQuery(childId));
    const [only, ...others] = plans;
    if (only && others.length === 0)
      throw redirect({
        to: "/children/$childId/plans/$planId",
        params: { childId, planId: only.planId },
        replace: true,
      });
  },
  component: lazyRouteComponent(() => import("./plans-page.tsx"), "PlansPage"),
});
const planRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId",
  loader: ({ params: { planId, childId }, context: { who } }) =>
    Promise.all([
      queryClient.ensureQueryData(planQuery(planId)),
      who.hasManagersGroup ? queryClient.ensureQueryData(groupOfPlanQuery(planId, childId)) : undefined,
    ]),
  component: lazyRouteComponent(() => import("./plan-page.tsx"), "PlanPage"),
});
const answersRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/answers",
  loader: ({ params }) => queryClient.ensureQueryData(planQuery(params.planId)),
  component: lazyRouteComponent(() => import("./answers-page.tsx"), "AnswersPage"),
});
const levelRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/level",
  loader: ({ params }) => queryClient.ensureQueryData(planQuery(params.planId)),
  component: lazyRouteComponent(() => import("./level-page.tsx"), "LevelPage"),
});
const addPersonRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/people/add",
  loader: ({ params }) => queryClient.ensureQueryData(planQuery(params.planId)),
  component: lazyRouteComponent(() => import("./add-person-page.tsx"), "AddPersonPage"),
});
const endPersonRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/people/$planPractitionerId/end",
  loader: ({ params }) => queryClient.ensureQueryData(planQuery(params.planId)),
  component: lazyRouteComponent(() => import("./end-person-page.tsx"), "EndPersonPage"),
});
const addActionRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/actions/add",
  loader: ({ params }) => queryClient.ensureQueryData(planQuery(params.planId)),
  component: lazyRouteComponent(() => import("./add-action-page.tsx"), "AddActionPage"),
});
const changeActionRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/actions/$actionId",
  loader: ({ params }) => queryClient.ensureQueryData(planQuery(params.planId)),
  component: lazyRouteComponent(() => import("./change-action-page.tsx"), "ChangeActionPage"),
});
const supportRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/support",
  loader: ({ params }) => queryClient.ensureQueryData(planQuery(params.planId)),
  component: lazyRouteComponent(() => import("./support-page.tsx"), "SupportPage"),
});
const owedRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/owed/$dutyId",
  loader: ({ params }) => queryClient.ensureQueryData(planQuery(params.planId)),
  component: lazyRouteComponent(() => import("./owed-page.tsx"), "OwedPage"),
});

/** A plan known by its own id alone: its child's page is where it is read. */
const planByIdRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/plans/$planId",
  loader: async ({ params: { planId } }) => {
    const { members } = await queryClient.ensureQueryData(planQuery(planId));
    const seen = members.find((member) => member.visibility === "full");
    if (seen?.visibility === "full")
      throw redirect({
        to: "/children/$childId/plans/$planId",
        params: { childId: seen.childId, planId },
        replace: true,
      });
  },
  component: lazyRouteComponent(() => import("../people/restricted-page.tsx"), "RestrictedPage"),
});

const evidenceRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/evidence",
  validateSearch: EvidenceSearch,
  loaderDeps: ({ search: { after } }) => ({ after }),
  loader: ({ params: { childId }, deps }) =>
    Promise.all([
      queryClient.ensureQueryData(chronologyQuery(childId, deps)),
      queryClient.ensureQueryData(evidenceQuery(childId)),
    ]),
  component: lazyRouteComponent(() => import("./evidence-page.tsx"), "EvidencePage"),
});

export const planRoutes = [planByIdRoute] as const;
export const planPages = [
  plansRoute,
  planRoute,
  answersRoute,
  levelRoute,
  addPersonRoute,
  endPersonRoute,
  addActionRoute,
  changeActionRoute,
  supportRoute,
  owedRoute,
  evidenceRoute,
  ...whoDoesWhatPages,
  ...workspacePages,
  ...contributionPages,
] as const;
