import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { rulebookQuery } from "./queries.ts";
import { RulebookSearch } from "./search.ts";

const rulebookRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/rulebook",
  validateSearch: RulebookSearch,
  loaderDeps: ({ search: { adoption } }) => ({ adoption }),
  loader: ({ deps }) => queryClient.ensureQueryData(rulebookQuery(deps.adoption)),
  component: lazyRouteComponent(() => import("./rulebook-page.tsx"), "RulebookPage"),
});

const theAreaRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/area",
  component: lazyRouteComponent(() => import("./area-page.tsx"), "TheAreaPage"),
});

export const areaRoutes = [theAreaRoute, rulebookRoute] as const;
