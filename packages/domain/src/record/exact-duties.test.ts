import { expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { bolton } from "../rulebooks/bolton/bolton.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { aProblem, recordDutiesFacts } from "../testing/record.ts";

test.each([
  ["fay", "Tell the lead professional fay at once"],
  ["none", "Tell the lead professional at once"],
  ["not-recorded", "Tell the lead professional at once"],
])("BOL-11.9: a new problem goes to whoever leads, where the lead is %s", (lead, words) => {
  const [duty] = asItStands(bolton)
    .duty("record.duties", recordDutiesFacts({ lead, problems: [aProblem()] }), noonOn(localDate("2027-01-01")))
    .owed.filter(({ act }) => act === "record.tell-lead-of-problem");
  expect(duty).toMatchObject({ due: "at-once", because: expect.stringContaining(words) });
});
