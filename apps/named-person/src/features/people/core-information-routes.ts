import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { childRoute } from "./child-route.ts";
import { coreInformationOfMineQuery, coreInformationQuery } from "./core-information-queries.ts";

const ofChildRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/core-information",
  loader: ({ params }) => queryClient.ensureQueryData(coreInformationQuery(params.childId)),
  component: lazyRouteComponent(() => import("./core-information-page.tsx"), "CoreInformationPage"),
});
const addressRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/core-information/address",
  loader: ({ params }) => queryClient.ensureQueryData(coreInformationQuery(params.childId)),
  component: lazyRouteComponent(() => import("./put-address-right-page.tsx"), "PutAddressRightPage"),
});
const carerRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/core-information/carer",
  loader: ({ params }) => queryClient.ensureQueryData(coreInformationQuery(params.childId)),
  component: lazyRouteComponent(() => import("./put-carer-right-page.tsx"), "PutCarerRightPage"),
});
const mineRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/core-information",
  loader: () => queryClient.ensureQueryData(coreInformationOfMineQuery()),
  component: lazyRouteComponent(() => import("./core-information-of-mine-page.tsx"), "CoreInformationOfMinePage"),
});

export const coreInformationPages = [ofChildRoute, addressRoute, carerRoute] as const;
export const coreInformationRoutes = [mineRoute] as const;
