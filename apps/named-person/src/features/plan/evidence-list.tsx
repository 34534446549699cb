import { momentInWords, SummaryList } from "@linchpin/ui";
import type { Answers } from "../../views.ts";

type Entry = Answers["plan"]["evidence"]["entries"][number];

/** Dated entries that somebody ticked, oldest first. */
export function EvidenceList({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <SummaryList
      compact
      rows={entries.map(({ happenedAt, title, by, tickedBy }) => ({
        key: momentInWords(happenedAt),
        value: (
          <>
            {title}, {by}
            <span className="np-note">Ticked by {tickedBy.name}</span>
          </>
        ),
      }))}
    />
  );
}
