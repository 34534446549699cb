import { cursorOf } from "@linchpin/portal";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { postMay } from "../../routes/menu.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { sheetOfDays } from "../consent/search.ts";
import { sheetQuery } from "../consent/sheet-queries.ts";
import { childRoute } from "../people/child-route.ts";
import {
  dutiesQuery,
  establishmentsQuery,
  needingAttentionQuery,
  noticesQuery,
  toTellQuery,
  waitingQuery,
} from "./queries.ts";
import { chronologyQuery, decisionQuery, looksQuery, paperOfLooksQuery } from "./queries-of-child.ts";
import { ChronologySearch, DutiesSearch, LooksSearch, NoticesSearch, PaperSearch } from "./search.ts";

const todayRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/",
  loader: ({ context: { who } }) =>
    Promise.all([
      queryClient.ensureQueryData(dutiesQuery()),
      queryClient.ensureQueryData(noticesQuery(true)),
      postMay(who, "lead-professional.list-own") && queryClient.ensureQueryData(waitingQuery()),
      postMay(who, "named-person.list-own") && queryClient.ensureQueryData(needingAttentionQuery()),
      postMay(who, "telling.record") && queryClient.ensureQueryData(toTellQuery()),
      postMay(who, "roll.list") && queryClient.ensureQueryData(establishmentsQuery()),
    ]),
  component: lazyRouteComponent(() => import("./today-page.tsx"), "TodayPage"),
});

const dutiesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/duties",
  validateSearch: DutiesSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(dutiesQuery(deps.whose, cursorOf(deps))),
  component: lazyRouteComponent(() => import("./duties-page.tsx"), "DutiesPage"),
});

const noticesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/notices",
  validateSearch: NoticesSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(noticesQuery(deps.unread === true, cursorOf(deps))),
  component: lazyRouteComponent(() => import("./notices-page.tsx"), "NoticesPage"),
});

const chronologyRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/chronology",
  validateSearch: ChronologySearch,
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) => queryClient.ensureQueryData(chronologyQuery(params.childId, deps)),
  component: lazyRouteComponent(() => import("./chronology-page.tsx"), "ChronologyPage"),
});
const decisionRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/decisions/$decisionId",
  loader: ({ params }) => queryClient.ensureQueryData(decisionQuery(params.decisionId)),
  component: lazyRouteComponent(() => import("./decision-page.tsx"), "DecisionPage"),
});
const whoLookedRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/who-has-looked",
  validateSearch: LooksSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) => queryClient.ensureQueryData(looksQuery(params.childId, deps)),
  component: lazyRouteComponent(() => import("./who-looked-page.tsx"), "WhoLookedPage"),
});

/** Beside the child's pages, not under them: a sheet for the family holds no other fact of the record. */
const whoLookedPaperRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/who-has-looked/$childId",
  validateSearch: PaperSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) => queryClient.ensureQueryData(paperOfLooksQuery(params.childId, deps)),
  component: lazyRouteComponent(() => import("./who-looked-paper.tsx"), "WhoLookedPaper"),
});
const giveWhoLookedRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/who-has-looked/$childId/give",
  validateSearch: PaperSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ params: { childId }, deps }) =>
    queryClient.fetchQuery(sheetQuery(childId, sheetOfDays("who-looked", deps))),
  component: lazyRouteComponent(() => import("./give-who-looked-page.tsx"), "GiveWhoLookedPage"),
});

export const recordPages = [chronologyRoute, decisionRoute, whoLookedRoute] as const;
export const recordRoutes = [todayRoute, dutiesRoute, noticesRoute, whoLookedPaperRoute, giveWhoLookedRoute] as const;
