/** A closed list: codes that code and database keep, each with its UK English label and, where it helps, what it means. */
export type Term = { readonly label: string; readonly meaning?: string };

/** Takes the list as an object, gives it with its codes typed. */
export const vocabulary = <const V extends Readonly<Record<string, Term>>>(terms: V): V => terms;

/** The codes of a closed list, in its order. For a zod enum and for a database's list of values. */
export const codesOf = <V extends Readonly<Record<string, Term>>>(
  terms: V,
): [keyof V & string, ...(keyof V & string)[]] => Object.keys(terms) as [keyof V & string, ...(keyof V & string)[]];
