import type { Wish } from "./case-store.ts";
import type { LeadWishView } from "./views.ts";

/** What was said of who should lead, with the name of whom they would like. */
export const wishView = (
  team: readonly { readonly practitionerId: string; readonly name: string }[],
  wish: Wish,
): LeadWishView => {
  const named = team.find(({ practitionerId }) => practitionerId === wish.wishedForId)?.name ?? wish.wishedForWords;
  return {
    viewId: wish.viewId,
    childId: wish.childId,
    whose: wish.whose,
    saidOn: wish.saidOn,
    ...(wish.words === null ? {} : { words: wish.words }),
    ...(wish.how === null ? {} : { how: wish.how }),
    ...(wish.notPossibleBecause === null ? {} : { notPossibleBecause: wish.notPossibleBecause }),
    ...(wish.wishedForId === null ? {} : { wishedForId: wish.wishedForId }),
    ...(named === null || named === undefined ? {} : { wishedFor: named }),
    recordedBy: { practitionerId: wish.recordedById, name: wish.recordedByName },
  };
};
