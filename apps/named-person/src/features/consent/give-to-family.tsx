import { whyNot } from "@linchpin/portal";
import { Button, LinkButton, PrintButton } from "@linchpin/ui";

type GiveProps = { readonly may: Parameters<typeof whyNot>[0]; readonly href: string };

/** Giving a sheet to one of the family is a step of its own; the page that somebody prints is for themselves. */
export function GiveToFamily({ may, href }: GiveProps) {
  const shut = whyNot(may);
  const text = "Give it to one of the family";
  return (
    <>
      {shut === undefined ? <LinkButton href={href}>{text}</LinkButton> : <Button notAllowed={shut}>{text}</Button>}
      <PrintButton>Print it for yourself</PrintButton>
    </>
  );
}
