import { resolve } from "node:path";
import { parseArgs } from "node:util";

export type Options = {
  /** Where the figures are written as JSON. */
  readonly json: string | undefined;
  /** A file that an earlier run wrote as JSON: its figures are printed as Markdown, and nothing is measured. */
  readonly table: string | undefined;
  /** Where Node leaves what the API spent its time on, while it is measured. */
  readonly cpuProf: string | undefined;
  readonly rounds: number;
  /** How long each reading is measured for, in each round. */
  readonly seconds: number;
  /** How many times a lead is proposed and appointed in each round, at one connection and at many. */
  readonly appointments: { readonly alone: number; readonly together: number };
  /** Only these operations; all of them when there are none. */
  readonly only: readonly string[];
  readonly quick: boolean;
};

export const usage = `npm run bench [-- OPTIONS]
  --json FILE     write every figure, with the machine's facts, to FILE
  --table FILE    print the figures in FILE, which --json wrote, as Markdown; measures nothing
  --quick         small rounds: to see that it runs, not to compare
  --only NAMES    only these, with commas between: child, mine, team, appoint
  --cpu-prof DIR  leave a CPU profile of the API in DIR`;

/** Reads the command line. Throws a sentence for what it does not know. */
export function readOptions(args: readonly string[], from: string): Options {
  const { values } = parseArgs({
    args: args.filter((one) => one !== "--"),
    options: {
      json: { type: "string" },
      table: { type: "string" },
      "cpu-prof": { type: "string" },
      only: { type: "string" },
      quick: { type: "boolean", default: false },
    },
  });
  const quick = values.quick;
  const at = (file: string | undefined) => (file === undefined ? undefined : resolve(from, file));
  return {
    json: at(values.json),
    table: at(values.table),
    cpuProf: at(values["cpu-prof"]),
    rounds: quick ? 2 : 5,
    seconds: quick ? 1 : 2.5,
    appointments: quick ? { alone: 10, together: 64 } : { alone: 40, together: 224 },
    only: values.only?.split(",") ?? [],
    quick,
  };
}
