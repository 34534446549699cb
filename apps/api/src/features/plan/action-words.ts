/** What is to be done, as a title says it: on one line, and without the full stop that more words would follow. */
export function actionInTitle(what: string): string {
  const said = what.replace(/[\s.;:,]+$/, "");
  return said.length <= 120 ? said : `${said.slice(0, 117)}...`;
}
