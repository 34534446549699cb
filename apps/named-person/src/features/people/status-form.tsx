import { careLeaverKinds, childInNeedPhases, legalStatuses, lookedAfterBases, RecordStatus } from "@linchpin/domain";
import { maybe, optionsOf } from "@linchpin/portal";
import { DateField, LookupField, Radios, Select } from "@linchpin/ui";
import { useFormContext, useWatch } from "react-hook-form";
import { z } from "zod";
import { findColleagues } from "../../forms.ts";
import { useWho } from "../../terms.ts";

const asked = RecordStatus.shape;

/** What the two forms about a status ask. Parts that belong to another kind of status are not sent. */
export const statusShape = {
  kind: asked.kind,
  from: asked.from,
  lastDay: asked.lastDay,
  holderId: asked.holderId,
  lookedAfterBasis: maybe(asked.lookedAfterBasis.unwrap()),
  accommodated: maybe(z.enum(["yes", "no", "not-recorded"])),
  childInNeedPhase: maybe(asked.childInNeedPhase.unwrap()),
  careLeaverKind: maybe(asked.careLeaverKind.unwrap()),
  youthOrderSetting: maybe(asked.youthOrderSetting.unwrap()),
};
/** The command asks the same: here it is said beside the field. */
export const inOrder = ({ from, lastDay }: { readonly from: string; readonly lastDay?: string | undefined }) =>
  lastDay === undefined || lastDay >= from;
export const outOfOrder = { path: ["lastDay"], message: "Enter a last day that is not before the first day" };

const Status = z.object(statusShape);
export type StatusOnScreen = z.input<typeof Status>;

/** The command's part of what was filled in. */
export function asStatus(said: z.output<typeof Status>) {
  const { kind, from, lastDay, holderId, lookedAfterBasis, accommodated, childInNeedPhase, careLeaverKind } = said;
  const isLookedAfter = kind === "looked-after";
  return {
    kind,
    from,
    ...given("lastDay", lastDay),
    ...given("holderId", holderId),
    ...given("lookedAfterBasis", isLookedAfter ? lookedAfterBasis : undefined),
    ...given("accommodated", isLookedAfter && accommodated ? livesAway[accommodated] : undefined),
    ...given("childInNeedPhase", kind === "child-in-need" ? childInNeedPhase : undefined),
    ...given("careLeaverKind", kind === "care-leaver" ? careLeaverKind : undefined),
    ...given("youthOrderSetting", kind === "youth-order" ? said.youthOrderSetting : undefined),
  };
}

const livesAway = { yes: true, no: false, "not-recorded": "not-recorded" } as const;

const given = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [key in K]?: V };

export function StatusFields({ holder }: { readonly holder?: string | undefined }) {
  const { terms } = useWho();
  const { control } = useFormContext<StatusOnScreen>();
  const kind = useWatch({ control, name: "kind" });
  const kinds = optionsOf(legalStatuses).map(({ value, label }) => ({ value, label: terms[value] ?? label }));
  return (
    <>
      <Select<StatusOnScreen>
        name="kind"
        label="Legal status"
        hint="A child may have several at once: none of them ends another."
        options={kinds}
      />
      {kind === "looked-after" && (
        <>
          <Radios<StatusOnScreen>
            name="lookedAfterBasis"
            label="On what basis?"
            optional
            options={optionsOf(lookedAfterBases)}
          />
          <Radios<StatusOnScreen>
            name="accommodated"
            label="Does the child live away from home?"
            optional
            options={[
              { value: "yes", label: "Yes" },
              { value: "no", label: "No, at home" },
              { value: "not-recorded", label: "Not known" },
            ]}
          />
        </>
      )}
      {kind === "child-in-need" && (
        <Radios<StatusOnScreen>
          name="childInNeedPhase"
          label="Where does it stand?"
          optional
          options={optionsOf(childInNeedPhases)}
        />
      )}
      {kind === "care-leaver" && (
        <Radios<StatusOnScreen>
          name="careLeaverKind"
          label="Which kind of care leaver?"
          optional
          options={optionsOf(careLeaverKinds)}
        />
      )}
      {kind === "youth-order" && (
        <Radios<StatusOnScreen>
          name="youthOrderSetting"
          label="Where is it served?"
          optional
          options={[
            { value: "community", label: "In the community" },
            { value: "custody", label: "In custody" },
            { value: "not-recorded", label: "Not known" },
          ]}
        />
      )}
      <DateField<StatusOnScreen> name="from" label="First day it holds" hint="For example, 27 3 2026" />
      <DateField<StatusOnScreen>
        name="lastDay"
        label="Last day it holds"
        hint="As the paper says it. Leave it out where no end is set."
        optional
      />
      <LookupField<StatusOnScreen>
        name="holderId"
        label="Practitioner the status names"
        hint="For example the social worker. Type a part of their name, then press Find."
        optional
        find={findColleagues}
        chosenLabel={holder}
      />
    </>
  );
}
