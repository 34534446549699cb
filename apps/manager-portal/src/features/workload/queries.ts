import { client, trpc } from "../../api.ts";
import type { TeamWorkload } from "../../views.ts";

const mostPages = 8;

/** The whole team at once, page after page, so that it can be sorted and searched as one. */
async function wholeTeam(teamId: string | undefined): Promise<TeamWorkload> {
  const of = { size: 250, ...(teamId === undefined ? {} : { teamId }) };
  let page = await client.workload.team.query(of);
  const practitioners = [...page.practitioners];
  for (let pages = 1; page.nextCursor !== null && pages < mostPages; pages += 1) {
    page = await client.workload.team.query({ ...of, cursor: page.nextCursor });
    practitioners.push(...page.practitioners);
  }
  return { ...page, practitioners };
}

export const teamQuery = (teamId: string | undefined) => ({
  queryKey: [...trpc.workload.team.queryKey(), "whole", teamId ?? null],
  queryFn: () => wholeTeam(teamId),
});
export const personQuery = (practitionerId: string) => trpc.workload.person.queryOptions({ practitionerId });
