/** What the national guidance leaves out of the record, for the reader. */
export const silentOnRecord = {
  "record.assessment-beside": "The national guidance does not say when another assessment may be begun.",
  "record.level-change": "The national guidance has no levels of need.",
  "record.leaving-team": "The national guidance does not say when a practitioner leaves the team.",
  "record.common-entry": "The national guidance leaves the shared part of a record to the area.",
  "record.asked-again": "The national guidance does not say what is drawn from where.",
  "record.shared-part": "The national guidance knows no shared record that is built in stages.",
  "record.field": "The national guidance does not say what else may be asked of families.",
  "record.arrival": "The national guidance sets no clock before a young person arrives in custody.",
  "record.duties": "The national guidance does not say who is told of what in the record.",
  "record.directory": "The national guidance keeps no directory of services.",
};
