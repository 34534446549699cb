/** As what somebody answers for a child, the nearest first: worries come to them (HIG-17, HIG-70; BOL-11.9). */
export const answersAs = ["named-person", "lead", "acting-lead", "contact-of-record", "head"] as const;
export type AnswersAs = (typeof answersAs)[number];

/**
 * Takes what people are to a child, a line for each; gives those to whom a new worry comes, each once, as the nearest that
 * they are, the nearest first. A head is one of them only where there is nobody else.
 */
export function whoAnswers<Line extends { readonly practitionerId: string; readonly as: AnswersAs }>(
  lines: readonly Line[],
): readonly Line[] {
  const nearestFirst = answersAs.flatMap((as) => lines.filter((line) => line.as === as));
  const each = nearestFirst.filter(
    ({ practitionerId }, at) => nearestFirst.findIndex((line) => line.practitionerId === practitionerId) === at,
  );
  const others = each.filter(({ as }) => as !== "head");
  return others.length > 0 ? others : each;
}
