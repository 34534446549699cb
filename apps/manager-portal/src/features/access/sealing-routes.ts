import { cursorOf } from "@linchpin/portal";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { sealingQuery, sealingsQuery } from "./sealing-queries.ts";
import { SealingSearch, SealingsSearch } from "./sealing-search.ts";

const listRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/sealing",
  validateSearch: SealingsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(sealingsQuery(cursorOf(deps))),
  component: lazyRouteComponent(() => import("./sealings-page.tsx"), "SealingsPage"),
});
const askRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/sealing/ask",
  component: lazyRouteComponent(() => import("./ask-to-seal-page.tsx"), "AskToSealPage"),
});
const oneRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/sealing/$sealingId",
  validateSearch: SealingSearch,
  loader: ({ params }) => queryClient.ensureQueryData(sealingQuery(params.sealingId)),
  component: lazyRouteComponent(() => import("./sealing-page.tsx"), "SealingPage"),
});

export const sealingRoutes = [listRoute, askRoute, oneRoute] as const;
