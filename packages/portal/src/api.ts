import type { AppRouter } from "@linchpin/api";
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, type TRPCClient, TRPCClientError } from "@trpc/client";
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { sayEnded } from "./session.ts";
import { forgetTimeLeft, sayTimeLeft, timeLeftHeader } from "./time-left.ts";

/** What the api says when it refuses. */
export type ApiError = TRPCClientError<AppRouter>;

export const isApiError = (error: unknown): error is ApiError => error instanceof TRPCClientError;

export type Api = {
  readonly queryClient: QueryClient;
  readonly client: TRPCClient<AppRouter>;
  readonly trpc: TRPCOptionsProxy<AppRouter>;
};

/** For a query that a timer repeats: nobody is at work because of it, so it does not keep the session open. */
export const unattended = { trpc: { context: { unattended: true } } } as const;

/** Says that the session is over, when that is what an error means. */
export const noticeEnd = (error: unknown): void => {
  if (!isSignedOut(error)) return;
  forgetTimeLeft();
  sayEnded(true);
};

/** Whether an error says that nobody is signed in. */
export const isSignedOut = (error: unknown): boolean => isApiError(error) && error.data?.code === "UNAUTHORIZED";

/** The portal's way to the api: every call a POST, one batch a screen, the signed-out answer noticed in one place. */
export function createApi(): Api {
  const queryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeEnd }),
    mutationCache: new MutationCache({ onError: noticeEnd }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < 2 && !isApiError(error) && navigator.onLine,
      },
      mutations: { retry: false },
    },
  });
  const client = createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: "/api/trpc",
        methodOverride: "POST",
        maxItems: 10,
        fetch: async (url, options) => {
          const answer = await fetch(url, options as RequestInit); // what it is called with is what a browser takes
          sayTimeLeft(answer.headers.get(timeLeftHeader));
          return answer;
        },
        headers: ({ opList }) =>
          opList.every(({ context }) => context.unattended === true) ? { "x-linchpin-unattended": "1" } : {},
      }),
    ],
  });
  return { queryClient, client, trpc: createTRPCOptionsProxy<AppRouter>({ client, queryClient }) };
}
