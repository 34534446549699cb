import { getRouteApi } from "@tanstack/react-router";
import type { Who } from "./views.ts";

const signedIn = getRouteApi("/signed-in");

/** Who is signed in. */
export const useWho = (): Who => signedIn.useRouteContext().who;

/** The area's own words for the two roles, as they stand inside a sentence. */
export const termsOf = ({ terms }: Pick<Who, "terms">) => ({
  leadProfessional: terms.leadProfessional ?? "lead professional",
  namedPerson: terms.namedPerson ?? "named person",
});

export const useTerms = () => termsOf(useWho());
