/**
 * Who may ask what, written out by hand from the issue, the design and the permission tables of the requirements, for the
 * sweep to hold the product to. It imports nothing: what the product itself believes must not find its way in here. A new
 * procedure, role or relation needs its line.
 */

/** The kinds of post, as somebody who works there would name them. */
const roleOf = {
  P: "practitioner",
  H: "head",
  T: "team-manager",
  S: "service-manager",
  K: "record-keeper",
  C: "coordinator",
  G: "strategic-manager",
  D: "director",
  F: "chief-officer",
  M: "lead-member",
  O: "privacy-officer",
  R: "review-officer",
  Q: "quality-auditor",
  L: "light",
} as const;
export type Role = (typeof roleOf)[keyof typeof roleOf];
export const roles: readonly Role[] = Object.values(roleOf);

/** What ties somebody to a child, and comes from a row with a beginning and an end. */
const partOf = {
  n: "named-person",
  l: "lead",
  a: "acting-lead",
  p: "proposed-lead",
  w: "plan-practitioner",
  m: "line-manager",
  c: "contact-of-record",
  k: "record-keeper",
  h: "head",
  r: "review-officer",
  f: "forum-member",
  q: "quality-auditor",
  o: "coordinator",
  s: "role-supervisor",
  e: "emergency",
} as const;
export type Part = (typeof partOf)[keyof typeof partOf];
export const parts: readonly Part[] = Object.values(partOf);
/** Who reads of a child what their own agency wrote and what was shared with them. Who asks here is of another agency than the child's named person and contact. */
export const otherFilesAreClosedTo: readonly Part[] = [..."pwmkhfqos"].map(
  (letter) => partOf[letter as keyof typeof partOf],
);
/** Ties that are read from rows of their own and open their own pages only: nothing else is told by them. */
export const tiesOfTheirOwn = ["action-owner", "contributor", "previous-named-person"];

/**
 * `names`: which children an answer may name. "theirs": to whom the person has a part now. "area": any of the area, since
 * the post's work is to find them. "nobody": no child. A line with parts is about one child, or one child's thing.
 */
export type Line = {
  readonly roles: readonly Role[];
  readonly parts?: readonly Part[];
  readonly names: "theirs" | "area" | "nobody";
  /** It belongs to one person (a duty, an action, a copy that went to them), who is nobody that asks here. */
  readonly isAnothers?: true;
  /** It is of another agency's file than theirs who ask here, and has not been shared with them: these do not read it by their part (design, section 6). */
  readonly isOfAnotherAgencyTo?: readonly Part[];
  /** It may say where a child is: where that is kept from somebody, it is not there for them. */
  readonly mayTellWhere?: true;
};

const these = <K extends string, V>(of: Readonly<Record<K, V>>, letters: string): readonly V[] =>
  [...letters].map((letter) => of[letter as K]);
const about = (who: string, by: string): Line => ({
  roles: these(roleOf, who),
  parts: these(partOf, by),
  names: "theirs",
});
const anothers = (who: string): Line => ({ roles: these(roleOf, who), parts: [], names: "theirs", isAnothers: true });
/** A concern of another agency's: those to whom worries come know it, and whoever works beside them does not (HIG-183). */
const ofAnothersFile = (line: Line): Line => ({ ...line, isOfAnotherAgencyTo: otherFilesAreClosedTo });
/** It hangs on a plan, and to a part by which nobody opens a plan it is not there. */
const ofOpenedPlan = (line: Line): Line => ({ ...line, isOfAnotherAgencyTo: these(partOf, "kh") });
/** What the named person alone knows of: to everybody else with a part in the child's care it is not there. */
const ofNamedPersonAlone = (line: Line): Line => ({
  ...line,
  isOfAnotherAgencyTo: parts.filter((part) => part !== partOf.n),
});
/** What the managers' group is asked is for those who lead or answer for the child; from everybody else it is kept until it is decided. */
const ofTheGroup = (line: Line): Line => ({
  ...line,
  isOfAnotherAgencyTo: parts.filter(
    (part) => ![..."nlacm"].some((letter) => partOf[letter as keyof typeof partOf] === part),
  ),
});
const names = (which: Line["names"], who: string): Line => ({ roles: these(roleOf, who), names: which });

