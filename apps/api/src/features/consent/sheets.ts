import {
  addDays,
  type CopySection,
  DomainError,
  deniedBecause,
  inWords,
  isOffered,
  type LetterWay,
  type LocalDate,
  relationshipInWords,
  SendSheet,
  SheetAsked,
  type SheetOf,
} from "@linchpin/domain";
import { areaWide } from "../../db/asked.ts";
import type { Records } from "../../records.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { plansReached } from "../plan/follows.ts";
import { carersOnRecord, whereaboutsOf } from "./copy-family-store.ts";
import { planOnPaper } from "./copy-plan-store.ts";
import { refuseUnlessShown } from "./family-paper.ts";
import type { OneOfFamily } from "./family-paper-copy.ts";
import { keepToFamily } from "./keep-to-family.ts";
import { lastSentTo } from "./letter-store.ts";
import { chosenOf, recipientViews } from "./paper-recipient.ts";
import { listsOfPlan, notWrittenTo, saidOfAdults, whoLookedAt } from "./paper-source-store.ts";
import { PaperSentView, PaperView } from "./paper-views.ts";
import { sharedSheetOf } from "./shared-sheet.ts";
import { sharedSections, whoDoesWhatSections, whoLookedSections } from "./sheet-sections.ts";
import { childOnPaper, lockChild } from "./store.ts";
import { addressedTo, familiesToLook, type Looked, lookedThrough, lookedView, type ToFamily } from "./to-family.ts";

/** A sheet of a child's record as it reads today. */
type Sheet = {
  readonly title: string;
  readonly sections: readonly CopySection[];
  /** Why there is none to give. */
  readonly none?: string;
  /** What is not on it, and why: for whoever gives it, and not on the paper. */
  readonly leftOut?: string;
  /** The child is not on it, and gets none. */
  readonly isNotForChild?: boolean;
  /** Only for those who have the plan and its copies. */
  readonly isOfPlan?: boolean;
  /** Since when it reads like this, where it was issued: what went before that day was another. */
  readonly since?: LocalDate;
};

const purposes = {
  "who-does-what": "To show them who does what",
  "what-is-shared": "To show them what is shared, with whom and why",
  "who-looked": "To show them who has looked at the record",
} as const satisfies Record<SheetOf["is"], string>;

type Of<Is extends SheetOf["is"]> = Extract<SheetOf, { readonly is: Is }>;

/** The list as it was issued. It was made for everybody on it, the family too: nothing in it waits to be released to them. */
async function whoDoesWhat(
  records: Records,
  childId: string,
  { planId }: Of<"who-does-what">,
  held: readonly string[],
): Promise<Sheet> {
  if ((await plansReached(records, held, [{ planId }])).length === 0)
    throw new DomainError({ kind: "not-visible", what: "plan" });
  const { childName, state } = await planOnPaper(records, planId, childId);
  const title = `Who does what for ${childName}`;
  if (state === "closed") return { title, sections: [], none: "This plan is closed." };
  if ((await whereaboutsOf(records, childId)) !== undefined)
    return {
      title,
      sections: [],
      none: "Where this child is, is kept private, and who helps may tell it. Send a copy of the plan instead.",
    };
  const issued = (await listsOfPlan(records, planId)).find((list) => list.childId === childId);
  if (issued === undefined) return { title, sections: [], none: "The list has not been issued yet." };
  return {
    title,
    sections: whoDoesWhatSections(issued.issuedOn, issued.lines),
    isNotForChild: !issued.lines.some(({ as }) => as === "child"),
    isOfPlan: true,
    since: issued.issuedOn,
  };
}

/** Looking at the list is a look too: it ends with yesterday, so that what was shown is what goes. */
async function whoLooked(
  records: Records,
  childId: string,
  { from, to }: Of<"who-looked">,
  held: readonly string[],
): Promise<Sheet> {
  const denial = deniedBecause("record.who-looked.read", records.who.role, held);
  if (denial) throw new DomainError({ kind: "not-allowed", action: denial.act, why: denial.words });
  const yesterday = addDays(records.today, -1);
  const until = to === undefined || to > yesterday ? yesterday : to;
  if (from !== undefined && from > until)
    return {
      title: `Who has looked at ${(await childOnPaper(records, childId)).childName}'s record, and why`,
      sections: [],
      none: "The list ends with yesterday: choose an earlier first day.",
    };
  const looks = await whoLookedAt(records, { childId, from, to: until });
  return {
    title: `Who has looked at ${looks.childName}'s record, and why`,
    sections: whoLookedSections(looks),
  };
}

async function whatIsShared(
  records: Records,
  childId: string,
  { from, to }: Of<"what-is-shared">,
  getsIt: GetsIt,
): Promise<Sheet> {
  const { leftOut, ...sheet } = await sharedSheetOf(records, { childId, from, to, getsIt });
  const whom = getsIt === "child" ? "child" : "family";
  return {
    title: `What we share about ${sheet.childName}, with whom and why`,
    sections: sharedSections(sheet),
    ...(leftOut === 0
      ? {}
      : {
          leftOut:
            leftOut === 1
              ? `1 is left out: it is recorded that the ${whom} is not told of it.`
              : `${leftOut} are left out: it is recorded that the ${whom} is not told of them.`,
        }),
  };
}

/** Nobody, until somebody is chosen. */
type GetsIt = "child" | "carer" | undefined;

function sheetOf(
  records: Records,
  childId: string,
  { of, getsIt }: { readonly of: SheetOf; readonly getsIt: GetsIt },
  held: readonly string[],
): Promise<Sheet> {
  switch (of.is) {
    case "who-does-what":
      return whoDoesWhat(records, childId, of, held);
    case "what-is-shared":
      return whatIsShared(records, childId, of, getsIt);
    case "who-looked":
      return whoLooked(records, childId, of, held);
  }
}

