import { assessorMayStart, thoseAboutToStart, thoseInvolved } from "../../lead-professional/best-placed.ts";
import { shown } from "../../lead-professional/criteria.ts";
import { listedByStatus, namedByStatusOrReason } from "../../lead-professional/named-by-status.ts";
import { viewsFirst, wishesAnswered } from "../../lead-professional/views.ts";
import { chapter } from "../questions.ts";
import { from, guidance } from "./guidance.ts";

const rule = (id: string, at: string) => ({ id: `bolton.${id}`, clause: guidance(at), from });

/** What Bolton says in its own words instead of the managers' guide. */
export const choiceSetsAside = {
  "england.best-placed-involved": "Bolton's heading 5 says who may be thought of, those about to start among them.",
  "england.best-placed-named-by-status": "Bolton's heading 7 has a table of its own.",
  "england.choice-named-by-status": "Bolton's heading 7 has a table of its own.",
  "england.choice-wishes": "Bolton's heading 5 asks the young person and the family itself.",
  "england.choice-views": "Bolton's heading 5 asks the young person and the family itself.",
};

/** Bolton on choosing: no formula, the family asked first, and the post and how often it sees the family shown. */
export const choice = chapter({
  parameters: {
    aboutToStartWorkingDays: {
      value: 20,
      least: 1,
      most: 60,
      ours: "BOL-D24",
      reading: "About to get involved means a start within 20 working days, and at least one action of the plan.",
    },
  },
  rules: {
    "lead-professional.best-placed": (value) => [
      listedByStatus(rule("best-placed-named-by-status", "7")),
      thoseInvolved(rule("best-placed-involved", "5.2")),
      thoseAboutToStart(rule("best-placed-about-to-start", "5.3"), {
        withinWorkingDays: value.aboutToStartWorkingDays,
      }),
      assessorMayStart(rule("best-placed-assessor", "5.4")),
    ],
    "lead-professional.choice": () => [
      namedByStatusOrReason(rule("choice-named-by-status", "7")),
      viewsFirst(rule("choice-views", "5.7")),
      wishesAnswered(rule("choice-wishes", "5.7")),
      shown(
        rule("criterion-post", "8.2"),
        { code: "post", label: "Whether leading is an everyday part of the post", of: "candidate", from: "records" },
        { whenBlank: "It is not recorded whether leading is an everyday part of this post. That keeps nobody out." },
      ),
      shown(
        rule("criterion-contact", "8.3"),
        { code: "contact", label: "How often they see the family, and when last", of: "candidate", from: "records" },
        { whenBlank: "It is not recorded how often this person sees the family. That keeps nobody out." },
      ),
    ],
  },
});
