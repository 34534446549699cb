import { type AnchorHTMLAttributes, createContext, type MouseEvent, type ReactNode, use } from "react";

/** Where a link goes and what it says. */
export type LinkTo = { readonly href: string; readonly text: string };

export type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string };

/** Draws a link. A portal gives one that goes through its router; without it a plain link is drawn. */
export type RenderLink = (props: AnchorProps) => ReactNode;

const Links = createContext<RenderLink>((props) => <a {...props} />);

/** Every link drawn below goes through `link`. AppShell sets it; tests may too. */
export function LinkProvider({ link, children }: { readonly link: RenderLink; readonly children: ReactNode }) {
  return <Links value={link}>{children}</Links>;
}

/** A link of ours: in, the attributes of `<a>`; out, whatever the portal's router draws. */
export function Anchor({ className = "govuk-link", ...rest }: AnchorProps) {
  return use(Links)({ className, ...rest });
}

/** A `RenderLink` made from a router's "go to this address". New tabs, downloads and other origins are left alone. */
export function linkThrough(go: (href: string) => void): RenderLink {
  return ({ href, onClick, ...props }) => (
    <a
      {...props}
      href={href}
      onClick={(event) => {
        onClick?.(event);
        if (!staysHere(event, { href, ...props })) return;
        event.preventDefault();
        go(href);
      }}
    />
  );
}

function staysHere(event: MouseEvent, { href, target, download }: AnchorProps): boolean {
  const asksForMore = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
  return !event.defaultPrevented && !asksForMore && !target && download === undefined && /^[/?]/.test(href);
}
