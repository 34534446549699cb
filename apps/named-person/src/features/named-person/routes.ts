import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../../api.ts";
import { signedInRoute } from "../../routes/root.tsx";
import { childRoute } from "../people/child-route.ts";
import { establishmentsQuery, rollChildQuery } from "../people/queries.ts";
import {
  arrangementQuery,
  historyQuery,
  letterQuery,
  lettersQuery,
  lettersSentQuery,
  mineQuery,
  myGroupsQuery,
  staffQuery,
  tellQuery,
  withoutQuery,
} from "./queries.ts";
import { LettersSearch, MineSearch, TellSearch, WithoutSearch } from "./search.ts";

const mineRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/children",
  validateSearch: MineSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) =>
    Promise.all([queryClient.ensureQueryData(mineQuery(deps)), queryClient.ensureQueryData(myGroupsQuery())]),
  component: lazyRouteComponent(() => import("./my-children-page.tsx"), "MyChildrenPage"),
});

const historyRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/named-persons",
  loader: ({ params }) => queryClient.ensureQueryData(historyQuery(params.childId)),
  component: lazyRouteComponent(() => import("./history-page.tsx"), "HistoryPage"),
});
const endMidwiferyRoute = createRoute({
  getParentRoute: () => childRoute,
  path: "/end-midwifery",
  component: lazyRouteComponent(() => import("./end-midwifery-page.tsx"), "EndMidwiferyPage"),
});

const arrangementRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/roll/$establishmentId/named-persons",
  loader: ({ params }) =>
    Promise.all([
      queryClient.ensureQueryData(establishmentsQuery()),
      queryClient.ensureQueryData(arrangementQuery(params.establishmentId)),
    ]),
  component: lazyRouteComponent(() => import("./arrangement-page.tsx"), "ArrangementPage"),
});
const arrangeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/roll/$establishmentId/named-persons/arrange",
  loader: ({ params }) =>
    Promise.all([
      queryClient.ensureQueryData(arrangementQuery(params.establishmentId)),
      queryClient.ensureQueryData(staffQuery(params.establishmentId)),
    ]),
  component: lazyRouteComponent(() => import("./arrange-page.tsx"), "ArrangePage"),
});
const endMidwiferyAtOfficeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/roll/children/$childId/end-midwifery",
  loader: ({ params }) => queryClient.ensureQueryData(rollChildQuery(params.childId)),
  component: lazyRouteComponent(() => import("./end-midwifery-page.tsx"), "EndMidwiferyAtOfficePage"),
});
const assignRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/roll/children/$childId/named-person",
  loader: async ({ params }) => {
    const child = await queryClient.ensureQueryData(rollChildQuery(params.childId));
    await Promise.all(
      child.places.map(({ establishmentId }) => queryClient.ensureQueryData(staffQuery(establishmentId))),
    );
  },
  component: lazyRouteComponent(() => import("./assign-page.tsx"), "AssignPage"),
});
const withoutRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/roll/$establishmentId/without",
  validateSearch: WithoutSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) =>
    Promise.all([
      queryClient.ensureQueryData(establishmentsQuery()),
      queryClient.ensureQueryData(withoutQuery(params.establishmentId, deps)),
    ]),
  component: lazyRouteComponent(() => import("./without-page.tsx"), "WithoutPage"),
});
const tellRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/tell",
  validateSearch: TellSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) =>
    Promise.all([
      queryClient.ensureQueryData(tellQuery(deps)),
      deps.establishmentId === undefined ? undefined : queryClient.ensureQueryData(establishmentsQuery()),
    ]),
  component: lazyRouteComponent(() => import("./tell-page.tsx"), "TellPage"),
});
const lettersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/tell/letters",
  validateSearch: LettersSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps: { way, ...of } }) => (way === undefined ? undefined : queryClient.fetchQuery(lettersQuery(of, way))),
  component: lazyRouteComponent(() => import("./letters-page.tsx"), "LettersPage"),
});
const letterRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/tell/letters/$tellingId",
  validateSearch: LettersSearch,
  loaderDeps: ({ search: { way } }) => ({ way }),
  loader: ({ params: { tellingId }, deps: { way = "handed-over" } }) =>
    queryClient.fetchQuery(letterQuery({ tellingId, way, clearings: [] })),
  component: lazyRouteComponent(() => import("./letter-page.tsx"), "LetterPage"),
});
const lettersSentRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/tell/sent/$sentCopyId",
  loader: ({ params: { sentCopyId } }) => queryClient.ensureQueryData(lettersSentQuery(sentCopyId)),
  component: lazyRouteComponent(() => import("./letters-sent-page.tsx"), "LettersSentPage"),
});

export const namedPersonRoutes = [
  mineRoute,
  arrangementRoute,
  arrangeRoute,
  assignRoute,
  endMidwiferyAtOfficeRoute,
  withoutRoute,
  tellRoute,
  lettersRoute,
  letterRoute,
  lettersSentRoute,
] as const;
export const namedPersonPagesOfChild = [historyRoute, endMidwiferyRoute] as const;
