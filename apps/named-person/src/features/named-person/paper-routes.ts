import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { queryClient } from "../../api.ts";
import { postMay } from "../../routes/menu.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { establishmentsQuery } from "../people/queries.ts";
import {
  familyPaperOf,
  familyPaperQuery,
  holidaysQuery,
  packsQuery,
  packsToSendQuery,
  paperQuery,
  waysQuery,
  whoHelpsQuery,
} from "./queries.ts";
import { PacksSearch, PaperSearch, SendPacksSearch } from "./search.ts";

const paperRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/families/$childId/paper",
  validateSearch: PaperSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ params: { childId }, deps }) =>
    Promise.all([
      queryClient.fetchQuery(familyPaperQuery(familyPaperOf(childId, deps))),
      queryClient.ensureQueryData(paperQuery(childId)),
    ]),
  component: lazyRouteComponent(() => import("./paper-page.tsx"), "PaperPage"),
});
const packsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/roll/$establishmentId/packs",
  validateSearch: PacksSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) =>
    Promise.all([
      queryClient.ensureQueryData(establishmentsQuery()),
      queryClient.ensureQueryData(packsQuery(params.establishmentId, deps)),
    ]),
  component: lazyRouteComponent(() => import("./packs-page.tsx"), "PacksPage"),
});
const sendPacksRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/roll/$establishmentId/packs/send",
  validateSearch: SendPacksSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps: { way, ...search } }) =>
    Promise.all([
      queryClient.ensureQueryData(establishmentsQuery()),
      way === undefined ? undefined : queryClient.fetchQuery(packsToSendQuery(params.establishmentId, search, way)),
    ]),
  component: lazyRouteComponent(() => import("./send-packs-page.tsx"), "SendPacksPage"),
});
const forFamiliesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/for-families",
  loader: ({ context: { who } }) =>
    Promise.all([
      postMay(who, "ways-to-reach.keep") ? queryClient.ensureQueryData(waysQuery()) : undefined,
      postMay(who, "holiday-contact.keep") ? queryClient.ensureQueryData(holidaysQuery()) : undefined,
    ]),
  component: lazyRouteComponent(() => import("./for-families-page.tsx"), "ForFamiliesPage"),
});
const reachRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/for-families/reach",
  validateSearch: z.object({ establishmentId: z.uuid().optional().catch(undefined) }),
  loader: () => queryClient.ensureQueryData(waysQuery()),
  component: lazyRouteComponent(() => import("./reach-page.tsx"), "ReachPage"),
});
const holidaysRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/for-families/holidays/$agencyId",
  loader: () => queryClient.ensureQueryData(holidaysQuery()),
  component: lazyRouteComponent(() => import("./holidays-page.tsx"), "HolidaysPage"),
});
const whoHelpsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/who-helps",
  loader: () => queryClient.ensureQueryData(whoHelpsQuery()),
  component: lazyRouteComponent(() => import("./who-helps-page.tsx"), "WhoHelpsPage"),
});

export const paperRoutes = [
  paperRoute,
  packsRoute,
  sendPacksRoute,
  forFamiliesRoute,
  reachRoute,
  holidaysRoute,
  whoHelpsRoute,
] as const;
