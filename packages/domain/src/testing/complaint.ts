import { localDate } from "../kernel/local-date.ts";
import { workingCalendar } from "../kernel/working-days.ts";
import type { ComplaintDutiesFacts, ComplaintFacts } from "../quality/complaint-model.ts";

/** Helen, who manages Amina, handles a complaint about her. */
export const complaintFacts = (of: Partial<ComplaintFacts> = {}): ComplaintFacts => ({
  complaint: { id: "complaint-1", kind: "complaint" },
  act: "handle",
  about: "amina",
  manager: "helen",
  manages: [],
  by: { id: "helen", isInManagementLine: true },
  isReleased: false,
  reasonGiven: false,
  raisedTo: "none",
  ...of,
});

/** A complaint of Wednesday 25 November 2026 about Amina that Helen handles; nothing done yet. */
export const complaintDutiesFacts = (of: Partial<ComplaintDutiesFacts> = {}): ComplaintDutiesFacts => ({
  complaint: { id: "complaint-1", kind: "complaint", receivedOn: localDate("2026-11-25") },
  about: "amina",
  handler: "helen",
  acknowledgedOn: "none",
  answeredOn: "none",
  extension: "none",
  outcomeToldOn: "none",
  isSettled: false,
  calendar: workingCalendar("england-and-wales"),
  ...of,
});
