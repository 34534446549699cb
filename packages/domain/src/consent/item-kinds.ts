/** What of a child's record may go to somebody. */
export const itemKinds = ["concern", "view", "plan", "chronology", "check", "discussion"] as const;
export type ItemKind = (typeof itemKinds)[number];
