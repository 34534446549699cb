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

/** The pages of this post. What a post cannot open at all is not in its menu. */
export function menuFor(
  who: Who,
  path: string,
  href: Href,
  counts?: Answers["record"]["today"],
): readonly NavigationItem[] {
  const at = (start: string) => path === start || path.startsWith(`${start}/`);
  const waiting = { many: counts?.waitingForMe ?? 0, label: "waiting for your decision" };
  const pages: readonly (NavigationItem & { readonly act: Act })[] = [
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
    {
      act: "senior-manager.read",
      href: href({ to: "/senior-managers" }),
      text: "Senior managers",
      current: at("/senior-managers"),
    },
    { act: "part.list-own", href: href({ to: "/parts" }), text: "Parts for a time", current: at("/parts") },
    ...(who.hasManagersGroup
      ? [
          {
            act: "group.agenda.read" as const,
            href: href({ to: "/group" }),
            text: "Service Managers' Group",
            current: at("/group"),
          },
        ]
      : []),
    {
      act: "access-review.read",
      href: href({ to: "/access-reviews" }),
      text: "Who can see what",
      current: at("/access-reviews"),
    },
    { act: "quality.figures.read", href: href({ to: "/figures" }), text: "Figures", current: at("/figures") },
    {
      act: "supervision.figures.read",
      href: href({ to: "/supervision-by-agency" }),
      text: "Supervision by agency",
      current: at("/supervision-by-agency"),
    },
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
    { act: "sealing.read", href: href({ to: "/sealing" }), text: "Records to be sealed", current: at("/sealing") },
    {
      act: "sharing-agreement.record",
      href: href({ to: "/sharing-agreements" }),
      text: "Sharing agreements",
      current: at("/sharing-agreements"),
    },
    {
      act: "record-stage.keep",
      href: href({ to: "/shared-record" }),
      text: "Shared record",
      current: at("/shared-record"),
    },
    {
      act: "departure.ask",
      // whoever decides finds what they asked for themselves on the same page
      href: postMay(who, "departure.decide") ? href({ to: "/departures" }) : href({ to: "/departures/asked" }),
      text: "Departures from rules",
      current: at("/departures"),
    },
    { act: "rulebook.read", href: href({ to: "/rulebook" }), text: "Rulebook", current: at("/rulebook") },
  ];
  return pages.filter(({ act }) => postMay(who, act)).map(({ act: _, ...item }) => item);
}
