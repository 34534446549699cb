import type { Answers } from "../../views.ts";

export type Restrictions = Answers["restriction"]["forChild"];
export type Restriction = Restrictions["restrictions"][number];
/** What is there for those who may know. */
export type Known = NonNullable<Restriction["known"]>;

/** "Where the child is", "Do not contact Rob Lind". */
export const titleOf = ({ kind, label, adult }: Pick<Restriction, "kind" | "label" | "adult">): string =>
  kind === "contact-risk" && adult !== undefined ? `Do not contact ${adult}` : label;

type Contact = NonNullable<Restriction["safeContact"]>;

/** Whom to write to and call in place of the family. */
export function SafeContact({ name, address, phone }: Contact) {
  return (
    <>
      {name}
      {address && <span className="np-note np-prose">{address}</span>}
      {phone && <span className="np-note">{phone}</span>}
    </>
  );
}

/** Everybody with a part in the child's care, to choose from. */
export const colleagueOptions = (
  colleagues: Restrictions["colleagues"],
  without: (colleague: Restrictions["colleagues"][number]) => boolean = () => false,
) =>
  colleagues
    .filter((one) => !without(one))
    .map(({ practitionerId, name, as, isYou }) => ({
      value: practitionerId,
      label: `${isYou ? `${name} (you)` : name}, ${as}`,
    }));

/** Whom the reader may put in to answer for something that is kept private. */
export const ownerOptions = ({ colleagues }: Restrictions, { owners }: Restriction) =>
  colleagueOptions(
    owners.map((one) => ({
      ...one,
      isYou: colleagues.some(({ practitionerId, isYou }) => isYou && practitionerId === one.practitionerId),
    })),
  );
