import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { ItemFacts } from "./model.ts";

type Item = GateRule<ItemFacts>;

/** Somebody sees an item of a child because of what they are to that child, and of that no more than their part. */
export const needToKnow = (given: RuleHead): Item => ({
  ...given,
  title: "Seen on a need to know basis",
  force: "must",
  apply: ({ child, item, reader }): GateSaid => {
    const about = theChild(child.id);
    const no = (because: string): GateSaid => ({ effect: "prevents", about, because });
    switch (reader.role) {
      case "not-recorded":
        return {
          effect: "unknown",
          missing: "what this person is to the child",
          about,
          because: "Record what this person is to the child. Nobody sees an item without a role on that child.",
        };
      case "none":
        return no(
          "This person has no role on this child. To be of the same team as somebody who has one is not enough.",
        );
      case "chosen-adult":
        return no("The child chose to talk to this person. That opens nothing of the child's record.");
      case "named-person":
      case "lead-professional":
        return { effect: "permits", about, because: "This person answers for the whole of the child's plan." };
      case "core-group":
        break;
    }
    if (item.part === "not-recorded")
      return {
        effect: "unknown",
        missing: "which part of the help it belongs to",
        about,
        because: "Record which part of the help this item belongs to.",
      };
    return item.part === "none" || reader.parts.includes(item.part)
      ? { effect: "permits", about, because: "This item belongs to what this person does for the child." }
      : no("This item belongs to another part of the help. This person sees what their own part needs.");
  },
});

/** What came in from another agency is closed until the named person filed it and opened it to this very person. */
export const openedByNamedPerson = (given: RuleHead): Item => ({
  ...given,
  title: "What came in is opened person by person",
  force: "must",
  apply: ({ child, item, reader }, asAt): GateSaid | undefined => {
    if (!item.cameIn) return undefined;
    const about = theChild(child.id);
    if (reader.role === "named-person")
      return { effect: "permits", about, because: "The named person files what came in and decides who may see it." };
    if (item.filed === "none" || item.filed === "not-recorded")
      return {
        effect: "prevents",
        about,
        because: "The named person has not filed this yet. It is closed to others until then.",
      };
    const opened = item.openedTo.find(({ id, on }) => id === reader.id && on <= dayOf(asAt));
    if (opened === undefined)
      return {
        effect: "prevents",
        about,
        because:
          "The named person has not opened this to this person. Ask the named person, and say what it is needed for.",
      };
    return opened.reasonGiven
      ? { effect: "permits", about, because: `The named person opened this to them on ${inWords(opened.on)}.` }
      : {
          effect: "permits-if",
          about,
          because: `The named person opened this to them on ${inWords(opened.on)}, and has still to write down why.`,
          needs: [
            { what: "reason", from: "named-person", for: "why this person needs to see it", code: "opened-because" },
          ],
        };
  },
});

/** Each agency's own file stays its own: of it, others see what was shared and nothing else, not even that there is more. */
export const fileStaysWithAgency = (given: RuleHead): Item => ({
  ...given,
  title: "Each agency's file stays its own",
  force: "must",
  apply: ({ child, item, reader }): GateSaid => {
    const about = theChild(child.id);
    if (item.isShared)
      return { effect: "permits", about, because: "This item was taken out of the agency's file and shared." };
    if (reader.agency === "not-recorded")
      return {
        effect: "unknown",
        missing: "this person's agency",
        about,
        because: "Record this person's agency: an item that is not shared stays in its own agency's file.",
      };
    return reader.agency === item.agency
      ? { effect: "permits", about, because: "This item is in the file of this person's own agency." }
      : {
          effect: "prevents",
          about,
          because:
            "This item is in another agency's file and was not shared. It is not shown, nor counted, for others.",
        };
  },
});
