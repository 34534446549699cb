import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { childRoute } from "../people/child-route.ts";
import { contributionsQuery, summaryQuery } from "./contribution-queries.ts";
import { planQuery } from "./queries.ts";

/** The limited link: whoever opens it signs in first. */
const contributeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/contribute/$contributorId",
  validateSearch: z.object({ sent: z.boolean().optional().catch(undefined) }),
  loader: ({ params }) => queryClient.ensureQueryData(summaryQuery(params.contributorId)),
  component: lazyRouteComponent(() => import("./contribute-page.tsx"), "ContributePage"),
});

/** Who contributes to a plan by a limited link, and what they sent. */
const contributionsRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/plans/$planId/contributions",
  loader: ({ params: { planId } }) =>
    Promise.all([
      queryClient.ensureQueryData(planQuery(planId)),
      queryClient.ensureQueryData(contributionsQuery(planId)),
    ]),
  component: lazyRouteComponent(() => import("./contributions-page.tsx"), "ContributionsPage"),
});

export const contributeRoutes = [contributeRoute] as const;
export const contributionPages = [contributionsRoute] as const;
