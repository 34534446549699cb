const areas = "The national guidance leaves it to the area";

/** What the national guidance leaves out about levels of need and assessments, for the reader. */
export const silentOnAssessment = {
  "assessment.level": `${areas} how levels of need are named, and what sets them.`,
  "assessment.picture": `${areas} how levels of need are drawn.`,
  "assessment.with-additional-needs": `${areas} how children with additional needs are counted.`,
  "assessment.complete": `${areas} when an assessment is complete.`,
  "assessment.change-part": `${areas} who may change what of a shared assessment.`,
  "assessment.basis-of-plan": `${areas} what is looked through, and whose words are used, before a plan.`,
  "assessment.duties": `${areas} how requests are followed in the course of an assessment.`,
  "assessment.specialist": "The national guidance does not speak of specialist assessments in England.",
  "assessment.pathway": `${areas} which steps lead from a need to a plan.`,
  "assessment.early-support": "The national guidance knows no early support programme.",
  "assessment.own-help": `${areas} which help one agency gives alone.`,
  "assessment.resource": `${areas} how a resource is committed to a child.`,
};
