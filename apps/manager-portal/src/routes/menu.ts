import { type Act, deniedBecause, relations } from "@linchpin/domain";
import type { Href } from "@linchpin/portal";
import type { NavigationItem } from "@linchpin/ui";
import { termsOf } from "../terms.ts";
import type { Answers, Who } from "../views.ts";

const everyRelation = Object.keys(relations);

/** True when this post may do an act to some child, if not to every one. */
export const postMay = ({ role }: Pick<Who, "role">, act: Act): boolean =>
  deniedBecause(act, role, everyRelation) === undefined;

/** Why a post may not do an act, for a control that stays shut. */
export const whyPostMayNot = ({ role }: Pick<Who, "role">, act: Act): string | undefined =>
  deniedBecause(act, role, everyRelation)?.words;

type Page = NavigationItem & { readonly act: Act };

/** A page of the area with one link or two on it is none: they stand in the menu. */
const few = 2;

/** The pages of this post, in one row on a desk's screen. What a post cannot open at all is not in its menu. */
export function menuFor(
  who: Who,
  path: string,
  href: Href,
  counts?: Answers["record"]["today"],
): readonly NavigationItem[] {
  const at = (start: string) => path === start || path.startsWith(`${start}/`);
  const waiting = { many: counts?.waitingForMe ?? 0, label: "waiting for your decision" };
  const pages: readonly Page[] = [
    {
      act: "today.read",
      href: href({ to: "/" }),
      text: "Today",
      current: path === "/" || at("/duties") || at("/notices"),
    },
    {
      act: "allocation.desk.read",
      href: href({ to: "/proposals" }),
      text: "Proposals",
      current: at("/proposals"),
      count: waiting,
    },
    { act: "supervision.read", href: href({ to: "/supervision" }), text: "Supervision", current: at("/supervision") },
    { act: "workload.team.read", href: href({ to: "/workload" }), text: "Team workload", current: at("/workload") },
    {
      act: "allocation.without-lead.read",
      href: href({ to: "/without-lead" }),
      text: `Children with no ${termsOf(who).lead}`,
      current: at("/without-lead"),
    },
    { act: "workforce.register.read", href: href({ to: "/register" }), text: "Register", current: at("/register") },
    { act: "record.looks.read", href: href({ to: "/looks" }), text: "Looks at records", current: at("/looks") },
    {
      act: "emergency.list",
      href: href({ to: "/emergency-access" }),
      text: "Emergency access",
      current: at("/emergency-access"),
    },
    {
      act: "block.list",
      href: href({ to: "/held-back", search: { show: "in-force" } }),
      text: "Records held back",
      current: at("/held-back"),
    },
  ];
  const ofTheArea = areaPagesFor(who, href).map(({ page: _, start, ...item }) => ({ ...item, current: at(start) }));
  const open = pages.filter(({ act }) => postMay(who, act)).map(({ act: _, ...item }) => item);
  if (ofTheArea.length <= few) return [...open, ...ofTheArea];
  const isThere = at("/area") || ofTheArea.some(({ current }) => current);
  return [...open, { href: href({ to: "/area" }), text: "The area", current: isThere }];
}

/** The pages that "The area" leads to: what is looked up and looked after, beside the work of the day. */
export type AreaPage = keyof typeof areaPages;

const areaPages = {
  group: { act: "group.agenda.read", start: "/group", text: "Service Managers' Group" },
  senior: { act: "senior-manager.read", start: "/senior-managers", text: "Senior managers" },
  late: { act: "supervision.figures.read", start: "/supervision-by-agency", text: "Supervision by agency" },
  parts: { act: "part.list-own", start: "/parts", text: "Parts for a time" },
  reviews: { act: "access-review.read", start: "/access-reviews", text: "Who can see what" },
  sealing: { act: "sealing.read", start: "/sealing", text: "Records to be sealed" },
  agreements: { act: "sharing-agreement.record", start: "/sharing-agreements", text: "Sharing agreements" },
  stages: { act: "record-stage.keep", start: "/shared-record", text: "Shared record" },
  index: { act: "child-index.read", start: "/child-index", text: "Index of children" },
  figures: { act: "quality.figures.read", start: "/figures", text: "Figures" },
  departures: { act: "departure.ask", start: "/departures", text: "Departures from rules" },
  rulebook: { act: "rulebook.read", start: "/rulebook", text: "Rulebook" },
} as const satisfies Record<string, { readonly act: Act; readonly start: string; readonly text: string }>;

/** Those of them that this post may open, each with its address. */
export function areaPagesFor(who: Who, href: Href) {
  const pages = Object.entries(areaPages) as [AreaPage, (typeof areaPages)[AreaPage]][];
  return pages
    .filter(([page, { act }]) => postMay(who, act) && (page !== "group" || who.hasManagersGroup))
    .map(([page, { start, text }]) => ({
      page,
      start,
      text,
      // whoever decides on departures finds what they asked for themselves on the same page
      href: href({ to: start === "/departures" && !postMay(who, "departure.decide") ? "/departures/asked" : start }),
    }));
}
