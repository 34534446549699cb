import { dateInWords, Tag } from "@linchpin/ui";
import type { WorkloadRow } from "../../views.ts";

/** That somebody is away today, and when they are back. Never why. */
export function AwayTag({ away }: { readonly away: WorkloadRow["away"] | undefined }) {
  if (away === undefined) return null;
  return <Tag colour="blue">{away.backOn === undefined ? "Away" : `Away, back on ${dateInWords(away.backOn)}`}</Tag>;
}
