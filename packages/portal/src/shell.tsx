import {
  AppShell,
  LeaveDialog,
  LeaveGuard,
  type LinkTo,
  linkThrough,
  type NavigationItem,
  SessionEnded,
  SessionWarning,
} from "@linchpin/ui";
import { useQuery } from "@tanstack/react-query";
import { Outlet, useBlocker, useRouter, useRouterState } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { type Api, noticeEnd, unattended } from "./api.ts";
import { sayEnded, signInHref, useSessionEnded } from "./session.ts";
import { useTimeLeft } from "./time-left.ts";

/** Who is signed in, as the api tells it. */
export type Who = Awaited<ReturnType<typeof whoIs>>;

export const whoIs = ({ queryClient, trpc }: Api) => queryClient.fetchQuery(trpc.access.who.queryOptions());

export type ShellProps = {
  readonly api: Api;
  readonly portal: string;
  readonly who: Who;
  readonly navigation: (who: Who, path: string) => readonly NavigationItem[];
  /** The other portal, for a post that works in both. */
  readonly elsewhere?: LinkTo | undefined;
};

/** The frame around every page: menu, who is signed in, the session's end, leaving without saving. */
export function Shell({ api, portal, who, navigation, elsewhere }: ShellProps) {
  const router = useRouter();
  const ended = useSessionEnded();
  const { isLoading, path } = useRouterState({
    select: (state) => ({ isLoading: state.isLoading, path: state.location.pathname }),
  });
  const [unsaved, setUnsaved] = useState(false);
  const blocker = useBlocker({ shouldBlockFn: () => unsaved, withResolver: true, enableBeforeUnload: false });
  const unread = useQuery({ ...api.trpc.access.who.queryOptions(), enabled: false }).data ?? who;
  const look = async () => {
    await api.queryClient.fetchQuery({ ...api.trpc.access.who.queryOptions(), staleTime: 0 });
    sayEnded(false);
    return true;
  };
  return (
    <LeaveGuard onChange={setUnsaved}>
      <AppShell
        portal={portal}
        home={router.basepath}
        area={unread.areaName}
        who={{ name: unread.name, post: unread.postTitle }}
        account={[
          { href: safeguardingAt(path), text: "A child at risk of harm" },
          ...(elsewhere ? [elsewhere] : []),
          // a light account sees no record that could be held back from it
          ...(who.role === "light" ? [] : [{ href: `${router.basepath}/outside-work`, text: "Children you know" }]),
          { href: `${router.basepath}/sessions`, text: "Where you are signed in" },
          { href: "/sign-out", text: "Sign out" },
        ]}
        navigation={navigation(who, path)}
        demonstration={unread.isDemonstration}
        loading={isLoading}
        link={linkThrough((href) => {
          if (href.startsWith(router.basepath))
            void router.navigate({ href: href.slice(router.basepath.length) || "/" });
          else window.location.assign(href);
        })}
      >
        <Outlet />
      </AppShell>
      <EndIsNear api={api} ended={ended} />
      <SessionEnded open={ended} signInHref={signInHref()} onSignedIn={look} />
      <LeaveDialog
        open={blocker.status === "blocked"}
        onLeave={() => blocker.status === "blocked" && blocker.proceed()}
        onStay={() => blocker.status === "blocked" && blocker.reset()}
      />
    </LeaveGuard>
  );
}

/** Whom to ask about a child at risk of harm: one step from every page, and from a child's page about that child (WIG-4b). */
const safeguardingAt = (path: string): string =>
  `/named-person/safeguarding${/\/(?:children|safeguarding)(\/[0-9a-f-]{36})(?:\/|$)/.exec(path)?.[1] ?? ""}`;

/** Warns in time of the session's end, whichever tab somebody last worked in. */
function EndIsNear({ api: { client }, ended }: { readonly api: Api; readonly ended: boolean }) {
  const look = useCallback(
    () => client.access.who.query(undefined, { context: unattended.trpc.context }).catch(noticeEnd),
    [client],
  );
  const { secondsLeft, canStay } = useTimeLeft(look);
  const [goesOn, setGoesOn] = useState(false);
  const hidden = ended || secondsLeft === undefined || (goesOn && !canStay);
  return (
    <SessionWarning
      secondsLeft={hidden ? undefined : secondsLeft}
      canStay={canStay}
      signOutAction="/sign-out"
      onStay={() => (canStay ? client.access.who.query().catch(noticeEnd) : setGoesOn(true))}
    />
  );
}
