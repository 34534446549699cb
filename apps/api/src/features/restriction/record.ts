import { inWords, type LocalDate, RestrictChild, reviewDayProblem } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { oweLook, tellPeople } from "./follow.ts";
import { restrictionsView } from "./restrictions-view.ts";
import { addReaders, addRestriction, type Colleague, colleaguesOf, lockChild } from "./store.ts";
import { RestrictionsView } from "./views.ts";

/** Keeps from most people where a child is, or names an adult who must not be brought near. */
export const record = practitionerProcedure("restriction.record")
  .input(RestrictChild)
  .output(RestrictionsView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, kind, ownerId, reason, reviewOn, readers } = input;
      await records.authorise(childId);
      await lockChild(records, childId);
      const colleagues = await colleaguesOf(records, childId);
      checkReview(records, reviewOn);
      checkPeople(records, colleagues, ownerId, readers);
      const restrictionId = await addRestriction(records, {
        childId,
        kind,
        ownerId,
        reason,
        reviewOn,
        ...(input.kind === "whereabouts" ? { safeContact: asKept(input.safeContact) } : { adult: input.adult }),
      });
      await addReaders(records, { restrictionId, childId }, [
        { practitionerId: ownerId, because: "Answers for it" },
        ...readers.filter(({ practitionerId }) => practitionerId !== ownerId),
      ]);
      await oweLook(records, { restrictionId, childId, ownerId, reviewOn });
      const owner = colleagues.find(({ practitionerId }) => practitionerId === ownerId)?.name ?? "";
      await records.keep({
        childId,
        act: "access.restricted",
        title:
          kind === "whereabouts"
            ? "Where the child is, is kept private from now on"
            : "An adult must not be brought near the child from now on",
        detail: `${owner} answers for it and looks at it again by ${inWords(reviewOn)}.`,
      });
      await tellPeople(records, childId, {
        to: colleagues.map(({ practitionerId }) => practitionerId),
        act: "access.restricted",
        words:
          kind === "whereabouts"
            ? "Where a child is whom you work with, is kept private from now on. Write to the safe contact on the child's page, and to nobody else."
            : "An adult must not be brought near a child whom you work with. See who it is on the child's page before you write to anybody.",
      });
      return restrictionsView(records, childId);
    }),
  );

/** What is left out is not there, rather than there and nothing. */
export const asKept = ({
  name,
  address,
  phone,
}: {
  readonly name: string;
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
}) => ({
  name,
  ...(address === undefined ? {} : { address }),
  ...(phone === undefined ? {} : { phone }),
});

export function checkReview({ today }: Records, reviewOn: LocalDate): void {
  const problem = reviewDayProblem(reviewOn, today);
  if (problem !== undefined) refuseInput("reviewOn", problem);
}

/** An owner and those who may know work with the child; nobody says of themselves that they may know. */
function checkPeople(
  { who }: Records,
  colleagues: readonly Colleague[],
  ownerId: string,
  readers: readonly { readonly practitionerId: string }[],
): void {
  const isColleague = (id: string) => colleagues.some(({ practitionerId }) => practitionerId === id);
  if (!isColleague(ownerId)) refuseInput("ownerId", "Choose somebody with a part in this child's care");
  readers.forEach(({ practitionerId }, at) => {
    const path = `readers.${at}.practitionerId`;
    if (!isColleague(practitionerId)) refuseInput(path, "Choose somebody with a part in this child's care");
    if (practitionerId === who.practitionerId && ownerId !== who.practitionerId)
      refuseInput(path, "Whoever answers for it says whether you may know");
    if (readers.findIndex((one) => one.practitionerId === practitionerId) < at)
      refuseInput(path, "Choose each person once");
  });
}
