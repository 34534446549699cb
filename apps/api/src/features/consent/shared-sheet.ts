import {
  addMonths,
  agencyKinds,
  dayOf,
  type LocalDate,
  momentAt,
  type SharingBasis,
  sharingBases,
  untilAfter,
} from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { answerViews, itemsForReader } from "./consent-view.ts";
import { inList } from "./copies.ts";
import { type SentCopyRow, sentCopiesOf } from "./copy-store.ts";
import { type ReleaseRow, releasesOf } from "./release-store.ts";
import { releaseView } from "./release-view.ts";
import { answersOf, childOnPaper } from "./store.ts";
import type { AnswerView, SharedSheet } from "./views.ts";

/** How far back is asked where nobody says. */
const monthsBack = 12;

type Asked = {
  readonly childId: string;
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
  /** Who gets it: nothing of which it is recorded that they are not told stands on it, nor is it counted. */
  readonly getsIt?: "child" | "carer" | undefined;
};

/** What may be shared about a child, and what went from the first day to the last, as the family is shown it. */
export async function sharedSheetOf(
  records: Records,
  { childId, to = records.today, from = addMonths(to, -monthsBack), getsIt }: Asked,
): Promise<SharedSheet & { readonly leftOut: number }> {
  const { childName, isKept } = await childOnPaper(records, childId);
  const answers = await answerViews(records, await answersOf(records, childId), await itemsForReader(records, childId));
  const releases = await releasesOf(records, childId);
  const copies = await sentCopiesOf(records, childId);
  const all = [
    ...releases.map((row) => shareOnPaper(records, row, isKept)),
    ...copies.map((row) => copyOnPaper(row, isKept)),
  ].filter(({ on }) => on >= from && on <= to);
  const shares = all.filter((one) => !isKeptFrom(one, getsIt));
  const onIt = new Set(shares.map(({ key }) => key));
  const toCount = [...releases.map(counted), ...copies.flatMap(countedCopy)].filter(({ id }) => onIt.has(id));
  return {
    childName,
    isKept,
    from,
    to,
    inForce: answers.filter(({ standing }) => standing === "in-force").map((one) => onPaper(one, isKept)),
    shares: shares.toSorted((one, other) => (one.on < other.on ? 1 : -1)),
    ...countsOf(records, childId, toCount, { from, to }),
    leftOut: all.length - shares.length,
  };
}

/** It is recorded that whoever gets the sheet is not told of it. */
const isKeptFrom = (
  { childTold, familyTold }: Pick<SharedSheet["shares"][number], "childTold" | "familyTold">,
  getsIt: Asked["getsIt"],
): boolean => getsIt !== undefined && (getsIt === "child" ? childTold : familyTold).told === "no";

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
