import { setTimeout } from "node:timers/promises";
import type { Asking } from "./database.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/;

function checked(value: string, shape: RegExp): string {
  if (!shape.test(value)) throw new Error("refused to set a row-security value of the wrong shape");
  return value;
}

/**
 * The statements that open a transaction for someone, in one message: the role drops to the app's, and the values that
 * policies read hold until the transaction ends. Each value is checked against its shape, since it is written into the text.
 */
export const opening = ({ areaId, practitionerId, now, as }: Asking): string =>
  `set local role linchpin_app; select set_config('app.area', '${checked(areaId, uuid)}', true), ` +
  `set_config('app.person', '${practitionerId === undefined ? "" : checked(practitionerId, uuid)}', true), ` +
  `set_config('app.now', '${checked(now, instant)}', true), set_config('app.as', '${as === "system" ? "system" : "person"}', true)`;

const again = new Set(["40001", "40P01"]);

/** The PostgreSQL error code under whatever wrapped it. */
export function codeOf(error: unknown): string | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const { code } = at as { code?: unknown };
    if (typeof code === "string") return code;
  }
  return undefined;
}

/** The name of the constraint that refused, under whatever wrapped it. */
export function constraintOf(error: unknown): string | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const { constraint } = at as { constraint?: unknown };
    if (typeof constraint === "string") return constraint;
  }
  return undefined;
}

/**
 * Runs it, and runs it again when the database chose it to give way to another. The server looks for a deadlock after a
 * second, and two who met may still hold each other when a third gave way: who comes back sooner only joins them again.
 */
export async function givingWay<T>(work: () => Promise<T>, triesLeft = 2): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error) ?? "";
    if (triesLeft === 0 || !again.has(code)) throw error;
    await setTimeout((code === "40P01" ? 1_100 : 20) + Math.random() * 400);
    return givingWay(work, triesLeft - 1);
  }
}
