import type { ReferralFacts, WishFacts, WorryFacts } from "../concern/model.ts";
import type {
  AgreedAction,
  Consent,
  ConsentDutiesFacts,
  ContentsFacts,
  ItemFacts,
  KeptNoteFacts,
  NewServiceFacts,
  PassOnFacts,
  ReleaseFacts,
  Share,
} from "../consent/model.ts";
import { localDate } from "../kernel/local-date.ts";
import { workingCalendar } from "../kernel/working-days.ts";

/** A mother's written yes of 22 February 2026, for reading scores to the speech therapist, up to 31 August. */
export const aConsent = (of: Partial<Consent> = {}): Consent => ({
  id: "consent-1",
  by: "parent-or-carer",
  answer: "given",
  form: "written",
  items: ["reading-scores"],
  agencies: [],
  recipients: ["therapist-1"],
  from: localDate("2026-02-22"),
  until: localDate("2026-09-01"),
  ...of,
});

/** Reading scores of a six-year-old, from school to the speech therapist, on the mother's written consent. */
export const releaseFacts = (of: Partial<ReleaseFacts> = {}): ReleaseFacts => ({
  child: { id: "child-1", bornOn: localDate("2019-06-14") },
  item: { id: "reading-scores", about: ["child-1"], isMeetingInvitation: false },
  by: { id: "teacher-1", agency: "education" },
  recipient: { id: "therapist-1", agency: "health" },
  purposeStated: true,
  basis: "consent",
  decidedBy: "none",
  reason: "none",
  consents: [aConsent()],
  ...of,
});

/** The bus driver asked, and the child said yes. */
export const passOnFacts = (of: Partial<PassOnFacts> = {}): PassOnFacts => ({
  child: { id: "child-1" },
  adult: { id: "driver-1" },
  childSaid: "yes",
  reason: "none",
  isReferral: false,
  childTold: "none",
  ...of,
});

/** A note of Thursday 12 November 2026 that the child did not want passed on. */
export const keptNoteFacts = (of: Partial<KeptNoteFacts> = {}): KeptNoteFacts => ({
  note: { id: "note-1", author: "driver-1", keptOn: localDate("2026-11-12") },
  lookedAgainOn: "none",
  passedOnOn: "none",
  calendar: workingCalendar("scotland"),
  ...of,
});

/** A mother's consent, whole. */
export const contentsFacts = (of: Partial<ContentsFacts> = {}): ContentsFacts => ({
  child: { id: "child-1", bornOn: localDate("2019-06-14") },
  step: "record",
  saysWhat: true,
  saysWithWhom: true,
  saysWhy: true,
  by: "parent-or-carer",
  answer: "given",
  on: localDate("2026-02-22"),
  form: "written",
  endsOn: localDate("2026-08-31"),
  understanding: "not-recorded",
  ...of,
});

/** Reading scores went out on 24 February 2026 on consent; child and family were told. */
export const aShare = (of: Partial<Share> = {}): Share => ({
  id: "share-1",
  on: localDate("2026-02-24"),
  by: "teacher-1",
  basis: "consent",
  leavesOut: [],
  childTold: localDate("2026-02-25"),
  familyTold: localDate("2026-02-24"),
  ...of,
});

/** Nothing shared and nothing withdrawn. */
export const consentDutiesFacts = (of: Partial<ConsentDutiesFacts> = {}): ConsentDutiesFacts => ({
  child: { id: "child-1" },
  shares: [],
  withdrawals: [],
  calendar: workingCalendar("scotland"),
  ...of,
});

type ItemOf = { readonly item?: Partial<ItemFacts["item"]>; readonly reader?: Partial<ItemFacts["reader"]> };

/** A shared item of the speech therapy, and a therapist on the plan for speech. */
export const itemFacts = ({ item, reader }: ItemOf = {}): ItemFacts => ({
  child: { id: "child-1" },
  item: {
    id: "item-1",
    agency: "health",
    part: "speech",
    isShared: true,
    cameIn: false,
    filed: "none",
    openedTo: [],
    ...item,
  },
  reader: { id: "therapist-1", agency: "health", role: "core-group", parts: ["speech"], ...reader },
});

/** The family agreed on 1 December 2026 that health comes in. */
export const newServiceFacts = (of: Partial<NewServiceFacts> = {}): NewServiceFacts => ({
  child: { id: "child-1" },
  service: "health",
  agreement: { answer: "agreed", on: localDate("2026-12-01"), by: "family" },
  isReferral: false,
  ...of,
});

/** An action that both agreed to on 24 November 2026. */
export const anAgreedAction = (of: Partial<AgreedAction> = {}): AgreedAction => ({
  id: "action-1",
  needsAgreement: true,
  isSafeguarding: false,
  child: { answer: "agreed", on: localDate("2026-11-24"), saysWhy: false },
  family: { answer: "agreed", on: localDate("2026-11-24"), saysWhy: false },
  ...of,
});

/** A referral with its maker and its reason, and nothing else in the way. */
export const referralFacts = (of: Partial<ReferralFacts> = {}): ReferralFacts => ({
  child: { id: "child-1" },
  by: "dan",
  reasonGiven: true,
  consent: "given",
  waitingFor: [],
  ...of,
});

/** The driver's note of 12 November 2026 about a child whose named person is the head teacher. */
export const worryFacts = (of: Partial<WorryFacts> = {}): WorryFacts => ({
  child: { id: "child-1" },
  worry: { id: "worry-2", on: localDate("2026-11-12"), by: "staff", chosenAdult: "none", about: "school" },
  namedPerson: "head-teacher-1",
  earlier: [],
  ...of,
});

/** A child who wished on 13 November 2026 to talk in a language of their own. */
export const wishFacts = (wish: WishFacts["wish"]): WishFacts => ({ child: { id: "child-1" }, wish });
