/** What of a child's record may go to somebody. */
export const itemKinds = ["concern", "view", "plan", "chronology", "check", "discussion", "assessment"] as const;
export type ItemKind = (typeof itemKinds)[number];

/**
 * What stays in the file of the agency that wrote it, whoever answers for the child: others are not told what it is when it is
 * shared, only that something was (HIG-183; decision 36). A concern and what was said of it have their own rule (decision 27).
 */
export const kindsOfOneFile: readonly ItemKind[] = ["check", "discussion", "assessment"];
