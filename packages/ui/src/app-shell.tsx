import { type ReactNode, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { Anchor, LinkProvider, type LinkTo, type RenderLink } from "./anchor.tsx";
import { LoadingBar } from "./loading-bar.tsx";
import { Navigation, type NavigationItem } from "./navigation.tsx";
import { SkipLink } from "./skip-link.tsx";
import { momentInWords } from "./words.ts";

export type AppShellProps = {
  /** The portal's name beside the product's: "Named person", "Manager". */
  readonly portal: string;
  readonly home: string;
  readonly area?: string | undefined;
  readonly who?: { readonly name: string; readonly post?: string | undefined } | undefined;
  /** Change post, sign out. */
  readonly account?: readonly LinkTo[] | undefined;
  readonly navigation?: readonly NavigationItem[] | undefined;
  /** True in an area that is marked as a demonstration. */
  readonly demonstration?: boolean | undefined;
  readonly loading?: boolean | undefined;
  /** Draws links through the portal's router. */
  readonly link?: RenderLink | undefined;
  /** Things said above every page: an undo, a notice. */
  readonly notices?: ReactNode;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
};

const plainLink: RenderLink = (props) => <a {...props} />;

/** The frame of a portal: skip link, header, menu, notices, main, footer. */
export function AppShell({ link = plainLink, children, ...props }: AppShellProps) {
  return (
    <LinkProvider link={link}>
      <SkipLink />
      <LoadingBar active={props.loading ?? false} />
      <Header {...props} />
      {props.navigation && props.navigation.length > 0 && <Navigation label={props.portal} items={props.navigation} />}
      <div className="govuk-width-container lp-body">
        {props.demonstration && <DemonstrationBanner />}
        {props.notices}
        <main className="govuk-main-wrapper" id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <footer className="lp-footer">
        <div className="govuk-width-container">
          {props.footer ?? <p className="lp-footer__words">Linchpin keeps the record. People decide.</p>}
          <PrintedBy who={props.who?.name} />
        </div>
      </footer>
    </LinkProvider>
  );
}

function Header({ portal, home, area, who, account = [] }: Omit<AppShellProps, "children">) {
  return (
    <header className="lp-header">
      <div className="govuk-width-container lp-header__row">
        <div className="lp-header__names">
          <Anchor href={home} className="lp-header__product">
            <Mark />
            Linchpin
          </Anchor>
          <span className="lp-header__portal">{portal}</span>
          {area && <span className="lp-header__area">{area}</span>}
        </div>
        {who && (
          <div className="lp-header__who">
            <span>
              Signed in as <strong>{who.name}</strong>
              {who.post && <>, {who.post}</>}
            </span>
            {account.map(({ href, text }) => (
              <Anchor key={href} href={href} className="lp-header__link">
                {text}
              </Anchor>
            ))}
          </div>
        )}
      </div>
    </header>
  );
}

/** On paper only: who printed it and when, taken anew each time something is printed. */
function PrintedBy({ who }: { readonly who: string | undefined }) {
  const [at, setAt] = useState(() => new Date().toISOString());
  useEffect(() => {
    const takeAnew = () => flushSync(() => setAt(new Date().toISOString())); // the paper is drawn as soon as this returns
    window.addEventListener("beforeprint", takeAnew);
    return () => window.removeEventListener("beforeprint", takeAnew);
  }, []);
  return (
    <p className="lp-print-only">
      Printed from Linchpin{who && ` by ${who}`} on {momentInWords(at)}.{" "}
      <span className="lp-not-on">
        For whoever printed it: not to be handed on. It may hold a child's information: keep it safe.
      </span>
    </p>
  );
}

/** A wheel's hub and the pin that keeps the wheel on. */
function Mark() {
  return (
    <svg className="lp-header__mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="17" r="11.5" fill="none" stroke="currentColor" strokeWidth="3" />
      <rect className="lp-header__pin" x="13" y="2" width="6" height="28" rx="3" />
      <rect className="lp-header__pin" x="10" y="2" width="12" height="5" rx="2.5" />
    </svg>
  );
}

/** Says that everybody in this area is invented. */
export function DemonstrationBanner() {
  return (
    <section className="govuk-phase-banner lp-demonstration" aria-label="About this area">
      <p className="govuk-phase-banner__content">
        <strong className="govuk-tag govuk-phase-banner__content__tag govuk-tag--yellow">Demonstration</strong>
        <span className="govuk-phase-banner__text">Invented people. Do not enter anything about a real child.</span>
      </p>
    </section>
  );
}
