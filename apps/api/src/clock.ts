import { dayOf, type LocalDate, momentAt } from "@linchpin/domain";

/** Gives the time now. Handed in, so that a test moves it and nothing waits. */
export type Clock = () => Date;

/** The local day it is. */
export const today = (clock: Clock): LocalDate => dayOf(momentAt(clock()));
