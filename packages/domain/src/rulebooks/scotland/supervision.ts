const leaves = "The national guidance leaves it to each agency";

/** What the national guidance leaves out, for the reader. */
export const silentOnSupervision = {
  "supervision.supervisor": `${leaves} who supervises a lead professional.`,
  "supervision.duties": `${leaves} how often a lead professional is supervised.`,
  "supervision.session": `${leaves} what a session of supervision covers.`,
  "supervision.note": `${leaves} who reads the notes of supervision.`,
  "supervision.wait": `${leaves} how an extra session is asked for.`,
  "supervision.allocated": `${leaves} when an allocation is closed.`,
  "supervision.advice": `${leaves} whether advice is counted.`,
  "supervision.arrangements": `${leaves} when it looks at its supervision again.`,
  "supervision.confirm": `${leaves} who confirms that a team's leads are supported.`,
};
