import { holdsOn } from "../kernel/local-date.ts";
import type { MeasureRule, MeasureSaid } from "../kernel/measure.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import type { CapacityFacts, PostFacts } from "./model.ts";
import { pointsInWords } from "./points.ts";

/** How much somebody carries is agreed post by post, between worker and manager; two half posts add up to one person. */
export const agreedPerPost = (given: RuleHead, { showsPost }: { showsPost: boolean }): MeasureRule<CapacityFacts> => ({
  ...given,
  title: "Capacity is agreed for each post",
  apply: ({ practitionerId, posts }): MeasureSaid | readonly MeasureSaid[] => {
    const about = thePractitioner(practitionerId);
    if (posts.length === 0)
      return {
        amount: 0,
        label: "No post",
        missing: "post",
        about,
        because: "No post is recorded for this person, so no capacity either.",
      };
    const once = new Map(posts.map((post) => [post.postId, post]));
    return [...once.values()].map((post) => {
      const label = showsPost ? labelOf(post) : "Post";
      return post.agreedCapacity === "not-recorded"
        ? {
            amount: 0,
            label,
            missing: "agreed capacity",
            about,
            because: "Worker and manager have not yet agreed how much this post carries.",
          }
        : {
            amount: post.agreedCapacity,
            label,
            about,
            because: `Worker and manager agreed ${pointsInWords(post.agreedCapacity)} for this post.`,
          };
    });
  },
});

const labels = {
  everyday: "Post where leading is an everyday part",
  occasional: "Post where leading comes now and then",
} as const;
const labelOf = ({ leading }: PostFacts) => (leading === "not-recorded" ? "Post" : labels[leading]);

/** Fewer hours carry less, in proportion; and what was taken off for some days is off on those days. Never below nothing. */
export const hoursLessReductions = (given: RuleHead): MeasureRule<CapacityFacts> => ({
  ...given,
  title: "Capacity follows the hours, less what is taken off for a time",
  apply: ({ practitionerId, posts }, asAt): readonly MeasureSaid[] => {
    const about = thePractitioner(practitionerId);
    return [...new Map(posts.map((post) => [post.postId, post])).values()].flatMap((post): MeasureSaid[] => {
      const { agreedCapacity, hours, reductions = [] } = post;
      if (agreedCapacity === "not-recorded") return [];
      const forHours =
        hours === undefined ? agreedCapacity : Math.floor((agreedCapacity * hours.now) / hours.agreedFor);
      const takenOff = reductions
        .filter((one) => holdsOn(one, dayOf(asAt)))
        .reduce((sum, { quarterPoints }) => sum + quarterPoints, 0);
      const off = Math.min(takenOff, forHours);
      return [
        ...(forHours === agreedCapacity
          ? []
          : [
              {
                amount: forHours - agreedCapacity,
                label: forHours < agreedCapacity ? "Fewer hours" : "More hours",
                about,
                because: `The hours of this post are not those the agreement was made for, so it carries ${pointsInWords(forHours)}.`,
              },
            ]),
        ...(off === 0
          ? []
          : [
              {
                amount: -off,
                label: "Taken off for a time",
                about,
                because: `For some days ${pointsInWords(off)} are taken off this post.`,
              },
            ]),
      ];
    });
  },
});
