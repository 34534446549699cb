/** A procedure whose signature is out and whose work is on its way. */
export const notBuilt = (): never => {
  throw new Error("not built yet");
};
