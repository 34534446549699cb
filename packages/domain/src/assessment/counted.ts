import type { MeasureRule, MeasureSaid } from "../kernel/measure.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject } from "../kernel/subject.ts";
import { complexOn } from "./level.ts";
import type { WithAdditionalNeedsFacts } from "./model.ts";

/** Children with complex needs are among those with additional needs, so each child counts once in the whole figure. */
export const countedOnce = (
  given: RuleHead,
  { kinds }: { readonly kinds: readonly string[] },
): MeasureRule<WithAdditionalNeedsFacts> => ({
  ...given,
  title: "Children with additional needs, those with complex needs among them",
  apply: ({ area, on, children }): readonly MeasureSaid[] => {
    const about = subject("area", area);

    const each = [...new Map(children.map((child) => [child.id, child])).values()];
    const isComplex = (child: (typeof each)[number]) => complexOn(child.statuses, on, kinds).length > 0;
    const complex = each.filter(isComplex);
    const others = each.filter((child) => !isComplex(child) && child.hasAdditionalNeeds === true);
    const notSaid = each.some((child) => !isComplex(child) && child.hasAdditionalNeeds === "not-recorded");
    const noStatuses = each.some(({ statuses }) => statuses === "not-recorded");
    return [
      {
        amount: others.length,
        label: "Additional needs that are not complex",
        about,
        because: `${others.length} children have additional needs that are not complex.`,
        ...(notSaid ? { missing: "whether a child has additional needs" } : {}),
      },
      {
        amount: complex.length,
        label: "Complex needs",
        about,
        because: `${complex.length} of the ${others.length + complex.length} children with additional needs have complex ones, and are counted once.`,
        ...(noStatuses ? { missing: "legal statuses" } : {}),
      },
    ];
  },
});
