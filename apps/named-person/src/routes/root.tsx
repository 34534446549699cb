import { isApiError, Nowhere, Shell, signInHref, Trouble, useHref, whoIs } from "@linchpin/portal";
import { useQuery } from "@tanstack/react-query";
import { createRootRoute, createRoute, Outlet, redirect } from "@tanstack/react-router";
import { api, queryClient, trpc } from "../api.ts";
import type { Who } from "../views.ts";
import { menuFor, postMay } from "./menu.ts";

export const rootRoute = createRootRoute({ component: Outlet, errorComponent: Trouble, notFoundComponent: Nowhere });

const today = trpc.record.today.queryOptions();

/** Everything below needs somebody signed in. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "signed-in",
  beforeLoad: async ({ location }) => {
    const who = await whoIs(api).catch(toSignIn);
    if (isLight(who)) keepToOwnActions(location.pathname);
    return { who };
  },
  loader: ({ context: { who } }) => {
    if (!isLight(who)) void queryClient.prefetchQuery(today);
  },
  component: Portal,
});

const isLight = ({ role }: { readonly role: string }): boolean => role === "light";

/** A light account has its own actions and its own part in a plan, the summaries it was invited to, whom to ask about a child at risk, and where it is signed in: every other address has no page for it. */
function keepToOwnActions(path: string): void {
  if (path === "/") throw redirect({ to: "/your-actions", replace: true });
  if (!/^\/(your-actions|your-part|contribute|sessions|no-such-page)(\/|$)|^\/safeguarding\/?$/.test(path))
    throw redirect({ to: "/$", params: { _splat: "no-such-page" }, replace: true });
}

/** An address that no page has: said under the menu, so that there is a way on. */
export const nowhereRoute = createRoute({ getParentRoute: () => signedInRoute, path: "$", component: Nowhere });

/** Nobody is signed in: the browser leaves for the sign-in page, and nothing more is drawn meanwhile. */
function toSignIn(error: unknown): Promise<never> {
  if (!isApiError(error) || error.data?.code !== "UNAUTHORIZED") return Promise.reject(error);
  window.location.assign(signInHref());
  return new Promise(() => undefined);
}

const hasManagersPages = (who: Who): boolean => who.worksAt === "/manager/" || postMay(who, "allocation.desk.read");

function Portal() {
  const { who } = signedInRoute.useRouteContext();
  const { data: counts } = useQuery({ ...today, enabled: !isLight(who) });
  const href = useHref();
  return (
    <Shell
      api={api}
      portal="Named person"
      who={who}
      navigation={(now, path) => menuFor(now, path, href, counts)}
      elsewhere={hasManagersPages(who) ? { href: "/manager/", text: "Manager portal" } : undefined}
    />
  );
}
