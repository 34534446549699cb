import { cursorOf } from "@linchpin/portal";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { postMay } from "../../routes/menu.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { deskQuery, withoutLeadQuery } from "../lead-professional/queries.ts";
import { peopleQuery } from "../supervision/queries.ts";
import { countsQuery, dutiesQuery, looksOfPersonQuery, looksOfWeekQuery, noticesQuery } from "./queries.ts";
import { DutiesSearch, LookKindOfPage, LooksOfPersonSearch, LooksSearch, NoticesSearch } from "./search.ts";

const todayRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/",
  loader: ({ context: { who } }) =>
    Promise.all([
      queryClient.ensureQueryData(countsQuery()),
      queryClient.ensureQueryData(dutiesQuery()),
      queryClient.ensureQueryData(dutiesQuery("on-my-account")),
      queryClient.ensureQueryData(noticesQuery(true)),
      postMay(who, "allocation.desk.read") && queryClient.ensureQueryData(deskQuery()),
      postMay(who, "supervision.read") && queryClient.ensureQueryData(peopleQuery()),
      postMay(who, "allocation.without-lead.read") && queryClient.ensureQueryData(withoutLeadQuery()),
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

const looksRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/looks",
  validateSearch: LooksSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(looksOfWeekQuery(deps, cursorOf(deps))),
  component: lazyRouteComponent(() => import("./looks-page.tsx"), "LooksPage"),
});

const looksOfPersonRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/looks/$kind/$practitionerId",
  params: {
    parse: ({ practitionerId, kind }) => ({
      practitionerId,
      kind: LookKindOfPage.catch("without-relation").parse(kind),
    }),
    stringify: (params) => params,
  },
  validateSearch: LooksOfPersonSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) => queryClient.ensureQueryData(looksOfPersonQuery(params, deps.week, cursorOf(deps))),
  component: lazyRouteComponent(() => import("./looks-of-person-page.tsx"), "LooksOfPersonPage"),
});

export const recordRoutes = [todayRoute, dutiesRoute, noticesRoute, looksRoute, looksOfPersonRoute] as const;
