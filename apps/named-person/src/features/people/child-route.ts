import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { childQuery } from "./queries.ts";

/** Every page about one child stands under its identity bar. */
export const childRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/children/$childId",
  loader: ({ params: { childId } }) => queryClient.ensureQueryData(childQuery(childId)),
  component: lazyRouteComponent(() => import("./child-frame.tsx"), "ChildFrame"),
});
