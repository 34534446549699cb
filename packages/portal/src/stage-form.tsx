import type { AppRouter } from "@linchpin/api";
import { limits, RecordStage } from "@linchpin/domain";
import {
  Button,
  Checkboxes,
  count,
  DateField,
  Form,
  Radios,
  type RefusalView,
  TextArea,
  useCommandForm,
} from "@linchpin/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { type ReactNode, useMemo } from "react";
import { z } from "zod";
import { linesOf, optionsOfTerms } from "./answers.ts";
import type { Api } from "./api.ts";
import { serverDraft } from "./drafts.ts";
import { askAgain, useIdempotencyKey } from "./forms.ts";
import { refusalView } from "./refusals.ts";
import { capital, whyNot } from "./words.ts";

export type Proposal = inferRouterOutputs<AppRouter>["leadProfessional"]["proposal"];
export type Stage = Proposal["stages"][number];

export type StageFormProps = {
  readonly api: Api;
  readonly proposal: Pick<Proposal, "proposalId" | "version">;
  readonly stage: Stage;
  /** Practitioners who may have taken part, for a stage that asks who did. */
  readonly team?: readonly { readonly practitionerId: string; readonly name: string }[];
  readonly onRecorded: (proposal: Proposal) => unknown;
  readonly cancel?: ReactNode;
};

/** What may be recorded of a stage, and what has to be said with it: the rulebook's answer, asked before it is sent. */
const schemaFor = ({ may: { asks, wordsNeededFor, wordsFor, evidenceNeededFor, evidenceFor } }: Stage) =>
  RecordStage.omit({ others: true, heldOn: true })
    .extend({
      heldOn: z.preprocess((day) => (day === "" ? undefined : day), RecordStage.shape.heldOn),
      others: z
        .string()
        .default("")
        .transform(linesOf)
        .pipe(z.array(z.string().max(limits.line, `Use ${limits.line} characters or fewer on a line`)).max(50)),
    })
    .superRefine(({ outcome, words, evidence, heldOn, participantIds, others }, ctx) => {
      const ask = (path: string, message: string) => ctx.addIssue({ code: "custom", path: [path], message });
      if (wordsNeededFor.includes(outcome) && words === undefined)
        ask("words", `Enter ${wordsFor[outcome] ?? "the reason"}`);
      if (evidenceNeededFor.includes(outcome) && evidence === undefined) ask("evidence", `Enter ${evidenceFor}`);
      if (outcome === "not-possible") return;
      if (asks.includes("held-on") && heldOn === undefined) ask("heldOn", "Enter the day it was held");
      if (asks.includes("participants") && participantIds.length + others.length === 0)
        ask("participantIds", "Choose who took part, or enter their names");
    });

/** Records what came of one stage of an agreement: agree or decline, and why. Nothing is ticked beforehand. */
export function StageForm({ api, proposal, stage, team = [], onRecorded, cancel }: StageFormProps) {
  const { asks, outcomes, wordsNeededFor, wordsFor, evidenceNeededFor, evidenceFor, enter } = stage.may;
  const idempotencyKey = useIdempotencyKey();
  const schema = useMemo(() => schemaFor(stage), [stage]);
  const { proposalId, version } = proposal;
  const form = useCommandForm(schema, {
    defaultValues: { idempotencyKey, proposalId, version, stage: stage.stage, participantIds: [], others: "" },
  });
  const record = useMutation(api.trpc.leadProfessional.recordStage.mutationOptions());
  const draft = useMemo(
    () => serverDraft<z.input<typeof schema>>(api, `stage:${proposalId}:${stage.stage}`),
    [api, proposalId, stage.stage],
  );
  const { queryKey } = api.trpc.leadProfessional.proposal.queryOptions({ proposalId });
  const refusal = refusalView(record.error);
  const words = (outcome: string) => {
    const needed = wordsNeededFor.includes(outcome);
    if (!needed && !asks.includes("words")) return undefined;
    return (
      <>
        <TextArea
          name="words"
          label={capital(needed ? (wordsFor[outcome] ?? "the reason") : "what was said")}
          optional={!needed}
          rows={4}
          most={limits.prose}
        />
        {evidenceNeededFor.includes(outcome) && (
          <TextArea name="evidence" label={capital(evidenceFor)} rows={3} most={limits.prose} />
        )}
      </>
    );
  };
  return (
    <Form
      form={form}
      draft={draft}
      onSubmit={(command) => record.mutateAsync({ ...command, others: [...command.others] }).then(goOn)}
      submit="Record this"
      submitting="Recording"
      notAllowed={whyNot(enter)}
      refusal={refusal && { ...refusal, action: <ShowAsItStands refusal={refusal} onShown={keepVersion} /> }}
      cancel={cancel}
    >
      <Radios
        name="outcome"
        label={stage.label}
        options={optionsOfTerms(outcomes).map((option) => ({ ...option, reveal: words(option.value) }))}
      />
      {asks.includes("held-on") && <DateField name="heldOn" label="Day it was held" />}
      {asks.includes("participants") && <WhoTookPart team={team} />}
    </Form>
  );

  /** The next page comes first and finds the proposal as it is now; then every other page asks again. */
  async function goOn(after: Proposal) {
    api.queryClient.removeQueries({ queryKey });
    await onRecorded(after);
    await askAgain(api.queryClient);
  }

  /** What is sent next stands on the proposal as it is now. */
  function keepVersion() {
    const now = api.queryClient.getQueryData<Proposal>(queryKey);
    if (now) form.setValue("version", now.version);
  }
}

function WhoTookPart({ team }: { readonly team: NonNullable<StageFormProps["team"]> }) {
  return (
    <>
      {team.length > 0 && (
        <Checkboxes
          name="participantIds"
          label="Who took part?"
          hint={`${count(team.length, "person works", "people work")} on this plan.`}
          options={team.map(({ practitionerId, name }) => ({ value: practitionerId, label: name }))}
        />
      )}
      <TextArea name="others" label="Others who took part" hint="One name on each line." optional rows={3} />
    </>
  );
}

type ShowProps = { readonly refusal: RefusalView; readonly onShown: () => void };

/** Fetches everything again behind the form: what was written stays. */
function ShowAsItStands({ refusal, onShown }: ShowProps) {
  const queryClient = useQueryClient();
  const show = async () => {
    await queryClient.invalidateQueries();
    onShown();
  };
  return (
    <Button kind="secondary" aria-label={`Show how it stands now. ${refusal.title}`} onClick={() => void show()}>
      Show how it stands now
    </Button>
  );
}
