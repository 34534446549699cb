const left = "The national guidance leaves the training of people who lead, and of their managers, to each agency.";

/** For the reader, where the national guidance says nothing. */
export const silentOnWorkforce = {
  "workforce.exception-ends": "The national guidance bars nobody for how they are engaged.",
  "workforce.development": left,
  "workforce.evidence": left,
  "workforce.attendance": left,
  "workforce.may-manage": left,
  "workforce.managers": left,
  "workforce.identify": left,
  "workforce.senior-manager": left,
  "workforce.without-support": left,
  "workforce.post": "The national guidance knows no post that only leads.",
  "workforce.partner": "The national guidance leaves it to the area which services sign up.",
  "workforce.commitment": "The national guidance does not speak of budgets.",
  "workforce.partnership": "The national guidance knows no partnership of schools.",
  "transition.taken-in": "The national guidance does not say how an area's own words cross a border.",
  "workforce.request": "The national guidance leaves it to each agency who takes a practitioner's request.",
};
