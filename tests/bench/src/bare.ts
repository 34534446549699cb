import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort, type Running, startServer } from "./product.ts";
import type { Template } from "./statements.ts";

/** What the bare server is told when it starts. */
export type Plan = {
  readonly url: string;
  readonly connections: number;
  readonly templates: readonly Template[];
  /** Of each plan that waits for a lead, the strings of its own. */
  readonly owns: readonly (readonly string[])[];
};

/** A request to it: one request of one template, for one of the plans where that makes a difference. */
export type Ask = {
  readonly template: number;
  readonly request: number;
  readonly own?: number;
  readonly fresh: readonly string[];
};

export async function startBare(plan: Plan, folder: string): Promise<Running> {
  const file = join(folder, "bare.json");
  writeFileSync(file, JSON.stringify(plan));
  const port = await freePort();
  return startServer([join(import.meta.dirname, "bare-server.ts"), file, String(port)], { port, path: "/" });
}
