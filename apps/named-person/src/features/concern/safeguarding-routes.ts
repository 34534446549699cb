import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { referralsQuery, routeQuery } from "./safeguarding-queries.ts";

const pages = () => import("./safeguarding-page.tsx");
const askRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/safeguarding",
  loader: () => queryClient.ensureQueryData(routeQuery()),
  component: lazyRouteComponent(pages, "SafeguardingPage"),
});
const keepRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/safeguarding/whom-to-ask",
  loader: () => queryClient.ensureQueryData(routeQuery()),
  component: lazyRouteComponent(() => import("./safeguarding-route-page.tsx"), "SafeguardingRoutePage"),
});

/** Of one child: whoever has any part in the care reaches it, whatever else of the record opens to them. */
const ofChildRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/safeguarding/$childId",
  loader: async ({ params }) => {
    await queryClient.ensureQueryData(routeQuery());
    await queryClient.ensureQueryData(referralsQuery(params.childId));
  },
  component: lazyRouteComponent(pages, "SafeguardingOfChildPage"),
});
const recordRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/safeguarding/$childId/record",
  loader: ({ params }) => queryClient.ensureQueryData(referralsQuery(params.childId)),
  component: lazyRouteComponent(() => import("./record-referral-page.tsx"), "RecordReferralPage"),
});
const addRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/safeguarding/$childId/$referralId",
  loader: ({ params }) => queryClient.ensureQueryData(referralsQuery(params.childId)),
  component: lazyRouteComponent(() => import("./add-to-referral-page.tsx"), "AddToReferralPage"),
});

export const safeguardingRoutes = [askRoute, keepRoute, ofChildRoute, recordRoute, addRoute] as const;
