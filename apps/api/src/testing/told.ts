import { rulebook } from "@linchpin/domain/rulebooks";
import { v7 as newId } from "uuid";
import { appRouter } from "../app-router.ts";
import { areasWith } from "../area-in-force.ts";
import type { Database, Handle } from "../db/database.ts";
import { refusalIn } from "../errors.ts";
import { callerOf, released } from "../trpc.ts";
import type { TestPerson } from "./area.ts";
import { undoing } from "./undoing.ts";

type Asked = {
  readonly path: string;
  readonly who: TestPerson;
  readonly input: unknown;
  readonly at: Date;
  /** Looks at what asking changed, before it is undone. */
  readonly look?: (tx: Handle) => Promise<void>;
};

/** What somebody is told: the answer, or the refusal as a browser gets it. What was changed by asking is undone. */
export async function toldTo(database: Database, { path, who, input, at, look }: Asked): Promise<unknown> {
  const caller = callerOf(appRouter)({
    database: undoing(database, look),
    areaOf: areasWith(rulebook),
    clock: () => at,
    requestId: newId(),
    who,
    session: undefined,
  });
  const call = path.split(".").reduce<unknown>((of, part) => (of as Record<string, unknown>)[part], caller);
  return (call as (input: unknown) => Promise<unknown>)(input).catch((error: unknown) => {
    const refusal = refusalIn(error);
    if (refusal === undefined) return String(error instanceof Error ? error.message : error);
    return released(refusal);
  });
}
