import type { GateRule } from "../kernel/gate.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { NamedPersonCandidateFacts, NamedPersonStage } from "./model.ts";

/**
 * What these rules say is about the child: whose staff somebody is on, and in which post, is known to all who work with
 * them, so a refusal may be read by whoever was refused.
 */
type MayBe = GateRule<NamedPersonCandidateFacts>;
const atSchool: readonly NamedPersonStage[] = ["primary", "secondary", "special-school"];

/** In pregnancy and just after the birth it is a midwife; before school a health visitor, and nobody from a nursery. */
export const healthPost = (given: RuleHead, { stage, post }: { stage: NamedPersonStage; post: string }): MayBe => ({
  ...given,
  title: stage === "before-school" ? "Before school it is a health visitor" : "Until the handover it is a midwife",
  force: "must",
  apply: (facts) => {
    if (facts.stage !== stage) return undefined;
    const about = theChild(facts.child.id);
    const who = post === "midwife" ? "a midwife" : "a health visitor";
    return facts.candidate.posts.includes(post)
      ? { effect: "permits", about, because: `This person is ${who}, as the child's stage asks.` }
      : {
          effect: "prevents",
          about,
          because: `At this stage the named person is ${who}. Others who know the child can pass on a worry and own actions.`,
        };
  },
});

/** At school the named person is a member of that school's own staff, in whatever post; a class teacher is one (HN-22). */
export const memberOfStaff = (given: RuleHead): MayBe => ({
  ...given,
  title: "At school it is a member of that school's staff",
  force: "must",
  apply: ({ child, candidate, stage, school }) => {
    if (!atSchool.includes(stage)) return undefined;
    const about = theChild(child.id);
    if (school === undefined)
      return { effect: "unknown", missing: "the child's school", about, because: "Record the child's school first." };
    if (candidate.onStaffOf === "not-recorded")
      return {
        effect: "unknown",
        missing: "whose staff this person is on",
        about,
        because: "It is not recorded whose staff this person is on.",
      };
    return candidate.onStaffOf.includes(school)
      ? { effect: "permits", about, because: "This person is on the staff of the child's school." }
      : {
          effect: "prevents",
          about,
          because: "This person is not on the staff of the child's school. Choose one of its own staff.",
        };
  },
});

/** On entering secondary school a child gets a new named person there; the one of primary school is not carried forward. */
export const newAtSecondary = (given: RuleHead): MayBe => ({
  ...given,
  title: "Secondary school assigns a new named person",
  force: "must",
  apply: ({ child, candidate, stage, previous }) => {
    if (stage !== "secondary") return undefined;
    const about = theChild(child.id);
    if (previous === "not-recorded")
      return {
        effect: "unknown",
        missing: "who was the named person at primary school",
        about,
        because: "It is not recorded who was the named person at primary school.",
      };
    const isCarried = previous !== "none" && previous.stage === "primary" && previous.id === candidate.id;
    return isCarried
      ? {
          effect: "prevents",
          about,
          because: "A child gets a new named person on entering secondary school. Choose somebody else there.",
        }
      : { effect: "permits", about, because: "This person was not the child's named person at primary school." };
  },
});

/** Under a special arrangement the area education manager nominates an education officer or a teacher (HD-21). */
export const nominatedByArea = (given: RuleHead, { posts }: { posts: readonly string[] }): MayBe => ({
  ...given,
  title: "Under a special arrangement the area education manager nominates",
  apply: ({ child, candidate, stage }) => {
    if (stage !== "special-arrangement") return undefined;
    const about = theChild(child.id);
    return candidate.posts.some((post) => posts.includes(post))
      ? { effect: "permits", about, because: "This person holds a post that the area may nominate." }
      : {
          effect: "refers",
          decidedBy: "area-manager",
          about,
          because: "The area education manager decides whether this person is nominated.",
        };
  },
});

/** Who may be named depends on the child's stage, which has to be known. */
export const stageIsKnown = (given: RuleHead): MayBe => ({
  ...given,
  title: "The child's stage is known",
  apply: ({ child, stage }) => {
    const about = theChild(child.id);
    if (stage === "not-recorded")
      return {
        effect: "unknown",
        missing: "the child's stage",
        about,
        because: "Record what decides the child's stage first.",
      };
    if (stage === "ended")
      return {
        effect: "prevents",
        about,
        because: "The young person is an adult who has left school, and has no named person any more.",
      };
    if (stage === "school-leaver")
      return {
        effect: "refers",
        decidedBy: "area-manager",
        about,
        because: "The education service names the contact of a young person who has left school.",
      };
    return undefined;
  },
});
