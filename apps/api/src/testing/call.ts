import { rulebook } from "@linchpin/domain/rulebooks";
import { TRPCError } from "@trpc/server";
import { v7 as newId } from "uuid";
import { appRouter } from "../app-router.ts";
import { areasWith } from "../area-in-force.ts";
import type { Database } from "../db/database.ts";
import type { SignedIn } from "../records.ts";
import { callerOf } from "../trpc.ts";
import { aMonday } from "./area.ts";

const areaOf = areasWith(rulebook);
const callerFor = callerOf(appRouter);

/** Asks a procedure by its path as somebody, and gives what it answers or throws. */
export async function call(
  database: Database,
  who: SignedIn,
  path: string,
  input: unknown,
  { at = aMonday, requestId = newId() }: { readonly at?: Date; readonly requestId?: string } = {},
): Promise<unknown> {
  const caller = callerFor({ database, areaOf, clock: () => at, requestId, who, session: undefined });
  const procedure = path.split(".").reduce<unknown>((of, part) => (of as Record<string, unknown>)[part], caller);
  return (procedure as (input: unknown) => Promise<unknown>)(input);
}

/** What a browser would be told of what was thrown, as a code; a fault of ours with its cause. */
export function codeOfThrown(error: unknown): string {
  if (error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR") return error.code;
  let at = error;
  while (at instanceof Error && at.cause !== undefined) at = at.cause;
  return `a fault of ours: ${at instanceof Error ? at.message : String(at)}`;
}
