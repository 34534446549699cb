import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { childRoute } from "../people/child-route.ts";
import { checksQuery, discussionsQuery, ownDiscussionsQuery } from "./everyday-queries.ts";

const everydayRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/checks-and-discussions",
  loader: async ({ params }) => {
    await queryClient.ensureQueryData(checksQuery(params.childId));
    await queryClient.ensureQueryData(discussionsQuery(params.childId));
  },
  component: lazyRouteComponent(() => import("./everyday-page.tsx"), "EverydayPage"),
});
const recordCheckRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/checks-and-discussions/check",
  loader: ({ params }) => queryClient.ensureQueryData(checksQuery(params.childId)),
  component: lazyRouteComponent(() => import("./record-check-page.tsx"), "RecordCheckPage"),
});
const logOfChildRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/checks-and-discussions/discussion",
  loader: ({ params }) => queryClient.ensureQueryData(discussionsQuery(params.childId)),
  component: lazyRouteComponent(() => import("./log-discussion-page.tsx"), "LogDiscussionOfChildPage"),
});
const ownRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/discussions",
  loader: () => queryClient.ensureQueryData(ownDiscussionsQuery()),
  component: lazyRouteComponent(() => import("./own-discussions-page.tsx"), "OwnDiscussionsPage"),
});
const logRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/discussions/log",
  component: lazyRouteComponent(() => import("./log-discussion-page.tsx"), "LogDiscussionPage"),
});

export const everydayPages = [everydayRoute, recordCheckRoute, logOfChildRoute] as const;
export const everydayRoutes = [ownRoute, logRoute] as const;
