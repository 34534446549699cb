import type { ReactNode } from "react";

export type TagColour = "grey" | "green" | "teal" | "blue" | "purple" | "magenta" | "red" | "orange" | "yellow";

/** A state in a word or two. The word carries the meaning; the colour only helps the eye. */
export function Tag({ colour = "teal", children }: { readonly colour?: TagColour; readonly children: ReactNode }) {
  return <strong className={`govuk-tag govuk-tag--${colour}`}>{children}</strong>;
}
