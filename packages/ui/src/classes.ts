/** Joins the class names that are there: `classes("a", wide && "b")`. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
