import type { LegalStatus, Recorded } from "../people/model.ts";

/** Facts for "Is a child's meeting called for?" */
export type MeetingFacts = {
  readonly child: { readonly id: string; readonly statuses: Recorded<readonly LegalStatus[]> };
  /** Whether the lead professional comes, or is to come, from another agency than the named person's. */
  readonly leadIsFromAnotherAgency: Recorded<boolean>;
  readonly safetyIsThePrimaryIssue: Recorded<boolean>;
  readonly notAgreed: Recorded<boolean>;
};
