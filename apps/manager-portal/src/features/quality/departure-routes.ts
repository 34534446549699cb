import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { departuresToDecideQuery, ownDeparturesQuery } from "./departure-queries.ts";

const toDecide = () => queryClient.ensureQueryData(departuresToDecideQuery());
const Done = z.object({ done: z.enum(["approved", "refused", "ended", "asked"]).optional().catch(undefined) });

const listRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/departures",
  validateSearch: Done,
  loader: toDecide,
  component: lazyRouteComponent(() => import("./departures-page.tsx"), "DeparturesPage"),
});
const decideRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/departures/$departureId/decide",
  loader: toDecide,
  component: lazyRouteComponent(() => import("./decide-departure-page.tsx"), "DecideDeparturePage"),
});
const endRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/departures/$departureId/end",
  loader: toDecide,
  component: lazyRouteComponent(() => import("./end-departure-page.tsx"), "EndDeparturePage"),
});
const askedRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/departures/asked",
  validateSearch: Done,
  loader: () => queryClient.ensureQueryData(ownDeparturesQuery()),
  component: lazyRouteComponent(() => import("./own-departures-page.tsx"), "OwnDeparturesPage"),
});
const askRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/departures/ask",
  loader: () => queryClient.ensureQueryData(ownDeparturesQuery()),
  component: lazyRouteComponent(() => import("./ask-departure-page.tsx"), "AskDeparturePage"),
});

export const departureRoutes = [listRoute, decideRoute, endRoute, askedRoute, askRoute] as const;
