import { vocabulary } from "../vocabulary/term.ts";

/** Some words of a copy, and what they are called there. */
export type CopyLine = {
  readonly key: string;
  readonly label?: string;
  readonly text: string;
  /** Put there by us, of people at work: no name or number in it is the family's. */
  readonly isOurs?: boolean;
  /** How somebody at work is reached, in their own words: a number or an address in it is theirs, unless it is known to be the family's. */
  readonly isOfWork?: boolean;
};

/** What makes a copy a letter: who writes, whom it is addressed to and where, line by line, and its day in words. */
export type LetterHead = { readonly from: readonly string[]; readonly to: readonly string[]; readonly on: string };

/** One thing in a copy, such as an action. */
export type CopyItem = {
  readonly key: string;
  readonly lines: readonly CopyLine[];
  /** The service whose item it is, where it is not the sender's and was not released to the recipient. */
  readonly notReleasedBy?: string;
};

/** What makes a section a child's own card: whose first letters stand in the frame, and what they are called. */
export type CardOf = { readonly initials: string; readonly who: string };

export type CopySection = {
  readonly title: string;
  readonly items: readonly CopyItem[];
  /** Of a child's own card, which begins a page. */
  readonly card?: CardOf;
};

/** What somebody gets on paper or as a file: about one child, for one recipient. */
export type Copy = {
  readonly title: string;
  readonly forWhom: string;
  readonly about: string;
  /** Who made it, and when, in words. */
  readonly made: string;
  readonly sections: readonly CopySection[];
  /** Of a letter. */
  readonly letter?: LetterHead;
};

/** A home as it is on record: what of it stands in a text is protected. */
export type KnownHome = {
  readonly line1?: string | null | undefined;
  readonly town?: string | null | undefined;
  readonly postcode?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
};

/** What is known of a family when a copy for one recipient is looked through. */
export type KnownOfFamily = {
  /** Those who may be named: the child whom it is about, and the recipient. */
  readonly mayBeNamed: readonly string[];
  /** Everybody else in the family, by every name on record. */
  readonly others: readonly string[];
  /** Numbers on record of the child and of others in the family. */
  readonly numbers: readonly string[];
  readonly homes: readonly KnownHome[];
  /**
   * Names of places that tell where the child is, where that is kept from the recipient; left out where nothing is kept.
   * What tells it is taken out, whatever the sender thinks of it.
   */
  readonly keptPlaces?: readonly string[];
};

export const copyFindings = vocabulary({
  "family-member": { label: "Somebody else in the family" },
  protected: { label: "An address, a phone number, an email address or a number that belongs to somebody" },
  whereabouts: { label: "Where the child is, which is kept private" },
  "not-released": { label: "From another service, and not released to this recipient" },
});
export type CopyFindingKind = keyof typeof copyFindings;

/** Something in a copy that somebody has to look at before the copy goes. */
export type CopyFinding = {
  /** The same for the same words in the same place of the same copy. */
  readonly key: string;
  readonly kind: CopyFindingKind;
  readonly itemKey: string;
  /** The words themselves; for a whole item those that somebody wrote. */
  readonly words: string;
  /** Where in the text of a line they are; left out for a whole item. */
  readonly at?: { readonly lineKey: string; readonly from: number; readonly to: number };
  /** For a whole item: whose it is. */
  readonly service?: string;
  /** It may not be left in. */
  readonly mustGo: boolean;
};

/** What was decided about one finding. */
export type CopyClearing =
  | { readonly key: string; readonly how: "out" }
  | { readonly key: string; readonly how: "in"; readonly because?: string | undefined };

/** What stands in a copy where something was taken out. */
export const takenOut = "[taken out]";
