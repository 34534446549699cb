import { z } from "zod";
import { Count, during, inOrder, list, type Recorded, Ref, recorded } from "../kernel/facts.ts";
import { holdsOn, type LocalDate, LocalDateSchema } from "../kernel/local-date.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import {
  careLeaverKinds,
  childInNeedPhases,
  type LegalStatusKind,
  legalStatuses,
  lookedAfterBases,
} from "../vocabulary/legal-statuses.ts";
import { posts } from "../vocabulary/posts.ts";
import { codesOf } from "../vocabulary/term.ts";

export type { Recorded } from "../kernel/facts.ts";

export const Agency = z.enum(codesOf(agencyKinds));

/** One legal status of a child, for the days it holds. */
export const LegalStatus = inOrder(
  z.strictObject({
    id: Ref,
    kind: z.enum(codesOf(legalStatuses)),
    ...during,
    /** The practitioner the status names (social worker, key worker, care co-ordinator, supervising officer), once known. */
    holder: Ref.exactOptional(),
    /** Whether the family agreed to the key worker whom the status names; left out, it is not recorded. */
    holderAgreedByFamily: recorded(z.boolean()).exactOptional(),
    lookedAfterBasis: z.enum(codesOf(lookedAfterBases)).exactOptional(),
    /** Whether a looked-after child lives away from home. */
    accommodated: recorded(z.boolean()).exactOptional(),
    childInNeedPhase: z.enum(codesOf(childInNeedPhases)).exactOptional(),
    careLeaverKind: z.enum(codesOf(careLeaverKinds)).exactOptional(),
    youthOrderSetting: z.enum(["community", "custody", "not-recorded"]).exactOptional(),
  }),
);
export type LegalStatus = z.infer<typeof LegalStatus>;

/** A child's statuses, overlapping as they may. */
export const Statuses = recorded(list(LegalStatus));

/** The statuses of these kinds that hold on a day; none of those that nobody recorded. */
export const statusesOn = (
  statuses: Recorded<readonly LegalStatus[]>,
  day: LocalDate,
  kinds: readonly LegalStatusKind[],
): readonly LegalStatus[] =>
  statuses === "not-recorded" ? [] : statuses.filter((one) => kinds.includes(one.kind) && holdsOn(one, day));

/** The stretches that somebody is off work, as far as they are on record; `until` is the first day back. */
export const Absences = list(inOrder(z.strictObject(during)));

/** A post that somebody holds for a child: "senco", "social-worker", "health-visitor" … (vocabulary `posts`). */
export const PostHeld = z.string().min(1);

/** A post that a clause points at: one that has words. */
export const PostNamed = z
  .string()
  .refine((post) => Object.hasOwn(posts, post), { params: { takes: "the code of a post" } });

/** Whether somebody works with the child, is about to, or does not. */
export const Involvement = z.enum(["involved", "about-to-start", "not-involved"]);

/** A person who works with the child or is about to, as a rule needs to know them. */
export const Involved = z.strictObject({
  id: Ref,
  agency: Agency,
  posts: list(PostHeld),
  involvement: Involvement,
  startsOn: LocalDateSchema.exactOptional(),
  /** Open actions of the plan that this person owns. */
  openActions: Count,
  /** Whether the person works in the child's school; "not-recorded" where nobody has said. */
  basedInSchool: recorded(z.boolean()),
});
export type Involved = z.infer<typeof Involved>;
