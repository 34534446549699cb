/** Whose fact something rests on. It decides who may read a finding or a fact of a stored decision. */
export type SubjectKind = "child" | "family" | "practitioner" | "agency" | "area";
export type Subject = `${SubjectKind}:${string}`;

export const subject = (kind: SubjectKind, id: string): Subject => `${kind}:${id}`;
export const theChild = (id: string): Subject => subject("child", id);
export const thePractitioner = (id: string): Subject => subject("practitioner", id);

type About<Kind extends string> = Readonly<Record<Kind, { readonly id: string }>>;

/** Whose facts those about a plan, a meeting or a family are, out of the facts of a question. */
export const thePlan = ({ plan }: About<"plan">): Subject => subject("area", plan.id);
export const theMeeting = ({ meeting }: About<"meeting">): Subject => subject("area", meeting.id);
export const theFamily = ({ child }: About<"child">): Subject => subject("family", child.id);

/** Takes a subject, gives its kind and id. */
export function subjectOf(of: Subject): { readonly kind: SubjectKind; readonly id: string } {
  const at = of.indexOf(":");
  return { kind: of.slice(0, at) as SubjectKind, id: of.slice(at + 1) };
}

/** One fact a decision used: ids and codes, never a name or an address. */
export type FactUsed = {
  readonly about: Subject;
  readonly name: string;
  readonly value: string | number | boolean | null | readonly string[];
};
