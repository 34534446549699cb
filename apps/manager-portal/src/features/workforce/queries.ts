import { cursorOf } from "@linchpin/portal";
import { trpc } from "../../api.ts";
import type { RegisterSearch } from "./search.ts";

export const registerQuery = ({ team, search, show, after }: RegisterSearch) =>
  trpc.workforce.register.queryOptions({
    ...cursorOf({ after }),
    ...(team === undefined ? {} : { teamId: team }),
    ...(search === undefined ? {} : { search }),
    ...(show === undefined ? {} : { show }),
  });
export const standingQuery = (practitionerId: string) => trpc.workforce.standing.queryOptions({ practitionerId });
export const leavingQuery = (practitionerId: string) => trpc.workforce.leaving.queryOptions({ practitionerId });
