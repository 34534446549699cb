/** What of a child's record may go to somebody. */
export const itemKinds = ["concern", "view", "plan", "chronology", "check", "discussion", "assessment"] as const;
export type ItemKind = (typeof itemKinds)[number];
