import { cursorOf } from "@linchpin/portal";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { postMay } from "../../routes/menu.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { deskQuery, withoutLeadQuery } from "../lead-professional/queries.ts";
import { countsQuery, dutiesQuery, noticesQuery } from "./queries.ts";
import { DutiesSearch, NoticesSearch } from "./search.ts";

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

export const recordRoutes = [todayRoute, dutiesRoute, noticesRoute] as const;
