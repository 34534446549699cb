import { itemKinds } from "@linchpin/domain";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { childRoute } from "../people/child-route.ts";
import { consentQuery, itemQuery, releaseQuery, sharedQuery, takingBackQuery } from "./queries.ts";
import { ConsentSearch, SharedSearch, sheetOfDays } from "./search.ts";
import { sheetQuery } from "./sheet-queries.ts";

const consentRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/consent",
  validateSearch: ConsentSearch,
  loader: ({ params }) => queryClient.ensureQueryData(consentQuery(params.childId)),
  component: lazyRouteComponent(() => import("./consent-page.tsx"), "ConsentPage"),
});
const recordAnswerRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/consent/record",
  loader: ({ params }) => queryClient.ensureQueryData(consentQuery(params.childId)),
  component: lazyRouteComponent(() => import("./record-answer-page.tsx"), "RecordAnswerPage"),
});
const correctAnswerRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/consent/$consentId/correct",
  loader: ({ params }) => queryClient.ensureQueryData(consentQuery(params.childId)),
  component: lazyRouteComponent(() => import("./correct-answer-page.tsx"), "CorrectAnswerPage"),
});
const takeBackRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/consent/$consentId/take-back",
  loader: ({ params }) => queryClient.ensureQueryData(takingBackQuery(params.consentId)),
  component: lazyRouteComponent(() => import("./take-back-page.tsx"), "TakeBackPage"),
});
const shareRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/consent/share",
  loader: ({ params }) => queryClient.ensureQueryData(consentQuery(params.childId)),
  component: lazyRouteComponent(() => import("./share-page.tsx"), "SharePage"),
});
const kindOf = z.enum(itemKinds);
const shareItemRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/consent/share/$kind/$itemId",
  params: {
    // of a kind that there is not, nothing is found: the page says so once it asked
    parse: ({ kind, itemId }) => ({ kind: kindOf.catch("concern").parse(kind), itemId }),
    stringify: ({ kind, itemId }) => ({ kind, itemId }),
  },
  loader: ({ params: { childId, kind, itemId } }) => queryClient.ensureQueryData(itemQuery(childId, kind, itemId)),
  component: lazyRouteComponent(() => import("./share-item-page.tsx"), "ShareItemPage"),
});
const sharedRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/consent/shared/$releaseId",
  loader: ({ params }) => queryClient.ensureQueryData(releaseQuery(params.releaseId)),
  component: lazyRouteComponent(() => import("./shared-page.tsx"), "SharedPage"),
});

/** Beside the child's pages, not under them: a sheet for the family holds no other fact of the record. */
const sharedPaperRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/what-is-shared/$childId",
  validateSearch: SharedSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) => queryClient.ensureQueryData(sharedQuery(params.childId, deps)),
  component: lazyRouteComponent(() => import("./shared-paper.tsx"), "SharedPaper"),
});
const giveSharedRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/what-is-shared/$childId/give",
  validateSearch: SharedSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ params: { childId }, deps }) =>
    queryClient.fetchQuery(sheetQuery(childId, sheetOfDays("what-is-shared", deps))),
  component: lazyRouteComponent(() => import("./give-shared-page.tsx"), "GiveSharedPage"),
});

export const consentPages = [
  consentRoute,
  recordAnswerRoute,
  correctAnswerRoute,
  takeBackRoute,
  shareRoute,
  shareItemRoute,
  sharedRoute,
] as const;
export const consentRoutes = [sharedPaperRoute, giveSharedRoute] as const;
