import type { Act } from "@linchpin/domain";
import type { useHref } from "@linchpin/portal";
import type { NavigationItem } from "@linchpin/ui";
import type { Answers, Who } from "../views.ts";

/** True when this post may do an act to some child, if not to every one: the api says so, and the table of acts stays there. */
export const postMay = ({ acts }: Pick<Who, "acts">, act: Act): boolean => acts.includes(act);

/** The pages of this post. What a post cannot open at all is not in its menu. */
export function menuFor(
  who: Who,
  path: string,
  href: ReturnType<typeof useHref>,
  counts?: Answers["record"]["today"],
): readonly NavigationItem[] {
  const at = (start: string) => path === start || path.startsWith(`${start}/`);
  const waiting = { many: counts?.waitingForMe ?? 0, label: "waiting for your word" };
  const pages: readonly (NavigationItem & { readonly act: Act })[] = [
    {
      act: "own-action.list",
      href: href({ to: "/your-actions" }),
      text: "Your actions",
      current: at("/your-actions"),
    },
    { act: "today.read", href: href({ to: "/" }), text: "Today", current: path === "/" },
    {
      act: "named-person.list-own",
      href: href({ to: "/children" }),
      text: "My children",
      current: at("/children") || at("/plans"),
    },
    { act: "roll.list", href: href({ to: "/roll" }), text: rollWords(who), current: at("/roll") || at("/tell") },
    {
      act: "lead-professional.list-own",
      href: href({ to: "/proposals" }),
      text: "My proposals",
      current: at("/proposals"),
      count: waiting,
    },
    {
      act: "lead-professional.list-own",
      href: href({ to: "/leading" }),
      text: "Plans I lead",
      current: at("/leading"),
    },
    {
      act: "received.read",
      href: href({ to: "/shared-with-you" }),
      text: "Shared with you",
      current: at("/shared-with-you"),
      count: { many: counts?.toFile ?? 0, label: "to file" },
    },
    {
      act: "arrival.list-own",
      href: href({ to: "/came-in" }),
      text: "Came in by paper or phone",
      current: at("/came-in"),
      count: { many: counts?.arrivalsToFile ?? 0, label: "to file" },
    },
    {
      act: "family-word.list-own",
      href: href({ to: "/families-waiting" }),
      text: "Families who asked",
      current: at("/families-waiting"),
      count: { many: counts?.familiesWaiting ?? 0, label: "waiting for you" },
    },
    {
      act: "private-note.read",
      href: href({ to: "/notes" }),
      text: "Notes kept to yourself",
      current: at("/notes"),
      count: { many: counts?.notesToLookAt ?? 0, label: "to look at again" },
    },
    {
      act: "supervision.own.read",
      href: href({ to: "/supervision" }),
      text: "My supervision",
      current: at("/supervision"),
    },
    {
      act: "area.read",
      href: href({ to: "/for-families" }),
      text: "For families",
      current: at("/for-families") || at("/who-helps") || at("/families"),
    },
    {
      act: "worry.pass-on",
      href: href({ to: "/pass-a-worry-on" }),
      text: "Pass a worry on",
      current: at("/pass-a-worry-on"),
    },
    {
      act: "worry.place",
      href: href({ to: "/worries-to-place" }),
      text: "Worries to place",
      current: at("/worries-to-place"),
    },
  ];
  return pages.filter(({ act }) => postMay(who, act)).map(({ act: _, ...item }) => item);
}

/** Where the area's documents know no named person, there is only a roll. */
const rollWords = ({ noNamedPersonBecause }: Who): string =>
  noNamedPersonBecause === undefined ? "Roll and named persons" : "Roll";
