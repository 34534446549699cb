import { Checkbox, InsetText, TextField } from "@linchpin/ui";
import type { Answers } from "../../views.ts";

type OtherWay = NonNullable<Answers["consent"]["letters"]["look"]["otherWay"]>;

/** The reminder of the agreed way before something goes out otherwise; it may go all the same, and why may be written down (BOL-3.1). */
export function OtherWayFields({
  otherWay,
  what,
}: {
  readonly otherWay: OtherWay;
  readonly what: "letter" | "paper" | "copy";
}) {
  return (
    <>
      <InsetText>
        {otherWay.because}
        {otherWay.clause && ` (${otherWay.clause})`}
      </InsetText>
      <Checkbox name="otherWayConfirmed" label={`I know how they want to be reached. Send this ${what} all the same`} />
      <TextField
        name="otherWayBecause"
        label="Why the agreed way is not used"
        hint={`It is kept with the ${what}.`}
        optional
      />
    </>
  );
}
