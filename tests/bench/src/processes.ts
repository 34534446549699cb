import { readdirSync, readFileSync } from "node:fs";

/** What /proc says of a process: ticks are hundredths of a second on Linux. */
export type Stat = { readonly parent: number; readonly own: number; readonly ofEndedChildren: number };

/** Reads a line of /proc/<pid>/stat. A program's name may hold spaces and brackets, so it is cut off at the last one. */
export function readStat(line: string): Stat {
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const field = (number: number) => Number(fields[number - 3]); // proc(5) counts from 1, the state is the third
  return { parent: field(4), own: field(14) + field(15), ofEndedChildren: field(16) + field(17) };
}

const statOf = (pid: number | string): Stat | undefined => {
  try {
    return readStat(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return undefined; // it has ended meanwhile
  }
};

const msPerTick = 10;

/** CPU time that a process and all below it have used, those that ended among them, in milliseconds. */
export function cpuOf(root: number): number {
  const children = new Map<number, number[]>();
  const stats = new Map<number, Stat>();
  for (const name of readdirSync("/proc")) {
    const stat = /^\d+$/.test(name) ? statOf(name) : undefined;
    if (!stat) continue;
    stats.set(Number(name), stat);
    children.set(stat.parent, [...(children.get(stat.parent) ?? []), Number(name)]);
  }
  const below = (pid: number): number => {
    const { own = 0, ofEndedChildren = 0 } = stats.get(pid) ?? {};
    return own + ofEndedChildren + (children.get(pid) ?? []).reduce((sum, child) => sum + below(child), 0);
  };
  return below(root) * msPerTick;
}

/** Memory that a process holds now and held at its most, in megabytes. */
export function memoryOf(pid: number): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024;
  return { now: megabytes("VmRSS"), most: megabytes("VmHWM") };
}
