/**
 * What becomes of an act where something of a child's record is restricted. Each cell of the table of acts says it for
 * each restriction: which of them the database keeps, and which the procedure, is proved by tests that walk every cell.
 */

/** What may be restricted of a child's record, from the side of the person who asks. */
export const restrictionsOfRecord = {
  whereabouts: { label: "Where the child is, is kept" },
  "contact-risk": { label: "An adult must not be brought near" },
  sealed: { label: "The record is sealed" },
  "held-back": { label: "Held back from this person" },
  "emergency-only": { label: "Open in an emergency only" },
} as const;
export type RestrictionOfRecord = keyof typeof restrictionsOfRecord;

/** What becomes of an act then. */
export const restrictedAnswers = {
  "as-it-is": { label: "as it is" },
  "without-what-is-kept": { label: "without what is kept" },
  "not-at-all": { label: "not at all" },
} as const;
export type RestrictedAnswer = keyof typeof restrictedAnswers;

/** One answer for each restriction. A restriction without an answer does not compile. */
export type UnderRestriction = Readonly<Record<RestrictionOfRecord, RestrictedAnswer>>;

/** The act shows no child: nothing of a record can be restricted in it. */
export const aboutNobody: UnderRestriction = {
  whereabouts: "as-it-is",
  "contact-risk": "as-it-is",
  sealed: "as-it-is",
  "held-back": "as-it-is",
  "emergency-only": "as-it-is",
};

/** What somebody with a part in a child's care reads and does: a sealed record and their own kin's are not there for them. */
export const ofTheChild: UnderRestriction = {
  whereabouts: "without-what-is-kept",
  "contact-risk": "as-it-is",
  sealed: "not-at-all",
  "held-back": "not-at-all",
  "emergency-only": "not-at-all",
};

/** What opening a record in an emergency lets somebody read as well. */
export const readInEmergency: UnderRestriction = { ...ofTheChild, "emergency-only": "as-it-is" };

/** A list with several children in it: a record that is open in an emergency only does not come into it. */
export const inLists: UnderRestriction = ofTheChild;

/** What leaves for somebody else: an adult who must not be brought near is not among those it goes to. */
export const asSent: UnderRestriction = { ...ofTheChild, "contact-risk": "without-what-is-kept" };

/** What a privacy officer sees of looks and openings: names and times, never what the record says. Their own kin's not. */
export const toTheOfficer: UnderRestriction = {
  whereabouts: "without-what-is-kept",
  "contact-risk": "as-it-is",
  sealed: "without-what-is-kept",
  "held-back": "not-at-all",
  "emergency-only": "as-it-is",
};

/** What those see of a record who ask and decide that it is sealed: whose it is, and how much of it ends. Once sealed, nothing. */
export const toWhoSeals: UnderRestriction = { ...toTheOfficer, sealed: "not-at-all" };
