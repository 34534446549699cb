import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { DutyQuestion, GateQuestion, MeasureQuestion } from "../kernel/question.ts";
import { subject, theChild, thePractitioner } from "../kernel/subject.ts";
import {
  ActionFacts,
  AgreementFacts,
  ConsentDutiesFacts,
  ContentsFacts,
  ItemFacts,
  KeptNoteFacts,
  NewServiceFacts,
  PassOnFacts,
  ReleaseFacts,
  SharedFacts,
} from "./model.ts";

export const release: GateQuestion<ReleaseFacts> = {
  shape: "gate",
  title: "May this item go to this recipient now?",
  facts: ReleaseFacts,
  factsUsed: ({ child, consents, ...facts }) => [
    ...used(theChild(child.id), {
      "born on": child.bornOn,
      item: facts.item.id,
      "about children": facts.item.about,
      "invitation to a meeting": facts.item.isMeetingInvitation,
      "shared by": [facts.by.id, facts.by.agency],
      recipient: [facts.recipient.id, facts.recipient.agency],
      "purpose stated": facts.purposeStated,
      basis: facts.basis,
      "decided by": facts.decidedBy,
      reason: facts.reason,
    }),
    ...(consents === "not-recorded"
      ? used(subject("family", child.id), { consents })
      : consents.flatMap((one) => used(subject("family", child.id), { [`consent ${one.id}`]: one }))),
  ],
};

/** Kept about the adult alone: a decision that named the child would show others that something was said. */
export const passOn: GateQuestion<PassOnFacts> = {
  shape: "gate",
  title: "May this adult pass on what the child said?",
  facts: PassOnFacts,
  factsUsed: ({ adult, childSaid, reason, isReferral, childTold }) =>
    used(thePractitioner(adult.id), {
      "child's answer": childSaid,
      reason,
      "safeguarding referral": isReferral,
      "child told": childTold,
    }),
};

export const keptNote: DutyQuestion<KeptNoteFacts> = {
  shape: "duty",
  title: "What is owed on a note that the child did not want passed on?",
  facts: KeptNoteFacts,
  factsUsed: ({ note, lookedAgainOn, passedOnOn }) =>
    used(thePractitioner(note.author), {
      "note kept on": note.keptOn,
      "looked at again on": lookedAgainOn,
      "passed on on": passedOnOn,
    }),
};

export const contents: GateQuestion<ContentsFacts> = {
  shape: "gate",
  title: "Is this consent complete?",
  facts: ContentsFacts,
  factsUsed: ({ child, step, ...facts }) => [
    ...used(theChild(child.id), { "born on": child.bornOn, "child's understanding": facts.understanding }),
    ...used(subject("family", child.id), {
      step,
      "says what": facts.saysWhat,
      "says with whom": facts.saysWithWhom,
      "says why": facts.saysWhy,
      "answered by": facts.by,
      answer: facts.answer,
      on: facts.on,
      form: facts.form,
      "ends on": facts.endsOn,
    }),
  ],
};

export const duties: DutyQuestion<ConsentDutiesFacts> = {
  shape: "duty",
  title: "What is owed about consent, and about what was shared?",
  facts: ConsentDutiesFacts,
  factsUsed: ({ child, shares, withdrawals }) => [
    ...shares.flatMap((share) => used(theChild(child.id), { [`shared ${share.id}`]: share })),
    ...withdrawals.flatMap((one) => used(theChild(child.id), { [`withdrawal of ${one.consent}`]: one })),
  ],
};

export const shared: MeasureQuestion<SharedFacts> = {
  shape: "measure",
  unit: "shares",
  title: "How much was shared, and on what?",
  facts: SharedFacts,
  factsUsed: ({ child, shares, from, until }) => [
    ...used(theChild(child.id), { from, until }),
    ...shares.flatMap((share) => used(theChild(child.id), { [`shared ${share.id}`]: [share.on, share.basis] })),
  ],
};

export const item: GateQuestion<ItemFacts> = {
  shape: "gate",
  title: "May this person see this item?",
  facts: ItemFacts,
  factsUsed: ({ child, item: one, reader }) => [
    ...used(theChild(child.id), {
      item: one.id,
      "in the file of": one.agency,
      part: one.part,
      shared: one.isShared,
      "came in from another agency": one.cameIn,
      filed: one.filed,
      "opened to": one.openedTo.map(({ id, on }) => `${id} ${on}`),
    }),
    ...used(thePractitioner(reader.id), {
      agency: reader.agency,
      "role on the child": reader.role,
      "parts of the help": reader.parts,
    }),
  ],
};

export const newService: GateQuestion<NewServiceFacts> = {
  shape: "gate",
  title: "May this new service be brought in?",
  facts: NewServiceFacts,
  factsUsed: ({ child, service, agreement, isReferral }) => [
    ...used(theChild(child.id), { service, "safeguarding referral": isReferral }),
    ...used(subject("family", child.id), { agreement }),
  ],
};

export const agreement: GateQuestion<AgreementFacts> = {
  shape: "gate",
  title: "Is it recorded what child and family agree to?",
  facts: AgreementFacts,
  factsUsed: ({ child, actions }) =>
    actions.flatMap((one) => [
      ...used(theChild(child.id), {
        [`child on ${one.id}`]: one.child,
        [`${one.id} protects the child`]: one.isSafeguarding,
      }),
      ...used(subject("family", child.id), { [`family on ${one.id}`]: one.family }),
    ]),
};

export const action: GateQuestion<ActionFacts> = {
  shape: "gate",
  title: "May this action go ahead, as far as child and family agree?",
  facts: ActionFacts,
  factsUsed: ({ child, action: one }) => [
    ...used(theChild(child.id), {
      action: one.id,
      "needs agreement": one.needsAgreement,
      "protects the child": one.isSafeguarding,
      "child's answer": one.child,
    }),
    ...used(subject("family", child.id), { "family's answer": one.family }),
  ],
};
