/** What an operator asked for and what cannot be done: every mistake at once, each a sentence. */
export class Mistaken extends Error {
  override readonly name = "Mistaken";
  readonly mistakes: readonly string[];
  constructor(mistakes: readonly string[]) {
    super(mistakes.join(" "));
    this.mistakes = mistakes;
  }
}
