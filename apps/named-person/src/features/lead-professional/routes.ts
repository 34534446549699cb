import { cursorOf, Paged } from "@linchpin/portal";
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { z } from "zod";
import { client, queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { childRoute } from "../people/child-route.ts";
import { planQuery } from "../plan/queries.ts";
import { candidatesQuery, leadingQuery, proposalQuery, waitingQuery } from "./queries.ts";
import { standInPages } from "./stand-in-routes.ts";
import { draftKey, StepOfChoice } from "./steps.ts";

const chooseRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/lead",
  loader: async ({ params: { planId } }) => {
    const [kept] = await Promise.all([
      client.access.draft.query({ key: draftKey(planId) }).catch(() => null),
      queryClient.ensureQueryData(candidatesQuery(planId)),
    ]);
    return { kept: kept?.body };
  },
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  component: lazyRouteComponent(() => import("./choose-journey.tsx"), "ChooseJourney"),
});
const chooseStartRoute = createRoute({
  getParentRoute: () => chooseRoute,
  path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({
      to: "/children/$childId/plans/$planId/lead/$step",
      params: { ...params, step: "law" },
      replace: true,
    });
  },
});
const chooseStepRoute = createRoute({
  getParentRoute: () => chooseRoute,
  path: "$step",
  params: {
    parse: ({ step }) => ({ step: StepOfChoice.catch("law").parse(step) }),
    stringify: ({ step }) => ({ step }),
  },
});

/** The sheet is weighed a page at a time: first for the child, then for each person who is considered. */
const weighPersonRoute = createRoute({ getParentRoute: () => chooseRoute, path: "weigh/$personId" });

const proposalRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/proposals/$proposalId",
  loader: ({ params }) => queryClient.ensureQueryData(proposalQuery(params.proposalId)),
  component: lazyRouteComponent(() => import("./proposal-page.tsx"), "ProposalPage"),
});
const recordStageRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/proposals/$proposalId/stages/$stage",
  loader: async ({ params }) => {
    const { planId } = await queryClient.ensureQueryData(proposalQuery(params.proposalId));
    await queryClient.ensureQueryData(planQuery(planId));
  },
  component: lazyRouteComponent(() => import("./record-stage-page.tsx"), "RecordStagePage"),
});
const withdrawRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/proposals/$proposalId/withdraw",
  loader: ({ params }) => queryClient.ensureQueryData(proposalQuery(params.proposalId)),
  component: lazyRouteComponent(() => import("./withdraw-page.tsx"), "WithdrawPage"),
});

/** A proposal known by its own id alone: its child's page is where it is read. */
const proposalByIdRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/proposals/$proposalId",
  loader: async ({ params: { proposalId } }) => {
    const { child } = await queryClient.ensureQueryData(proposalQuery(proposalId));
    if (child.visibility === "full")
      throw redirect({
        to: "/children/$childId/proposals/$proposalId",
        params: { childId: child.childId, proposalId },
        replace: true,
      });
  },
  component: lazyRouteComponent(() => import("../people/restricted-page.tsx"), "RestrictedPage"),
});

const myProposalsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/proposals",
  validateSearch: z.object(Paged),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(waitingQuery(cursorOf(deps))),
  component: lazyRouteComponent(() => import("./my-proposals-page.tsx"), "MyProposalsPage"),
});
const leadingRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/leading",
  validateSearch: z.object(Paged),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(leadingQuery(cursorOf(deps))),
  component: lazyRouteComponent(() => import("./leading-page.tsx"), "LeadingPage"),
});

export const leadProfessionalRoutes = [proposalByIdRoute, myProposalsRoute, leadingRoute] as const;
export const leadProfessionalPages = [
  chooseRoute.addChildren([chooseStartRoute, chooseStepRoute, weighPersonRoute]),
  proposalRoute,
  recordStageRoute,
  withdrawRoute,
  ...standInPages,
] as const;
