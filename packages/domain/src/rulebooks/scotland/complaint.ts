/** What the national guidance leaves out, for the reader. */
export const silentOnComplaints = {
  "quality.complaint": "The national guidance leaves complaints to each agency's own procedure.",
  "quality.complaint-duties": "The national guidance leaves complaints to each agency's own procedure.",
};
