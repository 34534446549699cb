import { createLink, type RegisteredRouter, type ToOptions, useRouter } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";

type LookProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly ref?: Ref<HTMLAnchorElement> | undefined };

const Look = ({ className = "govuk-link", ...rest }: LookProps) => <a {...rest} className={className} />;

/** A link to a page of this portal. It compiles only where the page exists. */
export const Link = createLink(Look);

/** The address of a page of this portal, for parts that draw their own links. Checked as `Link` is. */
export function useHref() {
  const router = useRouter();
  return <const To extends string>(where: ToOptions<RegisteredRouter, string, To>): string =>
    router.buildLocation(where as Parameters<typeof router.buildLocation>[0]).publicHref;
}

export type Href = ReturnType<typeof useHref>;
