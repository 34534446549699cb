import { type ShownNumber, withoutSmall, withoutSmallParts, withoutSmallRest } from "@linchpin/domain";
import type { FiguresView } from "./views.ts";

/** A number of the whole figures, where nothing is left out yet. */
const counted = (shown: ShownNumber): number => (typeof shown === "number" ? shown : 0);

type Named = { readonly agency: string; readonly team?: string; readonly route?: string } & (
  | { readonly month: string }
  | { readonly quarter: string }
);

/** Newest first, then by name: an order by size would say which of two is the larger. */
const byName = (a: Named, b: Named): number =>
  ("month" in b ? b.month : b.quarter).localeCompare("month" in a ? a.month : a.quarter) ||
  [a.route, a.agency, a.team].join(" ").localeCompare([b.route, b.agency, b.team].join(" "), "en-GB");

/**
 * The figures for those who see no child. Shares go, since they are numbers of another kind; teams are listed beside their
 * agency's sum only where none of them is small; of a quarter's notices, those who were late only where neither they nor
 * the rest could be somebody.
 */
export function withoutSmallNumbers(figures: FiguresView): FiguresView {
  const shown = figures.agencies.map(({ month, agency, leads }) => {
    const teams = figures.leads.filter((row) => row.month === month && row.agency === agency);
    const { sum, parts } = withoutSmallParts(teams.map((team) => counted(team.leads)));
    return {
      agency: { month, agency, leads: teams.length === 0 ? withoutSmall(counted(leads)) : sum },
      teams: parts.flatMap((part, at) => {
        const team = teams[at];
        if (team === undefined) return [];
        const people = typeof part === "number" ? withoutSmall(counted(team.people)) : part;
        return { month, agency, team: team.team, leads: part, people };
      }),
    };
  });
  return {
    ...figures,
    smallLeftOut: true,
    agencies: shown.map(({ agency }) => agency).sort(byName),
    leads: shown.flatMap(({ teams }) => teams).sort(byName),
    needs: figures.needs.map((row) => ({ ...row, plans: withoutSmall(counted(row.plans)) })).sort(byName),
    notices: figures.notices
      .map((row) => {
        const notices = withoutSmall(counted(row.notices));
        const notImmediate = withoutSmallRest(notices, counted(row.notImmediate));
        return {
          ...row,
          notices,
          disputes: typeof notices === "number" ? withoutSmall(counted(row.disputes)) : notices,
          notImmediate,
          late: withoutSmallRest(notImmediate, counted(row.late)),
        };
      })
      .sort(byName),
    notDoneTwice: figures.notDoneTwice.map(({ quarter, assessments, actions }) => ({
      quarter,
      assessments: withoutSmall(counted(assessments)),
      actions: withoutSmall(counted(actions)),
    })),
    lapses: withoutSmall(counted(figures.lapses)),
  };
}
