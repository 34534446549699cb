import type { AgreementStep, StepState } from "@linchpin/ui";
import { dateInWords, listInWords, momentInWords } from "@linchpin/ui";
import type { Stage } from "./stage-form.tsx";
import { capital } from "./words.ts";

const states: Record<Stage["state"], StepState> = {
  through: "done",
  next: "next",
  later: "waiting",
  stopped: "declined",
};

/** The stages of an agreement as the list that both portals draw: whose word, how it stands, who recorded what. */
export const stepsOf = (stages: readonly Stage[]): readonly AgreementStep[] =>
  stages.map((stage) => {
    const last = stage.entries.at(-1);
    return {
      id: stage.stage,
      label: stage.label,
      whose: whoseInWords(stage),
      state: states[stage.state],
      word: last && (stage.state === "through" || stage.state === "stopped") ? last.outcome.label : undefined,
      clause: stage.clause,
      clock: stage.state === "next" ? stage.clock : undefined,
      recordedBy: stage.entries.length === 1 ? last?.recordedBy.name : undefined,
      recordedAt: stage.entries.length === 1 ? last?.recordedAt : undefined,
      note: saidAt(stage),
    };
  });

/** "Line manager: Gary Holt", or the role alone where nobody is known. */
export const whoseInWords = ({ whose, people }: Pick<Stage, "whose" | "people">): string =>
  capital(people.length === 0 ? whose : `${whose}: ${listInWords(people.map(({ name }) => name))}`);

/** What was said, each by whom; one entry without words has said it all already. */
function saidAt({ kind, entries }: Stage) {
  const many = entries.length > 1;
  const shown = entries.filter(
    ({ words, evidence, participants, heldOn }) => many || words || evidence || participants.length > 0 || heldOn,
  );
  if (shown.length === 0) return undefined;
  return shown.map((entry) => (
    <div key={`${entry.recordedAt} ${entry.recordedBy.practitionerId}`}>
      {many && (
        <p className="lp-step__recorded">
          <strong>{entry.outcome.label}</strong>: {(entry.answeredBy ?? entry.recordedBy).name},{" "}
          {momentInWords(entry.recordedAt)}
        </p>
      )}
      {entry.heldOn && <p className="lp-step__recorded">{heldInWords(kind.code, entry.heldOn, entry.participants)}</p>}
      {entry.words && <p className="lp-said">{entry.words}</p>}
      {entry.evidence && <p className="lp-said">Rests on: {entry.evidence}</p>}
    </div>
  ));
}

const heldInWords = (kind: string, day: string, participants: readonly string[]): string =>
  `${kind === "views" ? "Asked" : "Held"} on ${dateInWords(day)}${participants.length > 0 ? `, with ${listInWords(participants)}` : ""}`;
