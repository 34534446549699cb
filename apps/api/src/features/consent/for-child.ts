import {
  addMonths,
  agencyKinds,
  DomainError,
  dayOf,
  IdSchema,
  itemKinds,
  type LocalDate,
  momentAt,
  type SharingBasis,
  sharingBases,
  untilAfter,
  workingLifeDay,
} from "@linchpin/domain";
import { z } from "zod";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { answerViews, consentView, control, itemsForReader } from "./consent-view.ts";
import { inList } from "./copies.ts";
import { type SentCopyRow, sentCopiesOf } from "./copy-store.ts";
import { itemOf, ownAgency } from "./items-store.ts";
import { openCopyControl } from "./received.ts";
import { openingsOf } from "./received-store.ts";
import { copyOf, type ReleaseRow, releaseOf, releasesOf } from "./release-store.ts";
import { releaseView } from "./release-view.ts";
import { answersOf, childOnPaper } from "./store.ts";
import { type AnswerView, ConsentView, ItemToShareView, ReleaseView, SharedView } from "./views.ts";

/** What child and family answered about sharing, what went to whom, and what is owed about it. */
export const forChild = practitionerProcedure("consent.read")
  .input(z.object({ childId: IdSchema }))
  .output(ConsentView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      await records.authorise(childId);
      return consentView(records, childId);
    }),
  );

/** One item exactly as it would go, beside what was answered about sharing. */
export const itemToShare = practitionerProcedure("consent.read")
  .input(z.object({ childId: IdSchema, kind: z.enum(itemKinds), itemId: IdSchema }))
  .output(ItemToShareView)
  .query(({ ctx, input: { childId, kind, itemId } }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(childId);
      const { title, copy, agencyId, agencyName } = await itemOf(records, childId, kind, itemId);
      // Each agency's own file stays its own: of another's this page shows nothing, not even that there is such a thing.
      if (agencyId === null || agencyId !== (await ownAgency(records)).agencyId)
        throw new DomainError({ kind: "not-visible", what: "item" });
      const answers = await answersOf(records, childId);
      const speaking = answers.filter(({ items }) => items.length === 0 || items.includes(itemId));
      const { childName } = await childOnPaper(records, childId);
      return {
        childId,
        childName,
        kind,
        itemId,
        title,
        copy,
        agency: agencyName ?? "Not recorded",
        answers: await answerViews(records, speaking, await itemsForReader(records, childId)),
        may: { release: control(records, "consent.release", held) },
      };
    }),
  );

/** One release, with the copy as it went. */
export const sharedOnce = practitionerProcedure("consent.read")
  .input(z.object({ releaseId: IdSchema }))
  .output(ReleaseView)
  .query(({ ctx, input: { releaseId } }) =>
    ctx.read(async (records) => {
      const row = await releaseOf(records, releaseId);
      const held = await records.authorise(row.childId);
      const { childName } = await childOnPaper(records, row.childId);
      const copy = await copyOf(records, releaseId);
      return {
        childId: row.childId,
        childName,
        release: releaseView(records, row),
        ...(copy === undefined ? {} : { copy }),
        openings: copy === undefined ? [] : await openingsOf(records, releaseId),
        may: {
          tell: control(records, "consent.tell", held),
          complete: control(records, "consent.release", held),
          openCopy: await openCopyControl(records, row, held),
        },
      };
    }),
  );

/** How far back is asked where nobody says. */
const monthsBack = 12;

const Asked = z
  .object({
    childId: IdSchema,
    from: workingLifeDay("Enter the first day").optional(),
    to: workingLifeDay("Enter the last day").optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    message: "Enter a day that is not before the first",
  });

