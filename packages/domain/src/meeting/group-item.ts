import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject } from "../kernel/subject.ts";
import type { GroupItemFacts } from "./model.ts";

type Item = GateRule<GroupItemFacts>;
const say = ({ item }: GroupItemFacts) => sayOf(subject("area", item.id));
const isGuest = ({ by }: GroupItemFacts) => by.role === "childrens-reporter" || by.role === "area-housing-manager";

const kindNotRecorded = (facts: GroupItemFacts): GateSaid =>
  say(facts).unknown(
    "whether the item is about a young offender",
    "It is not recorded whether this item is about a young offender. The Children's Reporter is invited to those.",
  );

/** An item about a young offender is not published before the Children's Reporter is invited to it. */
export const reporterIsInvited = (given: RuleHead): Item => ({
  ...given,
  title: "The Children's Reporter is invited to items about young offenders",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    const { isAboutYoungOffender, reporterInvitedOn } = facts;
    if (facts.act !== "publish" || isAboutYoungOffender === false) return undefined;
    if (isAboutYoungOffender === "not-recorded") return kindNotRecorded(facts);
    if (reporterInvitedOn === "not-recorded")
      return say(facts).unknown(
        "whether the Children's Reporter was invited",
        "It is not recorded whether the Children's Reporter was invited to this item about a young offender.",
      );
    return isLocalDate(reporterInvitedOn)
      ? say(facts).permits(`The Children's Reporter was invited on ${inWords(reporterInvitedOn)}.`)
      : say(facts).prevents(
          "This item is about a young offender: invite the Children's Reporter before it is published.",
        );
  },
});

/** Where housing matters to an item it is said why, and the Area Housing Manager is invited to that item. */
export const housingManagerIsInvited = (given: RuleHead): Item => ({
  ...given,
  title: "The Area Housing Manager is invited where housing matters",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    const { housing, housingManagerInvitedOn } = facts;
    if (facts.act !== "publish" || housing === "none") return undefined;
    if (housing === "not-recorded")
      return say(facts).unknown(
        "whether housing matters to the item",
        "Say whether housing matters to this item, and why.",
      );
    if (!housing.reasonGiven)
      return say(facts).prevents("The item is marked as a matter of housing: say why before it is published.");
    if (housingManagerInvitedOn === "not-recorded")
      return say(facts).unknown(
        "whether the Area Housing Manager was invited",
        "It is not recorded whether the Area Housing Manager was invited to this item.",
      );
    return isLocalDate(housingManagerInvitedOn)
      ? say(facts).permits(`The Area Housing Manager was invited on ${inWords(housingManagerInvitedOn)}, to this item.`)
      : say(facts).prevents(
          "Housing matters to this item: invite the Area Housing Manager to it before it is published.",
        );
  },
});

/** Guests give a view and see the papers of the item they come for. They neither vote nor count. */
export const guestsComeForTheirItem = (given: RuleHead): Item => ({
  ...given,
  title: "Guests come for their item, and do not vote",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    if (!isGuest(facts)) return undefined;
    if (facts.act === "vote" || facts.act === "decide")
      return say(facts).prevents(
        "The Children's Reporter and the Area Housing Manager give a view. They do not vote or count.",
      );
    if (facts.act !== "read-papers") return undefined;
    const invitedOn = facts.by.role === "childrens-reporter" ? facts.reporterInvitedOn : facts.housingManagerInvitedOn;
    if (invitedOn === "not-recorded")
      return say(facts).unknown(
        "whether this guest was invited to the item",
        "It is not recorded whether this guest was invited to the item.",
      );
    return isLocalDate(invitedOn)
      ? say(facts).permits("This guest is invited to the item, and sees its papers and no others.")
      : say(facts).prevents("This guest is not invited to the item, and sees the papers of their own items only.");
  },
});

/** An item about a young offender is decided once the Reporter's part is on record: there, a written view, or why absent. */
export const reportersPartIsRecorded = (given: RuleHead): Item => ({
  ...given,
  title: "The Reporter's part is on record before a decision",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    if (facts.act !== "decide" || facts.isAboutYoungOffender === false) return undefined;
    if (facts.isAboutYoungOffender === "not-recorded") return kindNotRecorded(facts);
    switch (facts.reportersPart) {
      case "attended":
        return say(facts).permits("The Children's Reporter was there for this item.");
      case "sent-written-view":
        return say(facts).permits("The Children's Reporter sent a view in writing.");
      case "absent-with-reason":
        return say(facts).permits("It is written down why the Children's Reporter was not there.");
      case "absent":
        return say(facts).prevents(
          "The Children's Reporter was not there: write down why, or ask for a view in writing, before this is decided.",
        );
      case "not-recorded":
        return say(facts).unknown(
          "whether the Children's Reporter was there",
          "It is not recorded whether the Children's Reporter was there for this item.",
        );
    }
  },
});
