import { isApiError, Nowhere, Shell, signInHref, Trouble, unattended, useHref, whoIs } from "@linchpin/portal";
import { useQuery } from "@tanstack/react-query";
import { createRootRoute, createRoute, notFound, Outlet } from "@tanstack/react-router";
import { api, queryClient, trpc } from "../api.ts";
import { menuFor } from "./menu.ts";

export const rootRoute = createRootRoute({ component: Outlet, errorComponent: Trouble, notFoundComponent: Nowhere });

const today = trpc.record.today.queryOptions();

/** Everything below needs somebody signed in. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "signed-in",
  beforeLoad: async () => {
    const who = await whoIs(api).catch(toSignIn);
    if (who.role === "light") throw notFound(); // its one page is in the other portal
    return { who };
  },
  loader: () => void queryClient.prefetchQuery(today),
  component: Portal,
});

/** An address that no page has: said under the menu, so that there is a way on. */
export const nowhereRoute = createRoute({ getParentRoute: () => signedInRoute, path: "$", component: Nowhere });

/** Nobody is signed in: the browser leaves for the sign-in page, and nothing more is drawn meanwhile. */
function toSignIn(error: unknown): Promise<never> {
  if (!isApiError(error) || error.data?.code !== "UNAUTHORIZED") return Promise.reject(error);
  window.location.assign(signInHref());
  return new Promise(() => undefined);
}

/** The menu's figures are asked again while the page stands open; no child is looked at for them. */
const figures = { ...trpc.record.today.queryOptions(undefined, unattended), refetchInterval: 60_000 };

function Portal() {
  const { who } = signedInRoute.useRouteContext();
  const { data: counts } = useQuery(figures);
  const href = useHref();
  return (
    <Shell
      api={api}
      portal="Manager"
      who={who}
      navigation={(now, path) => menuFor(now, path, href, counts)}
      elsewhere={{ href: "/named-person/", text: "Named person portal" }}
    />
  );
}
