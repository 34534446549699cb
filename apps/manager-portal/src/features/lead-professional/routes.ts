import { cursorOf, Paged } from "@linchpin/portal";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { deskQuery, proposalQuery, withoutLeadQuery } from "./queries.ts";

const proposalsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/proposals",
  validateSearch: z.object(Paged),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(deskQuery(cursorOf(deps))),
  component: lazyRouteComponent(() => import("./proposals-page.tsx"), "ProposalsPage"),
});

const proposalRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/proposals/$proposalId",
  validateSearch: z.object({ stage: z.string().max(100).optional().catch(undefined) }),
  loader: ({ params }) => queryClient.ensureQueryData(proposalQuery(params.proposalId)),
  component: lazyRouteComponent(() => import("./proposal-page.tsx"), "ProposalPage"),
});
const recordedRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/proposals/$proposalId/recorded",
  validateSearch: z.object({ stage: z.string().max(100).optional().catch(undefined) }),
  loader: ({ params }) => queryClient.ensureQueryData(proposalQuery(params.proposalId)),
  component: lazyRouteComponent(() => import("./recorded-page.tsx"), "RecordedPage"),
});
const withdrawRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/proposals/$proposalId/withdraw",
  loader: ({ params }) => queryClient.ensureQueryData(proposalQuery(params.proposalId)),
  component: lazyRouteComponent(() => import("./withdraw-page.tsx"), "WithdrawPage"),
});

const withoutLeadRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/without-lead",
  validateSearch: z.object(Paged),
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(withoutLeadQuery(cursorOf(deps))),
  component: lazyRouteComponent(() => import("./without-lead-page.tsx"), "WithoutLeadPage"),
});

export const leadProfessionalRoutes = [
  proposalsRoute,
  proposalRoute,
  recordedRoute,
  withdrawRoute,
  withoutLeadRoute,
] as const;
