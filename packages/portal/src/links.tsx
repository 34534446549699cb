import { createLink, type RegisteredRouter, type ToOptions, useRouter } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";

type LookProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly ref?: Ref<HTMLAnchorElement> | undefined };

/** The router marks links to where the reader is; what is current is the menus' to say, so the mark is left off. */
const Look = ({ className, "aria-current": _, ...rest }: LookProps) => (
  <a {...rest} className={className === undefined || className === "active" ? "govuk-link" : className} />
);

/** A link to a page of this portal. It compiles only where the page exists. */
export const Link = createLink(Look);

/** The address of a page of this portal, for parts that draw their own links. Checked as `Link` is. */
export function useHref() {
  const router = useRouter();
  return <const To extends string>(where: ToOptions<RegisteredRouter, string, To>): string =>
    router.buildLocation(where as Parameters<typeof router.buildLocation>[0]).publicHref;
}

export type Href = ReturnType<typeof useHref>;
