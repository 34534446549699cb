import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { figuresQuery } from "./queries.ts";
import { FiguresSearch } from "./search.ts";

const figuresRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/figures",
  validateSearch: FiguresSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(figuresQuery(deps)),
  component: lazyRouteComponent(() => import("./figures-page.tsx"), "FiguresPage"),
});

export const qualityRoutes = [figuresRoute] as const;
