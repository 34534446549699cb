import { dateInWords } from "@linchpin/ui";
import type { Answers, Supervisee } from "../../views.ts";

export type { Supervisee };
export type Person = Answers["supervision"]["person"];

/** What the reader is to this person. */
export const yourPart = ({ strands, isManagedByYou }: Pick<Supervisee, "strands" | "isManagedByYou">): string => {
  if (strands.length === 2) return "You supervise the role and the practice";
  if (strands[0] === "lead") return "You supervise the role of lead professional";
  if (strands[0] === "practice") return "You supervise the practice";
  return isManagedByYou ? "You manage this person" : "You supervised this person before";
};

/** How somebody is supervised, in one line. */
export const arrangementInWords = ({ arrangement }: Pick<Supervisee, "arrangement">): string => {
  if (arrangement === undefined) return "Nobody on record";
  const { model, lead, practice } = arrangement;
  return model.code === "dual" ? `${lead.name} the role, ${practice.name} the practice` : practice.name;
};

export const daysInWords = (days: number): string =>
  days % 7 === 0 && days > 7 ? `every ${days / 7} weeks` : `every ${days} days`;

export const lastInWords = (day: string | undefined): string => (day === undefined ? "Never" : dateInWords(day));
