import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { ageOn } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild, theFamily } from "../kernel/subject.ts";
import type { ContentsFacts } from "./model.ts";

type Contents = GateRule<ContentsFacts>;

/** Nobody can agree to what is not said: a consent says what is shared, with whom and why, before anybody sees it. */
export const saysWhatWithWhomAndWhy = (given: RuleHead): Contents => ({
  ...given,
  title: "A consent says what, with whom and why",
  force: "must",
  apply: (facts) => {
    const blank = [
      ...(facts.saysWhat ? [] : ["what is shared"]),
      ...(facts.saysWithWhom ? [] : ["with whom"]),
      ...(facts.saysWhy ? [] : ["why"]),
    ];
    return blank.length === 0
      ? {
          effect: "permits",
          about: theFamily(facts),
          because: "It says what is shared, with whom and why, in words that can be shown to the child and the family.",
        }
      : {
          effect: "prevents",
          about: theFamily(facts),
          because: `Write down ${blank.join(", ")}, in words for the child and the family. It is shown to them after that.`,
        };
  },
});

/** A consent on record holds who answered what, on which day, in which form and until when. */
export const holdsWhoWhenAndHow = (given: RuleHead): Contents => ({
  ...given,
  title: "A consent on record is whole",
  force: "must",
  apply: (facts): readonly GateSaid[] | undefined => {
    if (facts.step !== "record") return undefined;
    const about = theFamily(facts);
    const parts = [
      [facts.by, "who answered"],
      [facts.answer, "what the answer was"],
      [facts.on, "the day of the answer"],
      [facts.form, "whether it was spoken or written"],
      [facts.answer === "given" ? facts.endsOn : "none", "until when it holds, or that it has no end"],
    ] as const;
    const missing = parts.filter(([value]) => value === "not-recorded").map(([, name]) => name);
    if (missing.length > 0)
      return missing.map((name) => ({ effect: "unknown", missing: name, about, because: `Record ${name}.` }));
    return [
      { effect: "permits", about, because: "Who answered, what, when, in which form and until when is on record." },
    ];
  },
});

/** A child of an age is presumed able to consent; a younger one by what is noted of the child's understanding (GD-13). */
export const giverUnderstands = (given: RuleHead, { presumedFrom }: { readonly presumedFrom: number }): Contents => ({
  ...given,
  title: "The child who consents understands it",
  force: "must",
  apply: (facts, asAt): GateSaid | undefined => {
    if (facts.step !== "record" || facts.by !== "child") return undefined;
    const about = theChild(facts.child.id);
    if (facts.understanding === "understands")
      return { effect: "permits", about, because: "It is noted that the child understands what is shared." };
    if (facts.understanding === "does-not-understand")
      return {
        effect: "prevents",
        about,
        because:
          "It is noted that the child does not understand what is shared. Explain it again, and ask a parent or carer.",
      };
    const { bornOn } = facts.child;
    if (bornOn === "not-recorded")
      return {
        effect: "unknown",
        missing: "date of birth",
        about,
        because: `Record the date of birth, or what is noted of the child's understanding: from ${presumedFrom} on it is presumed.`,
      };
    return ageOn(bornOn, dayOf(asAt)) >= presumedFrom
      ? { effect: "permits", about, because: `From ${presumedFrom} on a child is presumed able to consent.` }
      : {
          effect: "unknown",
          missing: "what is noted of the child's understanding",
          about,
          because: `A child under ${presumedFrom} can consent where it is noted that the child understands. Note it.`,
        };
  },
});
