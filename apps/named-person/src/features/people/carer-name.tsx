import { mayBeSameAdult } from "@linchpin/domain";
import { Tag } from "@linchpin/ui";

type CarerNameProps = { readonly name: string; readonly keptAway: readonly { readonly name: string }[] };

/** A parent's or carer's name; nobody who reads it misses that this one must not be brought near the child. */
export function CarerName({ name, keptAway }: CarerNameProps) {
  if (!keptAway.some((adult) => mayBeSameAdult(adult.name, name))) return name;
  return (
    <>
      {name} <Tag colour="red">Do not contact</Tag>
    </>
  );
}
