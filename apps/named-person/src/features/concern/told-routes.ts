import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { childRoute } from "../people/child-route.ts";
import {
  arrivalFormQuery,
  arrivalsQuery,
  arrivalsToFileQuery,
  familiesWaitingQuery,
  familyWordsQuery,
} from "./told-queries.ts";

const cameIn = () => import("./came-in-page.tsx");
const toFileRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/came-in",
  loader: () => queryClient.ensureQueryData(arrivalsToFileQuery()),
  component: lazyRouteComponent(cameIn, "ToFilePage"),
});
/** The office enters what came, and opens no record for it. */
const enterRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/came-in/$childId",
  loader: ({ params }) => queryClient.ensureQueryData(arrivalFormQuery(params.childId)),
  component: lazyRouteComponent(() => import("./enter-arrival-page.tsx"), "EnterArrivalPage"),
});
const cameInRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/came-in",
  loader: ({ params }) => queryClient.ensureQueryData(arrivalsQuery(params.childId)),
  component: lazyRouteComponent(cameIn, "CameInPage"),
});
const fileRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/came-in/$arrivalId",
  loader: ({ params }) => queryClient.ensureQueryData(arrivalsQuery(params.childId)),
  component: lazyRouteComponent(() => import("./file-arrival-page.tsx"), "FileArrivalPage"),
});

const family = () => import("./family-asked-page.tsx");
const waitingRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/families-waiting",
  loader: () => queryClient.ensureQueryData(familiesWaitingQuery()),
  component: lazyRouteComponent(family, "FamiliesWaitingPage"),
});
const familyAskedRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/family-asked",
  loader: ({ params }) => queryClient.ensureQueryData(familyWordsQuery(params.childId)),
  component: lazyRouteComponent(family, "FamilyAskedPage"),
});
const logRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/family-asked/log",
  loader: ({ params }) => queryClient.ensureQueryData(familyWordsQuery(params.childId)),
  component: lazyRouteComponent(() => import("./log-family-word-page.tsx"), "LogFamilyWordPage"),
});
const settleRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/family-asked/$wordId",
  loader: ({ params }) => queryClient.ensureQueryData(familyWordsQuery(params.childId)),
  component: lazyRouteComponent(() => import("./settle-family-word-page.tsx"), "SettleFamilyWordPage"),
});

export const toldRoutes = [toFileRoute, enterRoute, waitingRoute] as const;
export const toldPages = [cameInRoute, fileRoute, familyAskedRoute, logRoute, settleRoute] as const;
