import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { agreementsQuery } from "./agreement-queries.ts";

const listRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/sharing-agreements",
  loader: () => queryClient.ensureQueryData(agreementsQuery()),
  component: lazyRouteComponent(() => import("./agreements-page.tsx"), "AgreementsPage"),
});
const recordRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/sharing-agreements/$agencyId",
  loader: () => queryClient.ensureQueryData(agreementsQuery()),
  component: lazyRouteComponent(() => import("./record-agreement-page.tsx"), "RecordAgreementPage"),
});

const signedUpRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/sharing-agreements/$agencyId/working-together",
  loader: () => queryClient.ensureQueryData(agreementsQuery()),
  component: lazyRouteComponent(() => import("./record-agreement-page.tsx"), "RecordSignedUpPage"),
});

export const agreementRoutes = [listRoute, recordRoute, signedUpRoute] as const;
