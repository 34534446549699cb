import { deniedBecause, levelsOfNeed, type MeasureDecision, oncePerPlan, shareOf } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import type { ControlView } from "../../views.ts";
import type { PostHeld, Weighed } from "./reads.ts";
import type { FigureView, PostView, WorkloadRow } from "./views.ts";

const inPoints = (quarterPoints: number): number => quarterPoints / 4;

/** A measure as it is shown: points, the parts they come from, and what is missing. */
export const figureOf = ({ answer, amount, missing, findings }: MeasureDecision): FigureView => ({
  points: inPoints(amount),
  isLeast: answer === "at-least",
  missing: [...missing],
  isKnown: answer !== "silent",
  parts: findings
    .filter(({ liftedBy }) => liftedBy === undefined)
    .map(({ label, amount: part, clause, strength, because }) => ({
      label,
      points: inPoints(part),
      clause: strength === "ours" ? "ours" : `${clause.source} ${clause.at}`,
      because,
    })),
});

/** One person's row: every post, one load. Whoever of their managers looks sees the same. None for somebody without a post today. */
export function rowOf(records: Records, practitionerId: string, weighed: Weighed): WorkloadRow | undefined {
  const { name, cases, posts, load, capacity, away } = weighed;
  const [main] = posts;
  if (main === undefined) return undefined;
  const plans = oncePerPlan(cases, () => 0);
  const leads = plans.filter(({ role }) => role === "lead").length;
  const agreed = capacity.answer === "measured" ? capacity.amount : undefined;
  const percent = shareOf(load.amount, agreed ?? "not-recorded");
  return {
    practitionerId,
    name,
    postTitle: main.title,
    agency: main.agency,
    posts: posts.map((post) => postView(records, practitionerId, post)),
    load: figureOf(load),
    capacity: figureOf(capacity),
    ...(percent === undefined ? {} : { percent }),
    ...(away === null ? {} : { away: away.backOn === null ? {} : { backOn: away.backOn } }),
    leads,
    supports: plans.length - leads,
    isOver: agreed !== undefined && load.amount > agreed,
  };
}

function postView(records: Records, practitionerId: string, post: PostHeld): PostView {
  const { agreedCapacity, managerId, managerName, leading } = post;
  return {
    postId: post.postId,
    version: post.version,
    title: post.title,
    agencyName: post.agency.name,
    ...(post.teamName === null ? {} : { teamName: post.teamName }),
    hours: post.hours,
    ...(agreedCapacity === "not-recorded" ? {} : { agreedPoints: inPoints(agreedCapacity) }),
    ...(post.agreedOn === null ? {} : { agreedOn: post.agreedOn }),
    ...(post.reviewOn === null ? {} : { reviewOn: post.reviewOn }),
    ...(leading === "not-recorded" ? {} : { leading }),
    ...(managerName === null ? {} : { lineManager: { practitionerId: managerId, name: managerName } }),
    isMine: managerId === records.who.practitionerId,
    mayAgree: mayAgree(records, { practitionerId, managerId }),
  };
}

/** Whether the caller may record what was agreed for a post: its line manager may, and nobody agrees with themselves. */
export function mayAgree(
  { who }: Pick<Records, "who">,
  { practitionerId, managerId }: { readonly practitionerId: string; readonly managerId: string | null },
): ControlView {
  const denial = deniedBecause("workload.agree-capacity", who.role);
  if (denial) return { may: false, why: denial.words };
  if (practitionerId === who.practitionerId)
    return { may: false, why: "What your own post carries is agreed with your line manager." };
  return managerId === who.practitionerId
    ? { may: true }
    : { may: false, why: "The line manager of this post agrees how much it carries." };
}

/** A level of need in words. */
export const levelInWords = (level: Weighed["cases"][number]["level"]): string =>
  level === "not-recorded" ? "Not recorded" : levelsOfNeed[level].label;
