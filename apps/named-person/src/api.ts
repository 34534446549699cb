import { createApi } from "@linchpin/portal";

/** The portal's one way to the api. */
export const api = createApi();
export const { trpc, client, queryClient } = api;