/** "Named person", "Lead professional", "Core group member", "Line manager, senior manager" of Highland's table; WIG-D30. */
const works = "nlapwmc";
/** Who leads or answers for the plan, and their manager: HIG-134, HIG-102, GIR-75. */
const leads = "nlacm";
/** Who talks with the child and the family: CWDC 2.20, HIG-134. */
const talks = "nlacw";
const staff = "PHTS";
const office = "KH";
const managers = "HTS";
/** A light account has its own actions, the plans it was invited to contribute to, and nothing else. */
const everyone = "PHTSKCGDFMORQ";
const anybody = `${everyone}L`;

export const oracle: Readonly<Record<string, Line>> = {
  "access.who": names("nobody", anybody),
  "access.draft": names("nobody", anybody),
  "access.keepDraft": names("nobody", anybody),
  "sessions.mine": names("nobody", anybody),
  "sessions.endMine": names("nobody", anybody),
  "sessions.ofStaff": names("nobody", managers),
  "sessions.endOfStaff": names("nobody", managers),
  "area.rulebook": names("nobody", everyone),
  "area.whoHelps": names("nobody", everyone),
  "plan.colleagues": names("nobody", everyone),

  // Anybody on the staff declares whom they know; the privacy officer alone sees it.
  "access.outsideWork.mine": names("nobody", everyone),
  "access.outsideWork.declareChild": names("nobody", everyone),
  "access.outsideWork.declareHome": names("nobody", everyone),
  "access.heldBack.list": names("area", "O"),
  "access.heldBack.lift": names("area", "O"),
  // After an adoption order: one service manager or privacy officer asks that a record is sealed, a second one decides.
  "sealing.list": names("area", "SO"),
  "sealing.get": names("area", "SO"),
  "sealing.ask": names("nobody", "SO"),
  "sealing.decide": names("area", "SO"),
  // In an emergency: who works with children; the officer goes through what was opened.
  "access.emergency.open": names("theirs", staff),
  "access.emergency.list": names("area", "O"),
  "access.emergency.review": names("area", "O"),
  "record.looksOfWeek": names("area", "O"),
  "record.looksOf": names("area", "O"),
  "record.checkLooks": names("area", "O"),

  // A person's own desk.
  "record.notices": names("theirs", everyone),
  "record.markNoticesRead": names("nobody", everyone),
  "record.duties": names("theirs", everyone),
  "record.today": names("theirs", everyone),

  // Any member of staff passes a worry on to whoever has a part: HIG-70. A head stands in where no named person is known.
  "concern.record": about(staff, "nhlaw"),
  "concern.recordView": ofAnothersFile(about(staff, "nhlaw")),
  "concern.get": ofAnothersFile(about(staff, `${works}he`)),
  "concern.forChild": about(staff, `${works}he`),
  "concern.acknowledge": ofAnothersFile(about(staff, "nhla")),
  "concern.tell": ofAnothersFile(about(staff, "nhla")),
  "concern.decide": ofAnothersFile(about(staff, "nhla")),

  "concern.recordWish": ofAnothersFile(about(staff, "nhlaw")),
  "concern.recordOffer": ofAnothersFile(about(staff, "nhlaw")),
  // Anybody passes a worry on and reads nothing by it; whoever keeps the roll says whom it is about: HIG-70.
  "concern.worries.form": names("nobody", everyone),
  "concern.worries.passOn": names("nobody", everyone),
  "concern.worries.toPlace": names("nobody", "KHCS"),
  "concern.worries.one": anothers("KHCS"),
  "concern.worries.place": anothers("KHCS"),
  "concern.worries.elsewhere": anothers("KHCS"),

  // What is shared of a concern is in the concern's file (decision 27).
  "consent.forChild": about(staff, works),
  "consent.item": { ...about(staff, works), isOfAnotherAgencyTo: parts },
  "consent.released": ofAnothersFile(about(staff, works)),
  "consent.shared": about(staff, works),
  "consent.takingBack": about(staff, works),
  "consent.ending": about(staff, works),
  "consent.record": about(staff, talks),
  "consent.correct": about(staff, talks),
  "consent.release": ofAnothersFile(about(staff, talks)),
  "consent.tell": ofAnothersFile(about(staff, talks)),
  "consent.complete": ofAnothersFile(about(staff, talks)),
  "consent.takeBack": about(staff, talks),
  "consent.settle": anothers(staff),
  "consent.sharesMade.forChild": about(staff, works),
  // Whoever has a part writes down what left; the named person, whoever leads and their manager settle it: HIG-24.
  "consent.sharesMade.record": about(staff, works),
  "consent.sharesMade.settle": ofAnothersFile(about(staff, leads)),
  "consent.sharesMade.tell": ofAnothersFile(about(staff, talks)),
  "consent.services.forChild": about(staff, works),
  "consent.services.record": about(staff, talks),
  // Whoever something went to, whatever their post; nothing went to anybody who asks here.
  // Which agency signed how information is shared is no secret of the area; who looks after that writes it down: CWDC-2.20d.
  "consent.agreements.list": names("nobody", everyone),
  "consent.agreements.record": names("nobody", "SCO"),
  "consent.received": names("nobody", everyone),
  "consent.receivedOne": anothers(everyone),
  "consent.file": anothers(staff),
  "consent.shareOn": anothers(staff),
  "consent.openCopy": ofAnothersFile(about(managers, works)),
  // What a child told somebody and does not want passed on is theirs alone, or theirs whom it was passed on to: HIG-71, HD-13.
  "consent.notes.list": names("nobody", everyone),
  "consent.notes.keep": names("nobody", everyone),
  "consent.notes.one": anothers(everyone),
  "consent.notes.passedToYou": anothers(everyone),
  "consent.notes.lookAgain": anothers(everyone),
  "consent.notes.passOn": anothers(everyone),
  "consent.notes.writeDownWhy": anothers(everyone),
  "consent.notes.throwAway": anothers(everyone),
  "consent.copies.recipients": about(staff, works),
  "consent.copies.look": about(staff, talks),
  "consent.copies.send": about(staff, talks),
  "consent.copies.sent": about(staff, works),
  "consent.copies.kept": { ...about(staff, works), mayTellWhere: true },
  // Whoever leads records that the plan was agreed; whoever talks with the family writes down who has a copy (HIG-50). A line
  // manager has a part by what their staff hold (Highland's table: "own staff's roles"; WIG-D30: the team's caseload). That
  // somebody of theirs was sent a copy is none.
  "consent.copies.list": about(staff, works),
  "consent.copies.agreed": about(staff, leads),
  "consent.copies.handedOver": about(staff, talks),
  "consent.copies.received": { ...about(staff, talks), mayTellWhere: true },
  "consent.copies.leftOut": about(staff, talks),
  "consent.copies.tell": { ...about(staff, talks), mayTellWhere: true },

  // What is kept private about a child: who works with them sees that it is; nobody is told where by asking (issue 4).
  "restriction.forChild": about(`${staff}R`, `${works}hre`),
  "restriction.record": about(staff, `${talks}h`),
  "restriction.renew": about(staff, `${works}h`),
  "restriction.end": about(staff, `${works}h`),
  "restriction.nameReader": about(staff, `${works}h`),
  "restriction.endReader": about(staff, `${works}h`),
  "restriction.keepFrom": about(staff, `${works}h`),
  "restriction.settleGiven": { ...about(staff, `${works}h`), mayTellWhere: true },

  // A part for a time: given by a manager of who leads, or the co-ordinator to whom the case was put.
  "parts.forChild": about(`${staff}C`, `${works}o`),
  "parts.mine": names("theirs", `${staff}RCQ`),
  "parts.give": about("TSC", "mo"),
  "parts.end": about("TSC", "mo"),
  "plan.ownActions": names("theirs", "L"),
  "plan.sayOwnAction": anothers("L"),
  "namedPerson.before": names("theirs", staff),
  "namedPerson.inMyTime": anothers(staff),
  "access.reviews.list": names("nobody", managers),
  "access.reviews.person": names("theirs", managers),
  "access.reviews.record": names("theirs", managers),

  "leadProfessional.needed": about(staff, works),
  "leadProfessional.ask": about(staff, works),
  "leadProfessional.statutory": about(staff, works),
  "leadProfessional.candidates": about(staff, works),
  "leadProfessional.proposal": about(staff, works),
  "leadProfessional.recordStage": about(staff, works),
  "leadProfessional.recordManagerTold": anothers(staff),
  "leadProfessional.recordView": about(staff, `${leads}wp`),
  "leadProfessional.propose": about(staff, leads),
  "leadProfessional.withdraw": about(staff, leads),
  "leadProfessional.confirmDesignation": anothers(managers),
  // The team agrees a deputy; who leads, answers or manages puts somebody in; who holds the role or acts hands it back: BOL-6, BOL-10.
  "leadProfessional.standIn.get": about(`${staff}RCQ`, `${works}rfqoes`),
  "leadProfessional.standIn.agreeDeputy": about(staff, `${leads}w`),
  "leadProfessional.standIn.endDeputy": about(staff, `${leads}w`),
  "leadProfessional.standIn.begin": about(staff, leads),
  "leadProfessional.standIn.end": about(staff, "lam"),
  "leadProfessional.waitingForMe": names("theirs", staff),
  "leadProfessional.mine": names("theirs", staff),
  "leadProfessional.desk": names("theirs", managers),
  // A co-ordinator sees to it that nobody is without one, and reads no record: CWDC 2.22, WIG-D30.
  "leadProfessional.withoutLead": names("area", `${managers}C`),
  // Whoever tells a family writes to it; a letter goes only to those whom they tell anyway, and opens again to them: HIG-63.
  "consent.letters.run": names("theirs", `${staff}K`),
  "consent.letters.look": names("theirs", `${staff}K`),
  "consent.letters.send": names("theirs", `${staff}K`),
  "consent.letters.sent": { ...about(`${staff}K`, "nlakhc"), mayTellWhere: true },
  // The paper about the named person is given by whoever tells the family, its packs by the roll's office (HIG-65, HIG-66); a sheet
  // of the record by whoever talks with the family (HIG-128, HIG-134).
  "consent.familyPaper.look": about(`${staff}K`, "nlakhc"),
  "consent.familyPaper.send": about(`${staff}K`, "nlakhc"),
  "consent.packs.run": names("theirs", office),
  "consent.packs.send": names("theirs", office),
  "consent.sheets.look": about(staff, talks),
  "consent.sheets.send": about(staff, talks),

  "namedPerson.missing": names("area", "KHTSC"),

  "namedPerson.arrangement": names("nobody", office),
  "namedPerson.staff": names("nobody", office),
  "namedPerson.arrange": names("nobody", office),
  "namedPerson.assign": about("KHT", "khm"),
  "namedPerson.endMidwifery": about("PKH", "nkh"),
  "namedPerson.mine": names("theirs", staff),
  "namedPerson.myGroups": names("nobody", staff),
  "namedPerson.toTell": names("theirs", `${staff}K`),
  "namedPerson.recordTold": about(`${staff}K`, "nlakhc"),
  // Paper is a family's way in: whoever tells them prints it; the roll's office sees which packs are still to be given: HIG-65, HIG-66.
  "namedPerson.paper.ofChild": about(`${staff}K`, "nlakhc"),
  "namedPerson.paper.packs": names("theirs", office),
  "namedPerson.paper.give": names("theirs", `${staff}K`),
  // How families reach somebody says nothing of any child: HIG-67, HD-4.
  "namedPerson.reach.mine": names("nobody", `${staff}KC`),
  "namedPerson.reach.keep": names("nobody", `${staff}KC`),
  "namedPerson.reach.holidays": names("nobody", "SC"),
  "namedPerson.reach.keepHolidays": names("nobody", "SC"),
  "namedPerson.history": about(`${staff}KR`, `${works}khre`),

  // The school's or clinic's office keeps the roll, and reads no record.
  "people.establishments": names("nobody", office),
  "people.rollIn.preview": names("theirs", office),
  "people.rollIn.get": names("theirs", office),
  "people.rollIn.rows": names("theirs", office),
  "people.rollIn.notInList": names("theirs", office),
  "people.rollIn.chooseMatch": names("theirs", office),
  "people.rollIn.confirm": names("theirs", office),
  "people.rollIn.discard": names("theirs", office),
  // Whom to ask about a child at risk is no secret, and nothing holds a referral up: any part is enough to write one down
  // (WIG-4b). That there is one is in the file of whoever made it.
  "concern.referrals.route": names("nobody", anybody),
  "concern.referrals.keep": names("nobody", "SC"),
  "concern.referrals.ofChild": about(`${staff}RKCQ`, `${works}hkrfqose`),
  "concern.referrals.record": about(`${staff}RKCQ`, `${works}hkrfqos`),
  "concern.referrals.add": ofAnothersFile(about(`${staff}RKCQ`, `${works}hkrfqos`)),
  // The office enters that something came and reads no further; those to whom worries come read and file it: HIG-29.
  "concern.arrivals.form": about(`${staff}K`, "nlachk"),
  "concern.arrivals.enter": about(`${staff}K`, "nlachk"),
  "concern.arrivals.ofChild": about(`${staff}R`, "nlacmhre"),
  "concern.arrivals.toFile": names("theirs", staff),
  "concern.arrivals.file": ofAnothersFile(about(staff, "nlach")),
  // What a family asks and reports is of the child's record: CWDC-2.10b, GIR-30.
  "concern.familyWords.ofChild": about(`${staff}R`, `${works}hre`),
  "concern.familyWords.waiting": names("theirs", staff),
  "concern.familyWords.log": about(staff, "nlacwh"),
  "concern.familyWords.answer": about(staff, "nlacwh"),
  "concern.familyWords.mark": about(staff, "nlacwh"),
  "people.rollIn.undo": names("theirs", office),
  "people.rollIn.list": names("nobody", office),
  "people.roll.list": names("theirs", office),
  "people.roll.child": about(office, "kh"),
  "people.search": names("theirs", `${staff}KC`),
  // Staff of the place where a child is learn who the named person is, and nothing else: HIG-57. Who asks here works at none.
  "people.namedHere": names("theirs", "P"),

  "people.child": about(`${staff}R`, `${works}hre`),
  "people.legalStatus.list": about(`${staff}R`, `${works}hre`),
  "people.legalStatus.record": about(staff, works),
  "people.legalStatus.correct": about(staff, works),
  "people.legalStatus.end": about(staff, works),
  "people.legalStatus.confirm": about(staff, works),
  // Core information: who works with the child sees how old it is; the named person, or the head beside them, confirms it: HIG-28.
  "people.coreInformation.get": about(staff, `${works}h`),
  "people.around.get": about(staff, works),
  "people.around.recordPart": about(staff, "nlacw"),
  // How they are reached is agreed by whoever talks with them: BOL-3.1.
  "people.around.recordWay": about(staff, "nlacw"),
  "people.around.recordContact": about(staff, "nlacw"),
  "people.around.endContact": { ...about(staff, "nlacw"), mayTellWhere: true },
  "people.around.settle": { ...about(staff, "lac"), mayTellWhere: true },
  "people.coreInformation.mine": names("theirs", staff),
  "people.coreInformation.confirm": about(staff, "nh"),
  "people.coreInformation.putAddressRight": about(staff, "nh"),
  "people.coreInformation.putCarerRight": about(staff, "nh"),
  // Routine checks and informal discussions are items of one agency's file: HIG-14, HIG-6.
  "record.everyday.checks": about(staff, works),
  "record.everyday.recordCheck": about(staff, "n"),
  "record.everyday.discussions": about(staff, works),
  "record.everyday.logDiscussionOfChild": about(staff, works),
  "record.everyday.ownDiscussions": names("theirs", everyone),
  "record.everyday.logDiscussion": names("nobody", everyone),
  // What goes from health to education with the child: the named person reads it (H19, item 1), and whoever works with the
  // child their own agency's part of it; those who talk with the family write it. Each puts its own right: HIG-185, HIG-186.
  // An assessment is in its agency's file; whoever works there with the child finishes it: BOL-8.5, HIG-183.
  "assessment.forChild": about(staff, works),
  "assessment.begin": about(staff, talks),
  "assessment.finish": { ...about(staff, talks), isOfAnotherAgencyTo: parts },
  "assessment.stop": { ...about(staff, talks), isOfAnotherAgencyTo: parts },
  // By what other systems know the child: for whoever works with the child; the index itself is told of no child: CWDC-2.20b.
  "record.references.forChild": about(staff, works),
  "record.references.keep": about(staff, talks),
  "record.childIndex": names("nobody", "SC"),
  "record.commonElement.get": about(staff, `${works}h`),
  "record.commonElement.recordKeyEvent": about(staff, "nlacwh"),
  "record.commonElement.recordMilestone": about(staff, "nlacwh"),
  "record.commonElement.correctKeyEvent": { ...about(staff, "nlacwh"), isOfAnotherAgencyTo: parts },
  "record.commonElement.correctMilestone": { ...about(staff, "nlacwh"), isOfAnotherAgencyTo: parts },
  "record.commonElement.takeBack": { ...about(staff, "nlacwh"), isOfAnotherAgencyTo: parts },
  // Which parts are live is no secret of the area; whoever configures it says so: HIG-184, HIG-198.
  "record.stages.list": names("nobody", everyone),
  "record.stages.keep": names("nobody", "SC"),
  "record.stages.start": names("nobody", "SC"),
  // Brothers and sisters as the family said, for whoever works with the child: HIG-80, HIG-81.
  "people.siblings.get": about(staff, works),
  "people.siblings.record": about(staff, talks),
  "people.siblings.takeBack": { ...about(staff, talks), mayTellWhere: true },
  // Whether something is open is told to the named persons of brothers and sisters; the child's own decides from whom it is held back: HD-19.
  "people.siblings.holdBack": about(staff, "n"),
  "people.siblings.endHold": ofNamedPersonAlone({ ...about(staff, "n"), mayTellWhere: true }),
  "record.chronology": about(`${staff}R`, `${works}re`),
  "record.decision": about(`${staff}R`, `${works}r`),
  "record.whoLooked": about(staff, works),

  // A review officer, a forum's member, an auditor and a co-ordinator read the plan that was put to them, while it is.
  // Whoever supervises the role of the lead reads the plan as well: HIG-142, CWDC-5.19c.
  "plan.get": about(`${staff}RCQ`, `${works}rfqoes`),
  // What child and family say of the plan is the plan's; whoever talks with them writes it down: HIG-45, HIG-49, BOL-4.8.
  "consent.theirWord.get": about(`${staff}RCQ`, `${works}rfqoes`),
  "consent.theirWord.takingPart": about(staff, talks),
  "consent.theirWord.explained": about(staff, talks),
  // Whether somebody is needed to speak for them is considered with them, by whoever talks with child and family: GIR-37, HIG-97.
  "consent.theirWord.advocacy": about(staff, talks),
  "consent.theirWord.agreement": about(staff, talks),
  // Whoever works on the plan writes down what child and family think of it; whoever leads answers: GIR-75.
  "consent.theirWord.view": about(staff, talks),
  "consent.theirWord.answerView": about(staff, leads),
  // The lead, or whoever stands in, issues the list of who does what, writes down the family's word and answers (GIR-70,
  // HIG-128). Everybody on it says it of their own line; the line that is asked about here is somebody else's.
  "plan.whoDoesWhat.get": about(`${staff}RCQ`, `${works}rfqoes`),
  "plan.whoDoesWhat.issue": about(staff, "lac"),
  "plan.whoDoesWhat.record": about(staff, "lac"),
  "plan.whoDoesWhat.answer": about(staff, "lac"),
  "plan.whoDoesWhat.say": anothers(staff),
  "plan.whoDoesWhat.own": names("theirs", "L"),
  "plan.whoDoesWhat.sayOwn": anothers("L"),
  // A contributor without a full account reads the summary that they were invited to and sends updates, logged as theirs; the
  // invitation that is asked about here is somebody else's. Who leads or answers for the plan invites: CWDC-3.10.
  "plan.contribution.mine": names("theirs", "L"),
  "plan.contribution.summary": anothers("L"),
  "plan.contribution.send": anothers("L"),
  "plan.contribution.ofPlan": about(`${staff}RCQ`, `${works}rfqoes`),
  "plan.contribution.invite": about(staff, leads),
  "plan.contribution.end": ofOpenedPlan(about(staff, leads)),
  "plan.forChild": about(`${staff}RCQ`, `${works}rfqoes`),
  "plan.evidence": about(`${staff}R`, `${works}re`),
  "plan.tickEvidence": about(staff, works),
  // Only those who lead amend the plan; each contributor keeps their own actions: GIR-75.
  "plan.addPractitioner": about(staff, leads),
  "plan.endPractitioner": about(staff, leads),
  "plan.addAction": about(staff, leads),
  "plan.answer": about(staff, leads),
  // The level of need stands in the plan, which those who lead amend: CWDC-1.8, GIR-75.
  "plan.changeLevel": about(staff, leads),
  "plan.setOutcome": about(staff, leads),
  "plan.endOutcome": about(staff, leads),
  "plan.settleOverlap": about(staff, leads),
  // Whoever leads, or stands in, and nobody else: CWDC-2.10a.
  "plan.recordEngagement": about(staff, "la"),
  // Only the owner of an action posts on it: GIR-31, GIR-75.
  "plan.postProgress": anothers(staff),
  "plan.recordSupport": about(staff, leads),
  // The action that is asked about here is somebody else's: whoever only works on the plan changes none but their own.
  "plan.changeAction": about(staff, leads),

  // Who sits in the managers' group is no secret; a service manager names the co-ordinator, who names the rest: HIG-159, HIG-160, HIG-177.
  "dispute.seats.list": names("nobody", everyone),
  "dispute.seats.name": names("nobody", "SC"),
  "dispute.seats.end": names("nobody", "SC"),
  // The agenda shows those who sit what is before them; nobody who asks here is named for the area: HIG-158, HIG-180.
  "dispute.agenda.list": names("theirs", `${managers}C`),
  "dispute.agenda.arrange": names("nobody", "C"),
  "dispute.agenda.publish": names("theirs", "C"),
  // Whoever leads, their manager or the named person asks (HIG-173, HIG-180); it reaches the area's own co-ordinator and nobody else, so a
  // co-ordinator or member by another case finds nothing. What was decided is the plan's: HIG-181.
  "dispute.items.ofPlan": about(`${staff}RCQ`, `${works}rfqoes`),
  "dispute.items.ask": about(staff, leads),
  "dispute.items.withdraw": ofTheGroup(about(staff, leads)),
  "dispute.items.one": ofTheGroup(about(`${managers}C`, "of")),
  "dispute.items.place": ofTheGroup(about("C", "o")),
  "dispute.items.takeOff": ofTheGroup(about("C", "o")),
  "dispute.items.giveBack": ofTheGroup(about("C", "o")),
  "dispute.items.markHousing": ofTheGroup(about("C", "o")),
  "dispute.items.inviteReporter": ofTheGroup(about("C", "o")),
  "dispute.items.decide": ofTheGroup(about(`${managers}C`, "of")),

  // Figures: managers, the co-ordinator, strategic posts and the lead member (WIG-9.1.1); never a child in them.
  // Operational managers do not open the departures' approval screen, strategic managers and the director do: CWDC-1.1a.
  "quality.departures.toDecide": names("nobody", "GD"),
  "quality.departures.mine": names("nobody", "SCGD"),
  "quality.departures.ask": names("nobody", "SCGD"),
  "quality.departures.decide": names("nobody", "GD"),
  "quality.departures.end": names("nobody", "GD"),
  "quality.figures": names("nobody", `${managers}CGDM`),

  // Supervision is for the person and who supervises them: CWDC-5.19c, HIG-143. Nobody who asks here supervises anybody.
  "supervision.own": names("nobody", staff),
  "supervision.ask": names("nobody", staff),
  "supervision.people": names("nobody", `${managers}C`),
  "supervision.person": anothers(`${managers}C`),
  "supervision.arrangeForm": anothers(managers),
  "supervision.arrange": anothers(managers),
  "supervision.recordSession": anothers(`${managers}C`),
  "supervision.answer": anothers(`${managers}C`),
  // Late with supervision, by agency: agency managers, and without a name strategic posts (HIG-144).
  "supervision.late": names("nobody", "SG"),
  "workforce.standing": names("nobody", staff),
  "workforce.history": names("nobody", staff),
  "workforce.register": names("nobody", managers),
  "workforce.recordStanding": names("nobody", managers),
  "workforce.approveException": names("theirs", "S"),
  // The chief officer names an organisation's senior managers; those who steer, and the managers named, read the list: WIG-9.2.1.
  "workforce.seniorManagers.list": names("nobody", "SCGDF"),
  "workforce.seniorManagers.name": names("nobody", "DF"),
  "workforce.seniorManagers.end": names("nobody", "DF"),
  "workforce.endException": names("theirs", "S"),
  "workforce.leaving": names("theirs", managers),
  "workforce.endPost": names("theirs", managers),
  "workload.team": names("theirs", managers),
  "workload.person": names("theirs", managers),
  "workload.own": names("theirs", staff),
  "workload.agreeCapacity": names("theirs", managers),
  "workload.adjust": names("theirs", managers),
};
