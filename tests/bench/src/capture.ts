import { once } from "node:events";
import { join } from "node:path";
import type { Attempt } from "./attempts.ts";
import { connectTo } from "./connection.ts";
import { type Ask, appoint, asking, checkRows, type Reading } from "./operations.ts";
import { type Running, startProduct } from "./product.ts";
import type { Addresses } from "./server.ts";
import { type Template, type Trace, templateOf } from "./statements.ts";
import type { Pending } from "./world/plans.ts";

/** Templates of each reading, one a call, and one of a whole appointment. */
export type Captured = {
  readonly readings: ReadonlyMap<string, readonly Template[]>;
  readonly appointment: Template | undefined;
};

/**
 * Starts the product with a watch on its driver, and takes down what each call sends to the database. A reading whose
 * calls fail is left out.
 */
export async function capture(
  at: Addresses,
  readings: readonly Reading[],
  pending: Pending | undefined,
  attempt: Attempt,
): Promise<Captured> {
  const product = await startProduct(at, ["--import", join(import.meta.dirname, "spy.ts")]);
  try {
    const connection = await connectTo(product.port);
    const ask = asking(connection, product.port);
    const began = Date.now();
    for (const reading of readings)
      await attempt(`${reading.label}: to see that it answers`, async () => {
        for (const call of reading.calls.slice(0, 3)) checkRows(reading, (await ask(call)).data()); // and what is kept between calls is kept
      });
    const found = new Map<string, readonly Template[]>();
    for (const { name, label, calls } of readings)
      await attempt(`${label}: what it asks of the database`, async () => {
        const templates: Template[] = [];
        for (const call of calls) {
          await ask(call);
          templates.push(templateOf([await takenDown(product)], { began }));
        }
        found.set(name, templates);
      });
    const appointment =
      pending &&
      (await attempt("An appointment: what it asks of the database", () => capturedAppointment(product, ask, pending)));
    connection.close();
    return { readings: found, appointment };
  } finally {
    await product.stop();
  }
}

async function capturedAppointment(product: Running, ask: Ask, pending: Pending): Promise<Template> {
  const began = Date.now();
  const traces: Trace[] = [];
  const watched: Ask = async (call) => {
    const answer = await ask(call);
    traces.push(await takenDown(product));
    return answer;
  };
  await appoint(watched, pending, began);
  return templateOf(traces, { began, own: pending.own });
}

async function takenDown({ child }: Running): Promise<Trace> {
  const answer = once(child, "message");
  child.send("what was asked?");
  const [trace] = await answer;
  return trace as Trace;
}
