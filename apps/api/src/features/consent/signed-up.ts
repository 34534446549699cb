import type { Records } from "../../records.ts";
import { type AgencyAndAgreement, agenciesAndAgreements } from "./agreements-store.ts";

type Book = ReturnType<Records["book"]>["book"];

/** An agency that has not signed up to working together, in the words of the clause that marks it (HIG-4). */
export type NotSignedUp = {
  readonly agencyId: string;
  readonly agency: string;
  readonly because: string;
  readonly clause: string;
};

type OfAgency = Pick<AgencyAndAgreement, "agencyId" | "agency" | "signedUp">;

/** What is owed of signing up: the register holds who signed, so an agency that is not in it has not. */
const owedOf = ({ asAt }: Records, book: Book, { agencyId, signedUp }: Omit<OfAgency, "agency">) =>
  book
    .duty(
      "workforce.partner",
      {
        agency: { id: agencyId },
        acknowledgedOn: "not-recorded",
        signedUpOn: signedUp?.signedOn ?? "none",
        listsWhoCouldLead: "not-recorded",
        linkPerson: "not-recorded",
        posts: "not-recorded",
        advocates: "not-recorded",
        targetOn: "not-recorded",
      },
      asAt,
    )
    .owed.find(({ act }) => act === "workforce.sign-up");

/** Whether the area's documents ask agencies to sign up to working together. */
export const asksToSignUp = (records: Records, book: Book): boolean =>
  book.silence("workforce.partner") === undefined &&
  owedOf(records, book, { agencyId: "any-agency", signedUp: null }) !== undefined;

/** Those of these agencies that a clause marks as not signed up; none where the area's documents do not speak of it. */
export function marksIn(records: Records, book: Book, agencies: readonly OfAgency[]): readonly NotSignedUp[] {
  if (book.silence("workforce.partner") !== undefined) return [];
  return agencies.flatMap(({ agencyId, agency, signedUp }) => {
    const owed = owedOf(records, book, { agencyId, signedUp });
    return owed === undefined
      ? []
      : [{ agencyId, agency, because: owed.because, clause: `${owed.clause.source} ${owed.clause.at}` }];
  });
}

/** Those of the agencies of a plan that have not signed up, by the rulebook that the plan keeps. */
export async function notSignedUp(
  records: Records,
  adoptionId: string,
  agencyIds: ReadonlySet<string>,
): Promise<readonly NotSignedUp[]> {
  const { book } = records.book(adoptionId);
  if (!asksToSignUp(records, book)) return [];
  const agencies = await agenciesAndAgreements(records);
  return marksIn(
    records,
    book,
    agencies.filter(({ agencyId }) => agencyIds.has(agencyId)),
  );
}
