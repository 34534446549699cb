import { z } from "zod";
import type { Api } from "./api.ts";

/** What the routes of both portals ask before a page of the portal's own is loaded: no part of those pages is in here. */

export const OutsideWorkSearch = z.object({ done: z.enum(["child", "home"]).optional().catch(undefined) });

export const outsideWorkQuery = ({ trpc }: Api) => trpc.access.outsideWork.mine.queryOptions();

export const ownSessionsQuery = ({ trpc }: Pick<Api, "trpc">) => trpc.sessions.mine.queryOptions();
