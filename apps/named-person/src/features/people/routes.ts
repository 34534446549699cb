import { cursorOf, Paged } from "@linchpin/portal";
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { z } from "zod";
import { queryClient } from "../../api.ts";
import { postMay } from "../../routes/menu.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { childRoute } from "./child-route.ts";
import {
  establishmentsQuery,
  namedHereQuery,
  notInListQuery,
  rollChildQuery,
  rollInQuery,
  rollInRowsQuery,
  rollInsQuery,
  rollQuery,
  searchQuery,
} from "./queries.ts";
import { RollInRowsSearch, RollSearch, SearchSearch } from "./search.ts";

const searchRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/search",
  validateSearch: SearchSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { who }, deps }) => {
    const asked = deps.text.trim();
    if (asked.length < 2) return;
    const here = postMay(who, "named-person.here.read") ? namedHereQuery(asked) : undefined;
    if (here !== undefined) void queryClient.prefetchQuery(here);
    await queryClient.ensureQueryData(searchQuery(asked, cursorOf(deps)));
  },
  component: lazyRouteComponent(() => import("./search-page.tsx"), "SearchPage"),
});

const overviewRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./child-page.tsx"), "ChildPage"),
});
const recordStatusRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/statuses/record",
  component: lazyRouteComponent(() => import("./record-status-page.tsx"), "RecordStatusPage"),
});
const correctStatusRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/statuses/$legalStatusId/correct",
  component: lazyRouteComponent(() => import("./correct-status-page.tsx"), "CorrectStatusPage"),
});
const endStatusRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/statuses/$legalStatusId/end",
  component: lazyRouteComponent(() => import("./end-status-page.tsx"), "EndStatusPage"),
});

const rollsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/roll",
  loader: async () => {
    const [only, ...others] = await queryClient.ensureQueryData(establishmentsQuery());
    if (only && others.length === 0)
      throw redirect({
        to: "/roll/$establishmentId",
        params: { establishmentId: only.establishmentId },
        replace: true,
      });
  },
  component: lazyRouteComponent(() => import("./rolls-page.tsx"), "RollsPage"),
});
const rollRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/roll/$establishmentId",
  validateSearch: RollSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) =>
    Promise.all([
      queryClient.ensureQueryData(establishmentsQuery()),
      queryClient.ensureQueryData(rollQuery(params.establishmentId, deps)),
    ]),
  component: lazyRouteComponent(() => import("./roll-page.tsx"), "RollPage"),
});
const rollChildRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/roll/children/$childId",
  loader: ({ params }) => queryClient.ensureQueryData(rollChildQuery(params.childId)),
  component: lazyRouteComponent(() => import("./roll-child-page.tsx"), "RollChildPage"),
});

const rollInsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/roll/$establishmentId/imports",
  validateSearch: z.object(Paged),
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) =>
    Promise.all([
      queryClient.ensureQueryData(establishmentsQuery()),
      queryClient.ensureQueryData(rollInsQuery(params.establishmentId, cursorOf(deps))),
    ]),
  component: lazyRouteComponent(() => import("./roll-ins-page.tsx"), "RollInsPage"),
});
const uploadRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/roll/$establishmentId/imports/new",
  loader: () => queryClient.ensureQueryData(establishmentsQuery()),
  component: lazyRouteComponent(() => import("./upload-page.tsx"), "UploadPage"),
});
const rollInRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/roll/imports/$rollInId",
  validateSearch: RollInRowsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) =>
    Promise.all([
      queryClient.ensureQueryData(rollInQuery(params.rollInId)),
      queryClient.ensureQueryData(rollInRowsQuery(params.rollInId, deps)),
    ]),
  component: lazyRouteComponent(() => import("./roll-in-page.tsx"), "RollInPage"),
});
const confirmRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/roll/imports/$rollInId/confirm",
  loader: ({ params }) =>
    Promise.all([
      queryClient.ensureQueryData(establishmentsQuery()),
      queryClient.ensureQueryData(rollInQuery(params.rollInId)),
      queryClient.ensureQueryData(notInListQuery(params.rollInId)),
    ]),
  component: lazyRouteComponent(() => import("./confirm-roll-in-page.tsx"), "ConfirmRollInPage"),
});
const discardRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/roll/imports/$rollInId/discard",
  loader: ({ params }) => queryClient.ensureQueryData(rollInQuery(params.rollInId)),
  component: lazyRouteComponent(() => import("./discard-roll-in-page.tsx"), "DiscardRollInPage"),
});
const undoRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/roll/imports/$rollInId/undo",
  loader: ({ params }) => queryClient.ensureQueryData(rollInQuery(params.rollInId)),
  component: lazyRouteComponent(() => import("./undo-roll-in-page.tsx"), "UndoRollInPage"),
});

export const peopleRoutes = [
  searchRoute,
  rollsRoute,
  rollRoute,
  rollChildRoute,
  rollInsRoute,
  uploadRoute,
  rollInRoute,
  confirmRoute,
  discardRoute,
  undoRoute,
] as const;

export const childPages = [overviewRoute, recordStatusRoute, correctStatusRoute, endStatusRoute] as const;
