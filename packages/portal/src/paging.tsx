import { MoreRows } from "@linchpin/ui";
import { z } from "zod";

/** Where each page before this one ended, in the address: going back needs no page numbers. */
export const Paged = { after: z.array(z.string().max(500)).max(200).optional().catch(undefined) };

/** Where the page starts, for a query; nothing at all on the first. */
export const cursorOf = ({ after }: { readonly after?: readonly string[] | undefined }) => {
  const cursor = after?.at(-1);
  return cursor === undefined ? {} : { cursor };
};

export type PagesProps = {
  /** What the list holds: "children". */
  readonly of: string;
  readonly after: readonly string[] | undefined;
  readonly nextCursor: string | number | null | undefined;
  readonly onGo: (after: string[] | undefined) => void;
};

/** The page before and the page after of a list that is paged by key. */
export function Pages({ of, after = [], nextCursor, onGo }: PagesProps) {
  return (
    <MoreRows
      of={of}
      onPrevious={after.length === 0 ? undefined : () => onGo(after.length === 1 ? undefined : after.slice(0, -1))}
      onNext={nextCursor == null ? undefined : () => onGo([...after, String(nextCursor)])}
    />
  );
}
