import { getRouteApi } from "@tanstack/react-router";
import type { Who } from "./views.ts";

const signedIn = getRouteApi("/signed-in");

/** Who is signed in. */
export const useWho = (): Who => signedIn.useRouteContext().who;

/** The area's own words, as they stand inside a sentence. `lead` is the short one, for menus and headings. */
export const termsOf = ({ terms }: Pick<Who, "terms">) => ({
  leadProfessional: terms.leadProfessional ?? "lead professional",
  lead: terms.leadProfessional ?? "lead",
});

export const useTerms = () => termsOf(useWho());

type Terms = ReturnType<typeof termsOf>;

/** A topic of the rulebook as a heading, in the area's own words. */
export function topicInWords(topic: string, { leadProfessional }: Pick<Terms, "leadProfessional">): string {
  const words = topic === "lead-professional" ? leadProfessional : topic.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
