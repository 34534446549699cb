import { count, dateInWords, Tag } from "@linchpin/ui";
import type { AccessFlag, StaffAccess } from "../../views.ts";

/** What a manager asks about, as a sentence with its number. */
export function flagInWords({ code, label, count: many, on }: StaffAccess["flags"][number]): string {
  switch (code as AccessFlag) {
    case "no-look":
      return `${count(many, "part")} with no look in 90 days`;
    case "outside-team":
      return `${count(many, "child", "children")} for whom nobody in their team leads or is named person`;
    case "post-ends":
      return on === undefined ? label : `Post ends with ${dateInWords(on)}`;
    case "emergency":
      return `Opened ${count(many, "record")} in an emergency in the last 90 days`;
    case "whereabouts":
      return `May know where ${count(many, "protected child", "protected children")} ${many === 1 ? "is" : "are"}`;
    default:
      return label;
  }
}

/** When something was last looked at; of what is newer than the days that count, only that it was not yet. */
export const lookInWords = (lastLook: string | undefined, isLong: boolean): string =>
  lastLook === undefined ? noLookInWords(isLong) : `last look ${dateInWords(lastLook)}`;

export const noLookInWords = (isLong: boolean): string => (isLong ? "no look in 90 days" : "no look yet");

/** By when somebody is gone through again. */
export function RoundOf({ round: { lastOn, lastBy, dueOn, isLate } }: Pick<StaffAccess, "round">) {
  return (
    <>
      {isLate ? <Tag colour="red">Late</Tag> : null} {isLate ? "was due" : "due"} by {dateInWords(dueOn)}
      <span className="mp-note">
        {lastOn === undefined ? "Not gone through yet" : `Last on ${dateInWords(lastOn)} by ${lastBy}`}
      </span>
    </>
  );
}
