import { type Act, type Decision, DomainError, deniedBecause, relations } from "@linchpin/domain";
import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { type Context, changing, keepRefusal, reading, type Sent } from "./context.ts";
import { asThrown, asTransport, refusalIn } from "./errors.ts";
import type { Records } from "./records.ts";

const t = initTRPC
  .context<Context>()
  .meta<{ readonly act: Act }>()
  .create({
    errorFormatter: ({ shape, error }) => {
      const refusal = refusalIn(error);
      const problems =
        error.cause instanceof ZodError
          ? error.cause.issues.map(({ path, message }) => ({ path: path.map(String).join("."), message }))
          : undefined;
      const isOurs =
        refusal !== undefined ||
        problems !== undefined ||
        error.code === "NOT_FOUND" ||
        error.code === "METHOD_NOT_SUPPORTED";
      return {
        ...shape,
        message: isOurs ? shape.message : "Something went wrong",
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          path: shape.data.path,
          // A decision may rest on a colleague's own record: what is released of it goes through the refusal's view.
          refusal: problems ? { kind: "input" as const, problems } : refusal ? released(refusal) : undefined,
        },
      };
    },
  });

export type Released =
  | {
      readonly kind: "rule-prevents";
      readonly question: string;
      readonly answer: string;
      readonly because: readonly { readonly because: string; readonly clause: string }[];
      readonly missing: readonly string[];
    }
  | Exclude<NonNullable<ReturnType<typeof refusalIn>>, { kind: "rule-prevents" }>;

/** What a browser is told of a refusal: of a decision, the findings about the child, never those about a colleague. */
export function released(refusal: NonNullable<ReturnType<typeof refusalIn>>): Released {
  if (refusal.kind !== "rule-prevents") return refusal;
  const { decision }: { decision: Decision } = refusal;
  const open = decision.findings.filter(
    (finding) => !finding.about.startsWith("practitioner:") && finding.liftedBy === undefined,
  );
  return {
    kind: "rule-prevents",
    question: decision.title,
    answer: decision.answer,
    because: open.map(({ because, clause }) => ({ because, clause: `${clause.source} ${clause.at}` })),
    // Said finding by finding: that a colleague's check is not recorded is as much their own as what it says.
    missing: [
      ...new Set(
        open.flatMap((finding) => ("missing" in finding && finding.missing !== undefined ? [finding.missing] : [])),
      ),
    ],
  };
}

/** Every call: domain refusals become transport, and are kept by themselves after the change was undone. */
const called = t.procedure.use(async ({ ctx, meta, next, getRawInput }) => {
  const result = await next();
  if (result.ok) return result;
  const refusal = refusalIn(result.error);
  if (refusal === undefined) return result;
  // A database that is too busy for the change is not asked to write down that it was.
  if (ctx.who !== undefined && meta !== undefined && refusal.kind !== "too-many")
    await keepRefusal(
      { context: ctx, who: ctx.who, act: meta.act },
      refusal.kind,
      await getRawInput().catch(() => undefined), // what could not be read names nobody
    ).catch((error: unknown) => {
      throw asThrown(error);
    });
  throw result.error instanceof TRPCError &&
    result.error.cause instanceof DomainError &&
    result.error.code !== "INTERNAL_SERVER_ERROR"
    ? result.error
    : asTransport(refusal, result.error.cause ?? result.error);
});

/**
 * The one way to a procedure: it names its act, asks that someone is signed in whose post may do it, and opens
 * transactions only through `read` (queries) and `change` (mutations).
 */
export const practitionerProcedure = (act: Act) =>
  called.meta({ act }).use(({ ctx, next }) => {
    const { who } = ctx;
    if (who === undefined) throw new DomainError({ kind: "signed-out" });
    const denial = deniedBecause(act, who.role, everyRelation);
    if (denial) throw new DomainError({ kind: "not-allowed", action: act, why: denial.words });
    const of = { context: ctx, who, act };
    return next({
      ctx: {
        who,
        read: <T>(work: (records: Records) => Promise<T>) => reading(of, work),
        change: <T>(input: Sent, work: (records: Records) => Promise<T>) => changing(of, input, work),
      },
    });
  });

/** At the door only the post's role is asked; the relation to a child is asked once the child is known. */
const everyRelation = Object.keys(relations);

/** For what may be asked before anybody is signed in. */
export const openProcedure = called;

export const router = t.router;
export const callerOf = t.createCallerFactory;
