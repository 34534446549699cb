import type { ServerOptions } from "vite";

const bases = { "named-person": "/named-person/", manager: "/manager/" } as const;

/**
 * How a portal's development server listens, under `npm run dev`. People and their sign-in know one origin alone, so one
 * server stands at the door: the named-person portal's. What is not its own it hands on, the other portal's pages to that
 * portal's server and all else to the api. The three take ports in a row, and the demonstration's sign-in the one after.
 */
export function devServer(portal: keyof typeof bases, apiPort = 4002): ServerOptions {
  const [door, manager] = [apiPort - 2, apiPort - 1];
  const here = { host: "127.0.0.1", strictPort: true };
  // Its pages are opened at the door; what changes in them is told straight.
  if (portal === "manager") return { ...here, port: manager, hmr: { clientPort: manager } };
  return {
    ...here,
    port: door,
    proxy: {
      "^/manager(/|$)": `http://127.0.0.1:${manager}`,
      "^/(?!named-person(/|$))": `http://127.0.0.1:${apiPort}`,
    },
  };
}

/** The port that `npm run dev` gives the api, read where the portals' servers are set up. */
export const apiPortIn = (variables: Readonly<Record<string, string | undefined>>): number | undefined =>
  /^\d+$/.test(variables.PORT ?? "") ? Number(variables.PORT) : undefined;

/** What most pages need beside their own file and what the first page brings: forms and tables. */
const mostPages = /\/(date-field|form-context|radios|table|use-command-form)-/;

/**
 * Which files are asked for together with a page's own, and not only once that has come. The first page carries the list of
 * every page there is, so it names no more than what most of them need.
 */
export const modulePreload = {
  resolveDependencies: (_file: string, files: string[], { hostType }: { hostType: "html" | "js" }): string[] =>
    hostType === "html" ? files : files.filter((file) => mostPages.test(file)),
};