/** Who of a family may get a sheet: no child who is not born yet, and nobody who must not be brought near, takes part in nothing, or, for a plan's, was left out of the plan. */
async function mayGet(
  records: Records,
  childId: string,
  { isNotForChild = false, isOfPlan = false }: Sheet,
): Promise<readonly OneOfFamily[]> {
  const { childName, isBorn } = await childOnPaper(records, childId);
  const carers = await carersOnRecord(records, childId);
  const shut = await notWrittenTo(
    records,
    carers.map(({ carerId }) => carerId),
  );
  const said = isOfPlan ? ((await saidOfAdults(records, [childId])).get(childId) ?? []) : [];
  return [
    ...(isNotForChild || !isBorn ? [] : [{ is: "child" as const, carerId: null, name: childName, relationship: null }]),
    ...carers
      .filter(({ carerId, name }) => !shut.has(carerId) && isOffered(name, "plan", said))
      .map(({ carerId, name, relationship }) => ({
        is: "carer" as const,
        carerId,
        name,
        relationship: relationshipInWords(relationship) ?? null,
      })),
  ];
}

type Made = {
  readonly sheet: Sheet;
  readonly recipients: readonly OneOfFamily[];
  readonly safeContact: ToFamily["safeContact"];
  readonly chosen: { readonly to: OneOfFamily; readonly looked: Looked } | undefined;
};

async function made(
  records: Records,
  { childId, of, to, clearings }: SheetAsked,
  held: readonly string[],
): Promise<Made> {
  const sheet = await sheetOf(records, childId, { of, getsIt: to?.recipient.is }, held);
  const safeContact = (await whereaboutsOf(records, childId))?.safeContact;
  const recipients = sheet.none === undefined ? await mayGet(records, childId, sheet) : [];
  if (to === undefined || sheet.none !== undefined) return { sheet, recipients, safeContact, chosen: undefined };
  const one = chosenOf(recipients, to.recipient);
  const { childName } = await childOnPaper(records, childId);
  // also what the caller may not open: it says on which day and by whom, and nothing of where it went
  const before = await areaWide(records.tx, () =>
    lastSentTo(records, {
      childId,
      kinds: [of.is],
      to: one,
      since: sheet.since,
      ...(of.is === "who-does-what" ? { planId: of.planId } : {}),
    }),
  );
  const paper = toFamily(records, { childId, childName, sheet, safeContact, before, to: one, way: to.way });
  const looked = await lookedThrough(records, await familiesToLook(records, [childId]), paper, {
    way: to.way,
    clearings,
  });
  if (looked === undefined) throw new DomainError({ kind: "not-visible", what: "child" });
  return { sheet, recipients, safeContact, chosen: { to: one, looked } };
}

type Making = Pick<Made, "sheet" | "safeContact"> &
  Pick<ToFamily, "before"> & {
    readonly childId: string;
    readonly childName: string;
    readonly to: OneOfFamily;
    readonly way: LetterWay;
  };

const toFamily = (
  { today }: Records,
  { childId, childName, sheet: { title, sections }, safeContact, before, to, way }: Making,
): ToFamily => ({
  childId,
  recipient: to.name,
  isChild: to.is === "child",
  mayBeNamed: [],
  safeContact,
  before,
  copy: (destination) => ({
    title,
    about: childName,
    forWhom: to.name,
    made: "",
    letter: { from: [], to: addressedTo({ recipient: to.name, safeContact }, destination, way), on: inWords(today) },
    sections,
  }),
});

/** A sheet of a child's record exactly as it would go to one of the family; before somebody is chosen, to whom it may. */
const look = practitionerProcedure("consent.send")
  .input(SheetAsked)
  .output(PaperView)
  .query(({ ctx, input }) =>
    ctx.read(async (records): Promise<PaperView> => {
      const { sheet, recipients, safeContact, chosen } = await made(
        records,
        input,
        await records.authorise(input.childId),
      );
      const { childName } = await childOnPaper(records, input.childId);
      return {
        childId: input.childId,
        childName,
        title: sheet.title,
        recipients: recipientViews(recipients),
        ...(safeContact === undefined ? {} : { safeContact: safeContact.name }),
        ...(sheet.none === undefined ? {} : { none: sheet.none }),
        ...(chosen === undefined || input.to === undefined
          ? {}
          : {
              look: {
                ...lookedView(chosen.looked, chosen.to.name, input.to.way),
                ...(sheet.leftOut === undefined ? {} : { leftOut: sheet.leftOut }),
              },
            }),
      };
    }),
  );

/** Sends one of the family a sheet of the child's record: exactly the one that was shown. */
const send = practitionerProcedure("consent.send")
  .input(SendSheet)
  .output(PaperSentView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { childId, of, clearings } = input;
      const held = await records.authorise(childId);
      await lockChild(records, childId); // of two who give the same at once, the second sees what the first gave
      const { chosen, safeContact } = await made(records, input, held);
      if (chosen === undefined) throw new DomainError({ kind: "changed-since", what: "paper" });
      const { to, looked } = chosen;
      refuseUnlessShown(looked, input);
      const [sentCopyId = ""] = await keepToFamily(records, { kind: of.is, way: input.to.way }, [
        {
          looked,
          childId,
          to,
          isKept: safeContact !== undefined,
          clearings,
          addressConfirmed: input.addressConfirmed,
          otherWayBecause: input.otherWayBecause,
          purpose: purposes[of.is],
          tellingId: null,
          ...(of.is === "who-does-what" ? { planId: of.planId } : {}),
        },
      ]);
      return { sentCopyId };
    }),
  );

export const sheets = router({ look, send });
