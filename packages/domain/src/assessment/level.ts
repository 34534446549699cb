import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject, theChild } from "../kernel/subject.ts";
import { type LegalStatus, statusesOn } from "../people/model.ts";
import { stepsOfNeed } from "../vocabulary/assessments.ts";
import { isLegalStatus, legalStatuses } from "../vocabulary/legal-statuses.ts";
import { codesOf } from "../vocabulary/term.ts";
import type { LevelFacts, PictureFacts } from "./model.ts";

type Level = GateRule<LevelFacts>;

const byBeginning = (a: LegalStatus, b: LegalStatus) => a.from.localeCompare(b.from) || a.id.localeCompare(b.id);
const since = ({ kind, from }: LegalStatus) => `${legalStatuses[kind].label} since ${inWords(from)}`;

/** Statuses that make needs complex, of the kinds that the book lists. */
export const complexOn = (of: LevelFacts["child"]["statuses"], day: LegalStatus["from"], kinds: readonly string[]) =>
  [...statusesOn(of, day, kinds.filter(isLegalStatus))].sort(byBeginning);

/** Any one status that makes needs complex sets the level, however many others end; an assessment of need holds it too. */
export const statusesSetLevel = (given: RuleHead, { kinds }: { readonly kinds: readonly string[] }): Level => ({
  ...given,
  title: "A status in force makes needs complex",
  force: "must",
  apply: ({ child, level }, asAt): GateSaid | readonly GateSaid[] | undefined => {
    const say = sayOf(theChild(child.id));
    if (child.statuses === "not-recorded")
      return say.unknown(
        "legal statuses",
        "Record the child's legal statuses, or that there are none: until then nobody can say whether needs are complex.",
      );
    const day = dayOf(asAt);
    const inNeed = statusesOn(child.statuses, day, ["child-in-need"]);
    const held = [
      ...complexOn(child.statuses, day, kinds),
      ...inNeed.filter(({ childInNeedPhase }) => childInNeedPhase === "assessment"),
    ].sort(byBeginning);
    if (held.length > 0)
      return held.map((status) =>
        level === "complex"
          ? say.permits(`${since(status)}: needs are complex for as long as that holds.`)
          : say.prevents(`${since(status)}: needs stay complex until that ends.`, status.until),
      );
    if (inNeed.some(({ childInNeedPhase }) => childInNeedPhase === undefined))
      return say.unknown(
        "phase of the child in need case",
        "Record whether the child in need is still being assessed: meanwhile needs are complex.",
      );
    return level === "complex"
      ? say.prevents("No status that makes needs complex holds on this day. Record it first, or choose another level.")
      : undefined;
  },
});

/** Below complex, the answer on one integrated response decides between one practitioner and several. */
export const responseSetsLevel = (given: RuleHead): Level => ({
  ...given,
  title: "One integrated response, or one practitioner",
  force: "must",
  apply: ({ child, level, integratedResponse }): GateSaid | undefined => {
    if (level === "complex") return undefined;
    const say = sayOf(theChild(child.id));
    if (integratedResponse === "not-recorded")
      return say.unknown(
        "whether the help has to be one integrated response",
        "Say whether the help has to be one integrated response; that decides between these levels.",
      );
    if (integratedResponse === (level === "integrated"))
      return say.permits(`The level is "${stepsOfNeed[level].label}", as was answered on one integrated response.`);
    return say.prevents(
      integratedResponse
        ? "The help has to be one integrated response: that is the level of help from several."
        : "The help does not have to be one integrated response: that is the level of one practitioner, or of none.",
    );
  },
});

/** An area draws its own levels; each of its zones means one of the four, and they rise from the first to the last. */
export const everyZoneMeansALevel = (given: RuleHead): GateRule<PictureFacts> => ({
  ...given,
  title: "Each zone of the picture means one of the four levels",
  force: "must",
  apply: ({ area, zones }): GateSaid => {
    const say = sayOf(subject("area", area));
    if (zones.length === 0) return say.prevents("The picture has no zones yet.");
    const steps = codesOf(stepsOfNeed);
    const at = zones.map(({ means }) => steps.findIndex((step) => step === means));
    const unlinked = at.filter((place) => place === -1).length;
    if (unlinked > 0)
      return say.prevents(
        `${unlinked} of ${zones.length} zones ${unlinked === 1 ? "is" : "are"} linked to no level. Link each to one of the four; then it can be published.`,
      );
    const falls = at.findIndex((place, i) => at.slice(0, i).some((before) => before > place));
    return falls === -1
      ? say.permits(`All ${zones.length} zones are linked to a level, from the lowest to the highest.`)
      : say.prevents(`Zone ${falls + 1} means a lower level than the zone before it. Put the zones in order.`);
  },
});
