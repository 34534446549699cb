import { codeOf } from "./asking.ts";

/** How long to wait for a PostgreSQL server. */
export type Limits = {
  /** For a connection: one of the pool's to come free, or a new one to be answered. */
  readonly connectSeconds: number;
  /** For one statement. */
  readonly statementSeconds: number;
  /** For what another transaction holds. */
  readonly lockSeconds: number;
  /** For us to say the next thing in a transaction that we opened. */
  readonly idleSeconds: number;
};

const ms = (seconds: number) => seconds * 1000;

/** As a connection says them when it opens: they hold for every statement on it. */
export const onConnection = ({ statementSeconds, lockSeconds, idleSeconds }: Limits) => ({
  statement_timeout: ms(statementSeconds),
  lock_timeout: ms(lockSeconds),
  idle_in_transaction_session_timeout: ms(idleSeconds),
});

/** As a transaction says them when it opens, where a pooler stands before the server and lets no connection say them. */
export const inTransactionOf = (limits: Limits): string =>
  Object.entries(onConnection(limits))
    .map(([name, value]) => `set local ${name} = ${value}; `)
    .join("");

const outOfTime = new Set([
  "57014", // a statement took too long
  "55P03", // somebody else held it too long
  "25P03", // a transaction was left open too long
  "53300", // the server has no connection to give
  "40001",
  "40P01", // it gave way to others again and again
]);

/** What the driver says, without a code, when nobody gave it a connection in time. */
const noConnection = [
  "timeout exceeded when trying to connect",
  "Connection terminated due to connection timeout",
  "timeout expired",
];

/** Whether this is the database being too busy, under whatever wrapped it: nothing was kept, and it may go well in a moment. */
export function isOutOfTime(error: unknown): boolean {
  if (outOfTime.has(codeOf(error) ?? "")) return true;
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1)
    if (noConnection.includes(at.message)) return true;
  return false;
}