/** What is shared about a child, with whom and why, for the family; and what went between two days, counted by basis. */
export const shared = practitionerProcedure("consent.read")
  .input(Asked)
  .output(SharedView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const { childId, to = records.today } = input;
      const { from = addMonths(to, -monthsBack) } = input;
      await records.authorise(childId);
      const { childName, isKept } = await childOnPaper(records, childId);
      const answers = await answerViews(
        records,
        await answersOf(records, childId),
        await itemsForReader(records, childId),
      );
      const releases = await releasesOf(records, childId);
      const copies = await sentCopiesOf(records, childId);
      const isWithin = ({ on }: { readonly on: string }) => on >= from && on <= to;
      const shares = [
        ...releases.map((row) => shareOnPaper(records, row, isKept)),
        ...copies.map((row) => copyOnPaper(row, isKept)),
      ];
      return {
        childName,
        isKept,
        from,
        to,
        inForce: answers.filter(({ standing }) => standing === "in-force").map((one) => onPaper(one, isKept)),
        shares: shares.filter(isWithin).toSorted((one, other) => (one.on < other.on ? 1 : -1)),
        ...countsOf(records, childId, [...releases.map(counted), ...copies.flatMap(countedCopy)], { from, to }),
      };
    }),
  );

const dayShared = ({ releasedAt }: Pick<ReleaseRow, "releasedAt">) => dayOf(momentAt(releasedAt));

/** Where it is kept private where the child is, words of our own and names are left out: they may tell. */
function onPaper({ consentId, by, says, agencies, from, lastDay }: AnswerView, isKept: boolean) {
  const services = agencies.map(({ label }) => label).join(", ");
  return {
    key: consentId,
    who: by.is === "child" ? "The child" : isKept ? "A parent or carer" : (by.name ?? "A parent or carer"),
    what: says.what,
    withWhom: isKept ? services || "People who help" : says.withWhom,
    ...(isKept ? {} : { why: says.why }),
    from,
    ...(lastDay === undefined ? {} : { lastDay }),
  };
}

function shareOnPaper(records: Records, row: ReleaseRow, isKept: boolean) {
  const { title, to, purpose, by, childTold, familyTold } = releaseView(records, row);
  return {
    key: row.releaseId,
    on: dayShared(row),
    what: title,
    withWhom: isKept ? agencyKinds[row.toAgency].label : `${to.name}, ${to.agency}`,
    ...(isKept ? {} : { why: purpose }),
    basis: sharingBases[row.basis].label,
    by: isKept ? agencyKinds[row.ofAgency].label : by.name,
    childTold,
    familyTold,
  };
}

/** A copy that went stands on the sheet beside what was shared here: to the family it is one. */
function copyOnPaper(row: SentCopyRow, isKept: boolean) {
  const { title, to, purpose, basis, by, childTold, familyTold } = inList(row);
  return {
    key: row.sentCopyId,
    on: dayOf(momentAt(row.sentAt)),
    what: `A copy: ${title}`,
    withWhom: isKept ? (row.recipientAgency === null ? "The family" : agencyKinds[row.recipientAgency].label) : to,
    ...(isKept ? {} : { why: purpose }),
    basis: basis.label,
    by: isKept ? "Somebody who helps" : by,
    childTold,
    familyTold,
  };
}

type Counted = { readonly id: string; readonly on: LocalDate; readonly basis: SharingBasis };

const counted = (row: ReleaseRow): Counted => ({ id: row.releaseId, on: dayShared(row), basis: row.basis });

/** Child and family get what is theirs: that is no sharing to be counted. */
const countedCopy = ({ sentCopyId, sentAt, basis }: SentCopyRow): readonly Counted[] =>
  basis === "their-own" ? [] : [{ id: sentCopyId, on: dayOf(momentAt(sentAt)), basis }];

type Days = { readonly from: ReturnType<typeof dayShared>; readonly to: ReturnType<typeof dayShared> };

function countsOf(records: Records, childId: string, shares: readonly Counted[], { from, to }: Days) {
  const { book } = records.book();
  const silent = book.silence("consent.shared");
  if (silent !== undefined) return { counts: [], silent };
  const measured = book.measure(
    "consent.shared",
    { child: { id: childId }, shares, from, until: untilAfter(to) },
    records.asAt,
  );
  const counts = measured.findings
    .filter(({ liftedBy }) => liftedBy === undefined)
    .map(({ label, amount, clause }) => ({ label, amount, clause: `${clause.source} ${clause.at}` }));
  return { counts };
}
