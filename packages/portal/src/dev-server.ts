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
