import { Button } from "./button.tsx";

export type UndoBannerProps = {
  /** What was done: "Concern closed." */
  readonly text: string;
  readonly onUndo: () => unknown;
  readonly onClose: () => void;
};

/** Says what was just done and offers to take it back. It stays until it is closed: nobody is hurried. */
export function UndoBanner({ text, onUndo, onClose }: UndoBannerProps) {
  return (
    <section className="lp-undo" aria-label="Just done">
      <output className="lp-undo__text">{text}</output>
      <Button kind="secondary" onClick={() => void onUndo()}>
        Undo
      </Button>
      <Button kind="quiet" onClick={onClose}>
        Close
      </Button>
    </section>
  );
}
