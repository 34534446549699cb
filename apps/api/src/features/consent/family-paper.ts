import { DomainError, FamilyPaperAsked, SendFamilyPaper } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { markPrinted } from "../named-person/follows.ts";
import {
  childsNameOf,
  familyPaperFor,
  mayGetPaper,
  type OneOfFamily,
  tellingOf,
  wentBeforeTo,
} from "./family-paper-copy.ts";
import { keepToFamily } from "./keep-to-family.ts";
import { chosenOf, recipientViews } from "./paper-recipient.ts";
import {
  establishmentsKept,
  type Family,
  familiesOf,
  familyRows,
  lockChildren,
  lockTellingsOf,
  paperOf,
  silenceOf,
} from "./paper-source-store.ts";
import { PaperSentView, PaperView } from "./paper-views.ts";
import { familiesToLook, isAsShown, type Looked, lookedThrough, lookedView, unlookedOf } from "./to-family.ts";

/** What each of a family gets to hear by this paper, and by a pack. */
export const toldByPaper = "To tell them who the named person is, and how to reach them";

type OfFamily = Pick<FamilyPaperAsked, "childId" | "establishmentId">;

/** A family as on the first day on a roll that the caller keeps or heads, where one is named; as it is today for everybody else. */
async function familyOf(records: Records, { childId, establishmentId }: OfFamily): Promise<Family> {
  const isOfRoll =
    establishmentId !== undefined &&
    (await establishmentsKept(records)).some((kept) => kept.establishmentId === establishmentId);
  const onRoll = isOfRoll ? await familyRows(records, { establishmentId, childIds: [childId] }) : [];
  const [family] = await familiesOf(records, onRoll.length > 0 ? onRoll : await familyRows(records, { childId }));
  if (family === undefined) throw new DomainError({ kind: "not-visible", what: "child" });
  return family;
}

/**
 * Holds families before anything is read of them: of two who write to the same family at once, the second sees what the first sent,
 * and what is kept private meanwhile is seen. Letters hold what has to be told first, and so does this.
 */
export async function lockFamilies(records: Records, childIds: readonly string[]): Promise<void> {
  await lockTellingsOf(records, childIds);
  await lockChildren(records, childIds);
}

type Asked = Pick<FamilyPaperAsked, "to" | "clearings">;

async function lookedFor(
  records: Records,
  family: Family,
  { to, clearings }: Asked,
): Promise<{ readonly to: OneOfFamily; readonly looked: Looked } | undefined> {
  if (to === undefined) return undefined;
  const one = chosenOf(mayGetPaper(family), to.recipient);
  const paper = familyPaperFor(records, family, {
    to: one,
    way: to.way,
    withCard: true,
    before: await wentBeforeTo(records, family, one),
  });
  if (paper === undefined) refuseInput("to.recipient", "There is no paper for this person: choose somebody else");
  const families = await familiesToLook(records, [paper.childId]);
  const looked = await lookedThrough(records, families, paper, { way: to.way, clearings });
  if (looked === undefined) throw new DomainError({ kind: "not-visible", what: "child" });
  return { to: one, looked };
}

/** The paper about a child's named person exactly as it would go to one of the family; before somebody is chosen, to whom it may. */
const look = practitionerProcedure("family-paper.print")
  .input(FamilyPaperAsked)
  .output(PaperView)
  .query(({ ctx, input }) =>
    ctx.read(async (records): Promise<PaperView> => {
      await records.authorise(input.childId);
      const family = await familyOf(records, input);
      const none =
        paperOf(family, records) === undefined
          ? (silenceOf(records)?.because ?? "There is nobody to name yet, so there is no paper.")
          : undefined;
      const made = none === undefined ? await lookedFor(records, family, input) : undefined;
      return {
        childId: input.childId,
        childName: childsNameOf(family),
        title: "Paper for the family",
        recipients: none === undefined ? recipientViews(mayGetPaper(family)) : [],
        ...(family.kept === undefined ? {} : { safeContact: family.kept.safeContact.name }),
        ...(none === undefined ? {} : { none }),
        ...(made === undefined || input.to === undefined
          ? {}
          : { look: lookedView(made.looked, made.to.name, input.to.way) }),
      };
    }),
  );

/** Sends one of the family the paper about the named person: exactly the one that was shown. */
const send = practitionerProcedure("family-paper.print")
  .input(SendFamilyPaper)
  .output(PaperSentView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, clearings } = input;
      await records.authorise(childId);
      await lockFamilies(records, [childId]);
      const family = await familyOf(records, input);
      const made = await lookedFor(records, family, input);
      if (made === undefined) throw new DomainError({ kind: "changed-since", what: "paper" });
      const { to, looked } = made;
      refuseUnlessShown(looked, input);
      const [sentCopyId = ""] = await keepToFamily(records, { kind: "family-paper", way: input.to.way }, [
        {
          looked,
          childId,
          to,
          isKept: family.kept !== undefined,
          clearings,
          addressConfirmed: input.addressConfirmed,
          otherWayBecause: input.otherWayBecause,
          purpose: toldByPaper,
          tellingId: tellingOf(family, to) ?? null,
        },
      ]);
      // the child's card goes with a carer's page
      const parts = [to, ...mayGetPaper(family).filter(({ is }) => is === "child")];
      await markPrinted(records, [...new Set(parts.flatMap((one) => tellingOf(family, one) ?? []))]);
      return { sentCopyId };
    }),
  );

type Shown = Pick<
  SendFamilyPaper,
  "hash" | "addressConfirmed" | "againConfirmed" | "nobodyNearConfirmed" | "otherWayConfirmed"
>;

/** Refuses a paper that is not the one that was shown, or of which something is still to be looked at. */
export function refuseUnlessShown(looked: Looked, shown: Shown): void {
  if (looked.problem !== undefined) refuseInput("to.way", looked.problem);
  const unlooked = unlookedOf(looked, shown, "paper");
  if (!isAsShown(looked, shown)) throw new DomainError({ kind: "changed-since", what: "paper" });
  if (unlooked !== undefined) refuseInput(unlooked.path, unlooked.message);
}

export const familyPaper = router({ look, send });
