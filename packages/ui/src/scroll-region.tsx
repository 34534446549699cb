import { type ReactNode, type RefCallback, useCallback, useId, useState } from "react";

type ScrollRegionProps = { readonly children: (captionId: string) => ReactNode };

/** Lets a table wider than the window scroll by itself, by keyboard too, under the name of its caption. */
export function ScrollRegion({ children }: ScrollRegionProps) {
  const id = useId();
  const [scroller, overflows] = useOverflowing();
  return (
    <div className="lp-table-scroll" ref={scroller} {...(overflows ? scrollable(id) : {})}>
      {children(id)}
    </div>
  );
}

function scrollable(labelledBy: string) {
  return { role: "region", "aria-labelledby": labelledBy, tabIndex: 0 };
}

/** Whether an element's content is wider than the element. Out: a ref to put on it, and the answer. */
function useOverflowing(): [RefCallback<HTMLElement>, boolean] {
  const [overflows, setOverflows] = useState(false);
  const watch = useCallback((element: HTMLElement | null) => {
    if (!element || typeof ResizeObserver === "undefined") return;
    const measure = () => setOverflows(element.scrollWidth > element.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
  return [watch, overflows];
}
