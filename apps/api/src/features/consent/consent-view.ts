import {
  type Act,
  agencyKinds,
  deniedBecause,
  isOffered,
  lastDayOf,
  notKeptAway,
  saidNoSince,
  standsOn,
} from "@linchpin/domain";
import { dutyView } from "../../duty-view.ts";
import type { Records } from "../../records.ts";
import { agenciesAndAgreements } from "./agreements-store.ts";
import { type Item, itemsOf, ownAgency } from "./items-store.ts";
import { dutiesOf, inAnothersFile, releasesOf } from "./release-store.ts";
import { releaseView } from "./release-view.ts";
import {
  adultsNotToBeBroughtNear,
  answersOf,
  type ConsentRow,
  childOnPaper,
  namesOf,
  saidOfAdults,
  whereaboutsAreKept,
} from "./store.ts";
import type { AnswerView, ConsentView } from "./views.ts";

export const control = (records: Records, act: Act, held: readonly string[]) => {
  const denial = deniedBecause(act, records.who.role, held);
  return denial === undefined ? { may: true } : { may: false, why: denial.words };
};

/** What child and family answered about sharing, as one reader sees it. */
export async function consentView(records: Records, childId: string): Promise<ConsentView> {
  const held = await records.relationsTo(childId);
  const { childName, carers } = await childOnPaper(records, childId);
  const answers = await answersOf(records, childId);
  const items = await itemsForReader(records, childId);
  const own = await ownAgency(records);
  const adults = await adultsNotToBeBroughtNear(records, childId);
  const said = (await saidOfAdults(records, [childId])).get(childId) ?? [];
  const offered = notKeptAway(
    carers.map((name) => ({ name })),
    adults,
  );
  return {
    childId,
    childName,
    answers: await answerViews(records, answers, items),
    releases: (await releasesOf(records, childId)).map((row) => releaseView(records, row)),
    duties: (await dutiesOf(records, childId)).map((duty) => dutyView(records, duty)),
    items: items
      .filter(({ isShown }) => isShown)
      .map(({ kind, itemId, title, on, agencyId, agencyName }) => ({
        kind,
        itemId,
        title,
        on,
        agency: agencyName ?? "Not recorded",
        isOwn: agencyId === own.agencyId,
      })),
    carers: offered.map(({ name }) => name).filter((name) => isOffered(name, "sharing", said)),
    withoutAgreement: (await agenciesAndAgreements(records)).flatMap(({ agency, signed }) =>
      signed === null ? [agency] : [],
    ),
    carersAreKept: (await whereaboutsAreKept(records, childId))?.mayKnow === false,
    may: {
      record: control(records, "consent.record", held),
      release: control(records, "consent.release", held),
      tell: control(records, "consent.tell", held),
      takeBack: control(records, "consent.take-back", held),
    },
  };
}

/** What is on record, by its title where the reader's own agency wrote it or it was shared with the reader: each agency's file stays its own. */
export async function itemsForReader(
  records: Records,
  childId: string,
): Promise<readonly (Item & { readonly isShown: boolean })[]> {
  const own = await ownAgency(records);
  const { practitionerId } = records.who;
  const releases = await releasesOf(records, childId);
  const shared = new Set(releases.flatMap(({ itemId, toId }) => (toId === practitionerId ? [itemId] : [])));
  return (await itemsOf(records, childId)).map((item) =>
    item.agencyId === own.agencyId || shared.has(item.itemId)
      ? { ...item, isShown: true }
      : { ...item, title: inAnothersFile, isShown: false },
  );
}

/** Answers of one child as a reader sees them, each item by its title. */
export async function answerViews(
  records: Records,
  rows: readonly ConsentRow[],
  items: readonly Item[],
): Promise<AnswerView[]> {
  const names = await namesOf(records, [...new Set(rows.flatMap(({ recipients }) => recipients))]);
  const titles = new Map(items.map(({ itemId, title }) => [itemId, title]));
  const [first] = rows;
  const all = first === undefined ? [] : await answersOf(records, first.childId);
  const since = new Map(rows.map((row) => [row.consentId, saidNoSince(row, all, records.today)]));
  return rows.map((row) => ({
    consentId: row.consentId,
    version: row.version,
    by: { is: row.answeredBy, ...(row.answeredByName === null ? {} : { name: row.answeredByName }) },
    answer: row.answer,
    ...standingIn(standsOn(row, records.today), since.get(row.consentId)),
    ...(row.form === null ? {} : { form: row.form }),
    ...(row.understanding === null ? {} : { understanding: row.understanding }),
    ...(row.understandingWords === null ? {} : { understandingWords: row.understandingWords }),
    says: { what: row.saysWhat, withWhom: row.saysWithWhom, why: row.saysWhy },
    agencies: row.agencies.map((code) => ({ code, label: agencyKinds[code].label })),
    recipients: row.recipients.map((id) => ({ practitionerId: id, name: names.get(id) ?? "Somebody who has left" })),
    items: row.items.map((itemId) => ({
      itemId,
      title: titles.get(itemId) ?? "Something in another service's file, or no longer on record",
    })),
    from: row.during.from,
    ...(row.during.until === undefined ? {} : { lastDay: lastDayOf(row.during.until) }),
    ...(row.withdrawnOn === null ? {} : { takenBack: { on: row.withdrawnOn, because: row.withdrawnBecause ?? "" } }),
    recordedBy: { practitionerId: row.recordedBy, name: row.recordedByName },
    recordedAt: row.recordedAt,
  }));
}

/** A yes that whoever gave it has since said no to all of has ended with that no. */
const standingIn = (
  standing: AnswerView["standing"],
  since: AnswerView["saidNoSince"],
): Pick<AnswerView, "standing" | "saidNoSince"> =>
  since === undefined || standing !== "in-force"
    ? { standing }
    : { standing: since.toAll ? "ended" : standing, saidNoSince: since };
