import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { ownSupervisionQuery } from "./queries.ts";

const ownRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/supervision",
  validateSearch: z.object({ done: z.enum(["asked"]).optional().catch(undefined) }),
  loader: () => queryClient.ensureQueryData(ownSupervisionQuery()),
  component: lazyRouteComponent(() => import("./own-supervision-page.tsx"), "OwnSupervisionPage"),
});
const askRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/supervision/ask",
  loader: () => queryClient.ensureQueryData(ownSupervisionQuery()),
  component: lazyRouteComponent(() => import("./ask-page.tsx"), "AskPage"),
});

export const supervisionRoutes = [ownRoute, askRoute] as const;
