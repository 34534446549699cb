import { v7 as newId } from "uuid";
import type { Ask as BareAsk } from "./bare.ts";
import type { Captured } from "./capture.ts";
import type { Connection } from "./connection.ts";
import { appoint, asking, type Reading } from "./operations.ts";
import type { Running } from "./product.ts";
import type { Pending } from "./world/plans.ts";

/** What answers: the product, or what it is measured against. */
export type System = {
  readonly pid: number;
  readonly port: number;
  /** Whether it can be asked for this operation. */
  readonly answers: (name: string) => boolean;
  /** One operation on a connection of this system's, for the so-maniest time. */
  readonly once: (name: string, connection: Connection, time: number) => Promise<unknown>;
  /** The plans that wait are all there again. */
  readonly startOver: () => void;
};

/** Hands out each plan that waits once. */
function inTurn(plans: number): { readonly next: () => number; readonly startOver: () => void } {
  let taken = 0;
  const next = () => {
    if (taken >= plans) throw new Error("no plan waits for a lead any more: the run asks for more than were made");
    taken += 1;
    return taken - 1;
  };
  return {
    next,
    startOver: () => {
      taken = 0;
    },
  };
}

export function productAs(
  { pid, port }: Running,
  readings: readonly Reading[],
  pending: readonly Pending[],
  now: number,
): System {
  const calls = new Map(readings.map((reading) => [reading.name, reading.calls]));
  const turn = inTurn(pending.length);
  const once: System["once"] = (name, connection, time) => {
    const ask = asking(connection, port);
    if (name === "appoint") return appoint(ask, pending[turn.next()] as Pending, now); // handed out within the list
    const of = calls.get(name) ?? [];
    const call = of[time % of.length];
    if (!call) throw new Error(`nothing to ask for ${name}`);
    return ask(call);
  };
  const answers: System["answers"] = (name) => (name === "appoint" ? pending.length > 0 : calls.has(name));
  return { pid, port, answers, once, startOver: turn.startOver };
}

/** `owns` counts the plans that the bare server can appoint for. */
export function bareAs({ pid, port }: Running, { readings, appointment }: Captured, owns: number): System {
  const first = new Map<string, { readonly from: number; readonly count: number }>();
  let templates = 0;
  for (const [name, of] of readings) {
    first.set(name, { from: templates, count: of.length });
    templates += of.length;
  }
  const turn = inTurn(owns);
  const send = async (connection: Connection, ask: BareAsk) => {
    const { status, body } = await connection.post("/", {}, JSON.stringify(ask));
    if (status !== 200) throw new Error(`the bare server answered with ${status}: ${body}`);
  };
  const freshIds = (count: number) => Array.from({ length: count }, () => newId());
  const appointOnce = async (connection: Connection) => {
    const [own, fresh] = [turn.next(), freshIds(appointment?.freshIds ?? 0)];
    for (const request of appointment?.requests.keys() ?? [])
      await send(connection, { template: templates, request, own, fresh });
  };
  const once: System["once"] = (name, connection, time) => {
    if (name === "appoint") return appointOnce(connection);
    const { from, count } = first.get(name) ?? { from: 0, count: 1 };
    const template = from + (time % count);
    const fresh = freshIds(readings.get(name)?.[time % count]?.freshIds ?? 0);
    return send(connection, { template, request: 0, fresh });
  };
  const answers: System["answers"] = (name) => (name === "appoint" ? appointment !== undefined : first.has(name));
  return { pid, port, answers, once, startOver: turn.startOver };
}
