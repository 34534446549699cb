import { Nowhere, Trouble } from "@linchpin/portal";
import { createBrowserHistory, createRouter, type RouterHistory } from "@tanstack/react-router";
import { accessRoutes } from "./features/access/routes.ts";
import { sessionRoutes } from "./features/access/session-routes.ts";
import { assessmentPages } from "./features/assessment/routes.ts";
import { concernPages } from "./features/concern/routes.ts";
import { safeguardingRoutes } from "./features/concern/safeguarding-routes.ts";
import { toldPages, toldRoutes } from "./features/concern/told-routes.ts";
import { worryRoutes } from "./features/concern/worry-routes.ts";
import { copyPages } from "./features/consent/copy-routes.ts";
import { noteRoutes } from "./features/consent/note-routes.ts";
import { receivedRoutes } from "./features/consent/received-routes.ts";
import { consentPages, consentRoutes } from "./features/consent/routes.ts";
import { shareMadePages } from "./features/consent/share-made-routes.ts";
import { disputePages } from "./features/dispute/routes.ts";
import { leadProfessionalPages, leadProfessionalRoutes } from "./features/lead-professional/routes.ts";
import { beforeRoutes } from "./features/named-person/before-routes.ts";
import { paperRoutes } from "./features/named-person/paper-routes.ts";
import { namedPersonPagesOfChild, namedPersonRoutes } from "./features/named-person/routes.ts";
import { aroundPages } from "./features/people/around-routes.ts";
import { childRoute } from "./features/people/child-route.ts";
import { coreInformationPages, coreInformationRoutes } from "./features/people/core-information-routes.ts";
import { childPages, peopleRoutes } from "./features/people/routes.ts";
import { contributeRoutes } from "./features/plan/contribution-routes.ts";
import { ownActionRoutes } from "./features/plan/own-action-routes.ts";
import { planPages, planRoutes } from "./features/plan/routes.ts";
import { commonElementPages } from "./features/record/common-element-routes.ts";
import { everydayPages, everydayRoutes } from "./features/record/everyday-routes.ts";
import { referencePages } from "./features/record/reference-routes.ts";
import { recordPages, recordRoutes } from "./features/record/routes.ts";
import { restrictionPages } from "./features/restriction/routes.ts";
import { supervisionRoutes } from "./features/supervision/routes.ts";
import { nowhereRoute, rootRoute, signedInRoute } from "./routes/root.tsx";

const pagesOfAChild = childRoute.addChildren([
  ...childPages,
  ...namedPersonPagesOfChild,
  ...concernPages,
  ...toldPages,
  ...consentPages,
  ...copyPages,
  ...shareMadePages,
  ...planPages,
  ...disputePages,
  ...leadProfessionalPages,
  ...recordPages,
  ...coreInformationPages,
  ...aroundPages,
  ...everydayPages,
  ...assessmentPages,
  ...referencePages,
  ...commonElementPages,
  ...restrictionPages,
]);

const routeTree = rootRoute.addChildren([
  signedInRoute.addChildren([
    ...recordRoutes,
    ...coreInformationRoutes,
    ...everydayRoutes,
    ...accessRoutes,
    ...sessionRoutes,
    ...peopleRoutes,
    ...namedPersonRoutes,
    ...beforeRoutes,
    ...paperRoutes,
    ...ownActionRoutes,
    ...contributeRoutes,
    ...consentRoutes,
    ...receivedRoutes,
    ...noteRoutes,
    ...supervisionRoutes,
    ...worryRoutes,
    ...safeguardingRoutes,
    ...toldRoutes,
    ...planRoutes,
    ...leadProfessionalRoutes,
    pagesOfAChild,
    nowhereRoute,
  ]),
]);

/** Nothing is fetched before a person asks for it: each look at a child's record is written down. */
export const createPortalRouter = (history: RouterHistory) =>
  createRouter({
    routeTree,
    history,
    basepath: "/named-person",
    defaultPreload: false,
    defaultErrorComponent: Trouble,
    defaultNotFoundComponent: Nowhere,
    scrollRestoration: true,
  });

export const router = createPortalRouter(createBrowserHistory());

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
