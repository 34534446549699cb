import { useEffect, useRef, useState } from "react";
import { Anchor, type LinkTo } from "./anchor.tsx";
import { Badge } from "./badge.tsx";
import { classes } from "./classes.ts";

export type NavigationItem = LinkTo & {
  readonly current?: boolean | undefined;
  /** Drawn as a badge; `label` says what is counted. */
  readonly count?: { readonly many: number; readonly label: string } | undefined;
};

type NavigationProps = { readonly label: string; readonly items: readonly NavigationItem[] };

/** The portal's own menu. On a phone it folds behind a button. */
export function Navigation({ label, items }: NavigationProps) {
  const [open, setOpen] = useState(false);
  return (
    <nav className="lp-nav" aria-label={label}>
      <div className="govuk-width-container">
        <button type="button" className="lp-nav__toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
          Menu
        </button>
        <NavigationList items={items} className={classes("lp-nav__list", open && "lp-nav__list--open")} />
      </div>
    </nav>
  );
}

/** Pages that belong to one thing (a child, a team), each at its own address. On a phone they are one line, moved to the page that is open. */
export function SubNavigation({ label, items }: NavigationProps) {
  const pages = useRef<HTMLElement>(null);
  const current = items.find((item) => item.current)?.href;
  useEffect(() => {
    const list = pages.current?.querySelector("ul");
    const open = pages.current?.querySelector<HTMLElement>("[aria-current=page]");
    if (list && open) list.scrollLeft = open.offsetLeft - list.offsetLeft - 40;
  }, [current]);
  return (
    <nav className="lp-subnav" aria-label={label} ref={pages}>
      <NavigationList items={items} className="lp-subnav__list" />
    </nav>
  );
}

function NavigationList({
  items,
  className,
}: {
  readonly items: readonly NavigationItem[];
  readonly className: string;
}) {
  return (
    <ul className={className}>
      {items.map((item) => (
        <li key={item.href}>
          <Anchor href={item.href} className="lp-nav__link" aria-current={item.current ? "page" : undefined}>
            {item.text}
            {item.count && item.count.many > 0 && <Badge count={item.count.many} label={item.count.label} />}
          </Anchor>
        </li>
      ))}
    </ul>
  );
}
