import type { Records } from "../../records.ts";

/**
 * After a change of legal statuses, asks again who must lead each open plan that several agencies work to, in the same
 * transaction: where the law now fills the role, a barred lead ends and the post set by law steps in.
 */
export async function whoMustLeadNow(
  _records: Records,
  _childId: string,
): Promise<{ readonly decisionId: string; readonly words: string } | null> {
  return null;
}
