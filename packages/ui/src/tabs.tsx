import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import { classes } from "./classes.ts";

export type TabsProps = {
  readonly label: string;
  readonly tabs: readonly { readonly id: string; readonly label: string }[];
  /** The open tab's id, usually from the address. */
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  /** What the open tab shows. */
  readonly children: ReactNode;
};

const steps: Record<string, (place: number, many: number) => number> = {
  ArrowRight: (place, many) => (place + 1) % many,
  ArrowLeft: (place, many) => (place - 1 + many) % many,
  Home: () => 0,
  End: (_, many) => many - 1,
};

/** Views of one thing, one at a time. Arrow keys, Home and End move between tabs and open them. */
export function Tabs({ label, tabs, selected, onSelect, children }: TabsProps) {
  const prefix = useId();
  const list = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const place = step(
      tabs.findIndex((tab) => tab.id === selected),
      tabs.length,
    );
    const next = tabs[place];
    if (next) onSelect(next.id);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[place]?.focus();
  };
  return (
    <div className="lp-tabs">
      <div className="lp-tabs__list" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${prefix}${tab.id}`}
            type="button"
            role="tab"
            aria-selected={tab.id === selected}
            aria-controls={tab.id === selected ? `${prefix}panel` : undefined}
            tabIndex={tab.id === selected ? 0 : -1}
            className={classes("lp-tabs__tab", tab.id === selected && "lp-tabs__tab--selected")}
            onClick={() => onSelect(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div id={`${prefix}panel`} role="tabpanel" aria-labelledby={`${prefix}${selected}`} className="lp-tabs__panel">
        {children}
      </div>
    </div>
  );
}
