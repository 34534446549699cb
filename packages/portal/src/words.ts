type Control = { readonly may: boolean; readonly why?: string | undefined };

/** Raises the first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "named person" becomes "a named person". */
export const withArticle = (text: string): string => `${/^[aeiou]/i.test(text) ? "an" : "a"} ${text}`;

/** Why a control stays shut, for `notAllowed`; undefined where it is open. Takes either shape the api says it in. */
export function whyNot(can: true | string | Control | undefined): string | undefined {
  if (can === undefined || can === true) return undefined;
  if (typeof can === "string") return can;
  return can.may ? undefined : (can.why ?? "Your post does not allow it.");
}
